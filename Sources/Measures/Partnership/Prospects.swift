public import Networks

/// A partner that could answer something the trust is looking for, with the reason and who already knows them.
public struct Prospect: Sendable, Equatable {
  /// The partner, as a member of the network.
  public let partner: Int32
  /// What is looked for, and by whom: a member, or `nil` for the whole trust.
  public let wish: String
  public let by: Int32?
  /// The words that the wish and the partner's mission or offers share.
  public let reason: [String]
  /// Staff in touch with the partner, ascending.
  public let knownBy: [Int32]
  /// Partnerships the partner has with others here.
  public let partnerships: Int
  /// Whether what the partner seeks is something that side can give.
  public let isMutual: Bool

  /// Matches of unmet needs, of schools' wishes and of goals with partners' missions and offers, where that side has no
  /// partnership yet; first those with most words in common, a way in and something to give back.
  public static func all(_ network: Network, _ contacts: Contacts) -> [Prospect] {
    var wishes: [(text: String, by: Int32?)] = network.records.needs.filter {
      $0.isMet != true && $0.action == nil
    }.map { need in
      (need.statement, need.from.first ?? need.askedOf.first)
    }
    for school in network.schools.indices {
      let member = Int32(network.first(of: .school) + school)
      for want in network.wants(ofSchool: school)
      where !wishes.contains(where: { $0.text == want }) {
        wishes.append((want, member))
      }
    }
    for goal in network.records.goals { wishes.append((goal.statement, nil)) }
    var prospects: [Prospect] = []
    for wish in wishes {
      for (place, partner) in network.partners.enumerated() {
        let member = Int32(network.first(of: .partner) + place)
        let text = [
          partner.name, partner.attributes["mission"] ?? "", partner.attributes["offers"] ?? "",
        ].joined(separator: " ")
        let reason = WordMatch.shared(wish.text, text)
        let own = network.records.partnerships.filter { $0.partner == member }
        let isPartnered = own.contains { partnership in
          guard let by = wish.by else { return true }
          return partnership.with == by
            || (partnership.with != Partnership.trust
              && network.school(of: partnership.with) == network.school(of: by)
              && network.school(of: by) != nil)
        }
        guard !reason.isEmpty, wish.by != member, !isPartnered else { continue }
        let gives = wish.by.flatMap { network.school(of: $0) }.map {
          network.gives(ofSchool: Int($0))
        }
        let seeks = partner.attributes["seeks"] ?? ""
        prospects.append(
          Prospect(
            partner: member, wish: wish.text, by: wish.by, reason: reason,
            knownBy: contacts.people[place].map(\.person), partnerships: own.count,
            isMutual: gives?.contains { !WordMatch.shared($0, seeks).isEmpty } ?? false))
      }
    }
    func key(_ prospect: Prospect) -> (Int, Int, Int, String) {
      (
        -prospect.reason.count, prospect.isMutual ? 0 : 1, prospect.knownBy.isEmpty ? 1 : 0,
        prospect.wish
      )
    }
    return prospects.enumerated().sorted {
      let (a, b) = (key($0.element), key($1.element))
      return a == b ? $0.offset < $1.offset : a < b
    }.map(\.element)
  }
}
