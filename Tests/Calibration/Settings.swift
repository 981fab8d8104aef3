/// The trusts that Docs/Honesty.md is about.
extension Calibration {
  public typealias Design = SimulatedTrust.Design

  /// A trust without a silo, in words, and whether its files say who answered.
  public struct Setting: Sendable {
    public let name: String
    public let design: Design
    public let isKnown: Bool

    init(_ name: String, isKnown: Bool = true, _ change: (inout Design) -> Void = { _ in }) {
      self.name = name
      self.isKnown = isKnown
      design = Design(change)
    }
  }

  /// Sizes from 8 to 120, as trusts have them.
  public static let mixedSizes = [8, 8, 10, 12, 15, 20, 30, 40, 60, 80, 120, 120]

  public static let settings: [Setting] = [
    Setting("12 schools"), Setting("4 schools") { $0.groups = 4 },
    Setting("6 schools") { $0.groups = 6 }, Setting("20 schools") { $0.groups = 20 },
    Setting("as many ties inside at any size") { $0.slope = 0 },
    Setting("the same chance for every pair inside") { $0.slope = 1 },
    Setting("few ties") { ($0.inside, $0.outside) = (2.5, 0.5) },
    Setting("many ties") { ($0.inside, $0.outside) = (9, 5) },
    Setting("very busy people") { $0.heavy = 1 },
    Setting("three hubs, pull 3 times") { $0.hubs = 3 },
    Setting("three hubs, pull 8 times") { ($0.hubs, $0.hubPull) = (3, 8) },
    Setting("small schools, 8 to 20") { ($0.fewest, $0.most) = (8, 20) },
    Setting("sizes from 8 to 120") { $0.sizes = mixedSizes },
    Setting("60 to 100 % answered") { ($0.response, $0.report) = (0.6...1, 0.8) },
    Setting("60 to 100 % answered, not recorded", isKnown: false) {
      ($0.response, $0.report) = (0.6...1, 0.8)
    },
    Setting("30 to 100 % answered") { ($0.response, $0.report) = (0.3...1, 0.8) },
    Setting("20 schools, four hubs, busy people, 60 to 100 % answered") {
      ($0.groups, $0.heavy, $0.hubs) = (20, 0.8, 4)
      ($0.response, $0.report) = (0.6...1, 0.8)
    },
    Setting("6 schools, two hubs, busy people, 60 to 100 % answered") {
      ($0.groups, $0.heavy, $0.hubs) = (6, 0.8, 2)
      ($0.response, $0.report) = (0.6...1, 0.8)
    },
  ]
}
