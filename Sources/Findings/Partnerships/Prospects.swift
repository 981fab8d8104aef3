import Measures
import Networks

/// A partner that could answer something the trust is looking for, with the reason and who already knows them.
///
/// Looked for are needs that are not met, what schools ask for, goals, and topics that somebody would like to know and nobody in
/// the trust does. A partner could help when its name, mission or offers are about a topic that answers one of the wish
/// (the same, part of it, or the one it is part of), every one of them; or, for a wish about no topic, shares a word with it that
/// says something.
public struct Prospect: Sendable, Equatable {
  /// The partner, as a member of the network.
  public let partner: Int32
  /// What is looked for, and by whom: a member, or `nil` for the whole trust.
  public let wish: String
  public let by: Int32?
  /// The topics that both are about, in words, such as "Autism, which is part of SEND".
  public let topics: [String]
  /// The words that the wish and the partner's mission or offers share.
  public let words: [String]
  /// Staff in touch with the partner, ascending.
  public let knownBy: [Int32]
  /// Whether somebody of theirs came to an event within the year.
  public let hasMet: Bool
  /// Partnerships the partner has with others here.
  public let partnerships: Int
  /// Whether what the partner seeks is something that side can give.
  public let isMutual: Bool

  /// Why they could help.
  public var reason: String {
    topics.isEmpty ? words.joined(separator: ", ") : topics.joined(separator: "; ")
  }

  /// Every match where that side has no partnership yet, or where it has one already; first those of topics, then those with most words in common, a way
  /// in and something to give back.
  ///
  /// - Complexity: O(w p) for w wishes and p partners, words aside.
  static func all(_ analysis: Analysis, isPartner: Bool = false) -> [Prospect] {
    let (network, study, minGroup) = (analysis.network, analysis.study, analysis.rules.minGroup)
    let knowledge = analysis.expertise
    let aims = SchoolAims(knowledge, minGroup: minGroup, isShown: analysis.showsSchool)
    let offers = network.partners.indices.map { PartnerOffer(network, $0, knowledge.topics) }
    var prospects: [Prospect] = []
    for wish in wishes(knowledge, aims) {
      for offer in offers where wish.by != offer.member {
        // Words count where a wish is about no topic; "phonics coaching" is not met by coaching in football.
        let isMet = knowledge.topics.answers(offer.topics, all: wish.topics)
        let topics = isMet ? offer.answers(wish.topics, knowledge.topics) : []
        let words = isMet ? WordMatch.shared(wish.text, offer.text) : []
        let own = network.records.partnerships.filter { $0.partner == offer.member }
        guard !topics.isEmpty || !words.isEmpty,
          own.contains(where: { network.serves($0, wish.by) }) == isPartner
        else { continue }
        prospects.append(
          Prospect(
            partner: offer.member, wish: wish.text, by: wish.by, topics: topics, words: words,
            knownBy: study.contacts.people[network.index(of: offer.member)].map(\.person),
            hasMet: network.hasMet(offer.member, asAt: analysis.asAt), partnerships: own.count,
            isMutual: offer.wants(from: wish.by, aims, network)))
      }
    }
    func key(_ prospect: Prospect) -> [Int] {
      [
        prospect.topics.isEmpty ? 1 : 0, -prospect.words.count, prospect.isMutual ? 0 : 1,
        prospect.knownBy.isEmpty ? 1 : 0,
      ]
    }
    return prospects.enumerated().sorted {
      let (a, b) = (key($0.element), key($1.element))
      return a == b
        ? ($0.element.wish, $0.offset) < ($1.element.wish, $1.offset)
        : a.lexicographicallyPrecedes(b)
    }.map(\.element)
  }

  private typealias Wish = (text: String, topics: [Int32], by: Int32?)

  private static func wishes(_ knowledge: Knowledge, _ aims: SchoolAims) -> [Wish] {
    let network = knowledge.network
    var wishes: [Wish] = network.records.needs.filter { $0.isMet != true && $0.action == nil }
      .map { need in
        let by =
          need.from.first { network.isNamed($0) } ?? need.askedOf.first { network.isNamed($0) }
        return (need.statement, knowledge.topics.topics(of: need.statement), by)
      }
    let voiced = Set(network.records.needs.map(\.statement))
    for school in network.schools.indices {
      let member = Int32(network.first(of: .school) + school)
      for wish in aims.asked[school] where !voiced.contains(wish.text) {
        wishes.append((wish.text, wish.topics, member))
      }
    }
    for topic in knowledge.topicsInPlay
    where knowledge.isWhole(topic) && knowledge.holders(of: topic).isEmpty
      && !knowledge.seekers(of: topic).isEmpty
    {
      wishes.append(("\(knowledge.listing(topic)), which nobody here has listed", [topic], nil))
    }
    return wishes
      + network.records.goals.map {
        ($0.statement, knowledge.topics.topics(of: $0.statement), nil)
      }
  }
}

/// What a partner is about.
private struct PartnerOffer {
  let member: Int32
  let text: String
  let topics: [Int32]
  let seeks: String
  let sought: [Int32]

  init(_ network: Network, _ place: Int, _ tree: TopicTree) {
    let partner = network.partners[place]
    member = Int32(network.first(of: .partner) + place)
    func parts(_ name: String) -> [String] {
      (partner.attributes[name] ?? "").split { ";|".contains($0) }.map(String.init)
    }
    let offers = parts("offers")
    text = ([partner.name, partner.attributes["mission"] ?? ""] + offers).joined(separator: " ")
    topics = Set(
      ([partner.name, partner.attributes["mission"] ?? ""] + offers).flatMap { tree.topics(of: $0) }
    ).sorted()
    seeks = partner.attributes["seeks"] ?? ""
    sought = Set(parts("seeks").flatMap { tree.topics(of: $0) }).sorted()
  }

  /// How what it is about answers topics that are looked for, in words, the nearest first.
  func answers(_ wanted: [Int32], _ tree: TopicTree) -> [String] {
    var found: [(distance: Int, words: String)] = []
    for known in topics {
      for (topic, kin) in tree.answered(by: known) where wanted.contains(topic) {
        found.append((kin.distance, tree.words(known, kin, for: topic)))
      }
    }
    let order = found.enumerated().sorted {
      ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset)
    }
    return order.map(\.element.words)
  }

  /// Whether a school has something that the partner seeks.
  func wants(from side: Int32?, _ aims: SchoolAims, _ network: Network) -> Bool {
    guard let school = side.flatMap({ network.school(of: $0) }).map(Int.init) else { return false }
    return aims.offered[school].contains { !WordMatch.shared($0, seeks).isEmpty }
      || sought.contains { aims.answers[school][$0] != nil }
  }
}

extension Network {
  /// Whether a partnership is one of the side that looks for something: any, for the whole trust.
  fileprivate func serves(_ partnership: Partnership, _ side: Int32?) -> Bool {
    guard let side else { return true }
    return partnership.with == side
      || (partnership.with != Partnership.trust && school(of: partnership.with) == school(of: side)
        && school(of: side) != nil)
  }

  /// Whether a member is no person who is counted and never named.
  fileprivate func isNamed(_ member: Int32) -> Bool {
    kind(of: member) != .person || !people.isHidden[Int(member)]
  }
}
