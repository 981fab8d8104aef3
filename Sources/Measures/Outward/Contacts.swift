public import Networks

/// Who of the staff is in touch with which partner, and how deeply, in a period.
public struct Contacts: Sendable {
  /// For each partner, by its place in the network's partners, the people in touch with it, ascending.
  public let people: [[Contact]]
  /// For each person the partners they are in touch with, as places in the network's partners, ascending.
  public let partnersOf: [Int32: [Int]]

  /// Whether any tie or working group of the period has a partner and somebody who is there in it, be it to say that there is none.
  ///
  /// Where none has, nobody is known to be without a contact.
  public let isRecorded: Bool

  public struct Contact: Sendable, Equatable {
    public let person: Int32
    /// The deepest of their ties, or `nil` where none is recorded.
    public let depth: Depth?
  }

  /// Ties between a person and a partner, and working groups with both, that are under way in the period; people who
  /// have left do not count.
  ///
  /// - Complexity: O(t + sum of group sizes).
  public init(_ network: Network, during period: Period) {
    var deepest = [[Int32: UInt8]](repeating: [:], count: network.partners.count)
    let firstPartner = Int32(network.first(of: .partner))
    let people = Int32(network.people.count)
    func isThere(_ person: Int32) -> Bool {
      period.overlaps(
        started: network.people.started[Int(person)], ended: network.people.ended[Int(person)])
    }
    func meet(_ person: Int32, _ partner: Int32, _ depth: UInt8) {
      guard isThere(person) else { return }
      let place = Int(partner - firstPartner)
      let known = deepest[place][person] ?? 0
      deepest[place][person] = max(known, depth == Ties.unknownDepth ? 0 : depth)
    }
    var isRecorded = false
    for tie in 0..<network.ties.count {
      let (from, to) = (network.ties.from[tie], network.ties.to[tie])
      guard max(from, to) >= firstPartner, min(from, to) < people,
        network.ties.isCurrent(tie, during: period)
      else { continue }
      isRecorded = isRecorded || isThere(min(from, to))
      guard network.ties.reaches(tie, .networking) else { continue }
      let depth = network.ties.depth.isEmpty ? Ties.unknownDepth : network.ties.depth[tie]
      meet(min(from, to), max(from, to), depth)
    }
    for group in network.workingGroups
    where period.overlaps(started: group.started, ended: group.ended)
      && group.members.count <= Network.groupCap
    {
      for partner in group.members where partner >= firstPartner {
        for person in group.members where person < people {
          meet(person, partner, group.depth?.rawValue ?? Ties.unknownDepth)
        }
      }
    }
    self.isRecorded = isRecorded || deepest.contains { !$0.isEmpty }
    self.people = deepest.map { met in
      met.sorted { $0.key < $1.key }.map { person, depth in
        Contact(person: person, depth: depth == 0 ? nil : Depth(rawValue: depth))
      }
    }
    var partnersOf: [Int32: [Int]] = [:]
    for (partner, met) in self.people.enumerated() {
      for contact in met { partnersOf[contact.person, default: []].append(partner) }
    }
    self.partnersOf = partnersOf
  }
}

extension Network {
  /// Whether a partnership with `side` is one that a person stands for: of the school, of the team, of the trust.
  package func belongs(_ person: Int32, to side: Int32) -> Bool {
    guard side != Partnership.trust else { return true }
    let index = Int32(index(of: side))
    switch kind(of: side) {
    case .school: return people.school[Int(person)] == index
    case .team:
      return people.teams.main[Int(person)] == index
        || people.teams.further[person]?.contains(index) == true
    default: return false
    }
  }
}
