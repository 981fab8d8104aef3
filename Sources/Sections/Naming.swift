import Documents
public import Networks

/// How people are called in a copy: by a code, by name, or not at all.
public struct Naming: Sendable {
  public enum Mode: String, Sendable, CaseIterable {
    /// People do not appear singly.
    case groups
    /// A code stands for each person.
    case pseudonym
    /// Names and ids as the files have them; such a copy is marked.
    case full
  }
  public let mode: Mode
  /// In a copy without names, what fewer people share is not said of any of them.
  public let minGroup: Int
  private let codes: [String]
  private let people: People

  public init(_ network: Network, _ mode: Mode, key: String, minGroup: Int = 5) {
    self.mode = mode
    self.minGroup = minGroup
    people = network.people
    codes = mode == .full ? [] : Pseudonyms(ids: network.people.ids, key: key).codes
  }

  /// What stands for a person's id, or `nil` for somebody who is counted and never named.
  public func id(_ person: Int32) -> String? {
    guard !people.isHidden[Int(person)] else { return nil }
    return mode == .full ? people.ids[Int(person)] : codes[Int(person)]
  }

  /// What stands for a person's name.
  public func name(_ person: Int32) -> String? {
    guard !people.isHidden[Int(person)] else { return nil }
    return mode == .full ? people.names[Int(person)] : codes[Int(person)]
  }

  /// A person's role, where it does not give the person away: always in a named copy, else when several share it.
  public func role(_ person: Int32, sharedBy counts: [Int32: Int]) -> String? {
    guard let role = people.role, role.codes[Int(person)] >= 0 else { return nil }
    let isShared = counts[role.codes[Int(person)], default: 0] >= minGroup
    return mode == .full || isShared ? role[Int(person)] : nil
  }

  /// How many people have each role.
  public var roleCounts: [Int32: Int] {
    var counts: [Int32: Int] = [:]
    for code in people.role?.codes ?? [] where code >= 0 { counts[code, default: 0] += 1 }
    return counts
  }
}
