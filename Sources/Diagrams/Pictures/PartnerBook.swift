import Findings
import Measures
import Networks

/// Who works with which partner, before any choice of what fits a page: partnerships on record, whoever carries them, and
/// contacts that enough people have.
///
/// A partnership on record is a fact about two organisations. How many people carry it is shown by no line.
struct PartnerBook {
  struct Group {
    let id: String
    let title: String
    let kind: NodeClass
    /// Whether a tie with a partner or a partnership is on record, shown or not.
    var hasPartner = false
    /// Whether a story tells of it with a partner.
    var isInStory = false
    /// The hub of a school.
    var hub: String? = nil
  }

  struct Partner {
    let id: String
    let title: String
    let sector: String
    /// Whether its sector is on record.
    let hasSector: Bool
    /// Whether it has a partnership, shown or not.
    let hasPartnership: Bool
    /// Why the gravest of its partnerships is on the red list.
    let alarm: String?
    /// When its partnerships are to be looked at again.
    let reviews: [Day]
    /// Whether a story with its effect, or a goal that is measured, shows what came of it.
    let hasEffect: Bool
  }

  struct Link {
    let group: Int
    let partner: Int
    var ties: Double
    var depth: Depth?
    /// Whether a partnership is on record.
    var isOnRecord: Bool
    var isRed: Bool
    /// Whether there is a written agreement; `nil` where the files do not say.
    var hasAgreement: Bool? = nil
  }

  private(set) var groups: [Group] = []
  private(set) var partners: [Partner] = []
  private(set) var links: [Link] = []
  /// Partnerships of groups that are not shown.
  private(set) var homeless = 0
  /// All partnerships and those on the red list; `nil` where none is on record.
  let count: (all: Int, red: Int, watch: Int, unknown: Int, overdue: Int)?
  /// Partnerships with a story of what changed, or with a goal that is measured.
  let withEffect: Int
  /// Whether a review is overdue of one that needs no look otherwise.
  let isOverdueBesides: Bool
  /// Sectors in which there is a partner and no partnership.
  let lacking: [String]
  /// Whether the files tell who works with partners.
  let tellsPartners: Bool
  /// Whether any contact with a partner is on record.
  let tellsContacts: Bool
  /// Whether the files tell what came of partnerships.
  let tellsEffects: Bool

  /// - Parameter most: the most groups of staff; more are drawn together.
  init(_ facts: FigureFacts, groups most: Int) {
    let network = facts.study.network
    let map = facts.analysis.map(atMost: most)
    // Partnerships are of schools, teams and the whole trust, so they stand in a map of those alone.
    let ledger =
      network.records.partnerships.isEmpty || facts.boundary != .school
      ? nil : facts.analysis.ledger
    let entries = ledger?.entries ?? []
    let effects = entries.map { entry in
      network.stories(of: entry.partnership).contains { $0.impact != nil }
        || network.goal(of: entry.partnership)?.isMeasured == true
    }
    count =
      ledger == nil
      ? nil
      : (
        entries.count, entries.count { $0.status == .red },
        entries.count { $0.status == .watch }, entries.count { $0.status == .unknown },
        entries.count(where: \.isOverdue)
      )
    isOverdueBesides = entries.contains { $0.isOverdue && $0.status != .red }
    let evidence = PartnershipEvidence(network, entries)
    tellsEffects =
      ledger != nil && evidence.isRecorded && (evidence.tellsStories || evidence.tellsGoals)
    withEffect = effects.count { $0 }
    lacking =
      ledger.map { Sectors.coverage(network, $0.contacts) }?
      .filter { $0.partners > 0 && $0.partnerships == 0 && $0.sector != "other" }
      .map(\.sector) ?? []
    var placeOfUnit: [Int: Int] = [:]
    for (place, unit) in map.units.enumerated() where unit.kind != .partner {
      placeOfUnit[place] = groups.count
      groups.append(
        Group(
          id: unit.id, title: unit.name, kind: NodeClass(unit), hasPartner: map.hasPartner(unit),
          hub: unit.hub))
    }
    if entries.contains(where: { $0.partnership.with == Partnership.trust }) {
      groups.append(Group(id: "", title: "The whole trust", kind: .group))
    }
    let rows = groups
    var placeOfPartner: [String: Int] = [:]
    for partner in network.partners {
      let own = entries.indices.filter { entries[$0].partnership.id(network) == partner.id }
      placeOfPartner[partner.id] = partners.count
      partners.append(
        Partner(
          id: partner.id, title: partner.name, sector: PartnerPicture.words(sector: partner.sector),
          hasSector: partner.sector != nil, hasPartnership: !own.isEmpty,
          // What is not drawn lends no reason to what is.
          alarm: own.map { entries[$0] }.first { entry in
            entry.status == .red && Self.group(entry.partnership, rows, network) != nil
          }?.flags.first?.label,
          reviews: own.compactMap { entries[$0].partnership.reviewDue },
          hasEffect: own.contains { effects[$0] }))
    }
    var known: [[Int]: Link] = [:]
    for link in map.links {
      guard let group = placeOfUnit[link.a], map.units[link.b].kind == .partner,
        let partner = placeOfPartner[map.units[link.b].id]
      else { continue }
      known[[group, partner]] = Link(
        group: group, partner: partner, ties: link.ties, depth: link.depth,
        isOnRecord: ledger == nil, isRed: false)
    }
    for entry in entries {
      guard let partner = placeOfPartner[entry.partnership.id(network)],
        let group = Self.group(entry.partnership, groups, network)
      else {
        homeless += 1
        continue
      }
      let old = known[[group, partner]]
      known[[group, partner]] = Link(
        group: group, partner: partner, ties: old?.ties ?? 0,
        depth: entry.partnership.level ?? old?.depth, isOnRecord: true,
        isRed: entry.status == .red || old?.isRed == true,
        hasAgreement: entry.partnership.hasAgreement)
    }
    for link in known.values { groups[link.group].hasPartner = true }
    for story in network.records.stories
    where story.parties.contains(where: { network.kind(of: $0) == .partner }) {
      for group in groups.indices where !groups[group].id.isEmpty {
        let own = groups[group].id
        groups[group].isInStory =
          groups[group].isInStory || story.parties.contains { Self.ids($0, network).contains(own) }
      }
    }
    tellsPartners = ledger != nil || map.tellsPartners
    tellsContacts = map.tellsPartners
    links = known.values.sorted { ($0.group, $0.partner) < ($1.group, $1.partner) }
  }

  /// The row that stands for a partnership's own side: its school, its team or that team's school, or what they are
  /// drawn together in.
  private static func group(
    _ partnership: Partnership, _ groups: [Group], _ network: Network
  ) -> Int? {
    if partnership.with == Partnership.trust { return groups.firstIndex { $0.id.isEmpty } }
    return ids(partnership.with, network).lazy.compactMap { id in
      groups.firstIndex { $0.id == id }
    }.first
  }

  /// The rows that may stand for a member of the trust, the nearest first.
  private static func ids(_ member: Int32, _ network: Network) -> [String] {
    guard network.kind(of: member) != .partner else { return [] }
    var ids = [network.id(of: member)]
    if let school = network.school(of: member).map({ network.schools[Int($0)] }) {
      ids += [school.id, "hub:" + (school.hub ?? "")]
    } else {
      ids.append("central teams")
    }
    return ids + ["more groups"]
  }
}

extension Partnership {
  /// The id of its partner.
  func id(_ network: Network) -> String { network.partners[network.index(of: partner)].id }
}
