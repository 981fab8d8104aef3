import Documents
public import Networks

/// Members in words: groups and partners by name, people by what this copy calls them, those never named as a number.
public struct MemberWords: Sendable {
  public let network: Network
  public let naming: Naming

  /// What is said of contacts with partners where all on record are of other times than the one asked about.
  static let contactsOfOtherTimes =
    "Who was in touch with partners then is not on record: the ties with them in the files are of other times."

  public init(_ network: Network, _ naming: Naming) {
    self.network = network
    self.naming = naming.besideWork
  }

  /// One member; "somebody" for a person who is never named.
  public func word(_ member: Int32) -> String {
    network.name(ofGroup: member) ?? naming.name(member) ?? "somebody not named"
  }

  /// Several, with the hidden ones counted together at the end.
  public func list(_ members: [Int32], most: Int = 6) -> String {
    let named = members.compactMap { member -> String? in
      network.name(ofGroup: member) ?? naming.name(member)
    }
    let unnamed = members.count - named.count
    let shown = Array(named.prefix(most))
    let rest = named.count - shown.count
    return listed(
      shown + (rest > 0 ? ["\(counted(rest)) more"] : [])
        + (unnamed > 0 ? ["\(inWords(unnamed)) not named"] : []))
  }

  /// A school by its place.
  func school(_ place: Int) -> String { network.schools[place].name }
}
