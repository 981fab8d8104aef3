@testable import Commands

/// Names such as Weft gives to its hidden folders.
enum StageName {
  /// The second half of one, which goes with the first.
  static func check(_ digits: String) -> String { Stage.check(digits) }
}
