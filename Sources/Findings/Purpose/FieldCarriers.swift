import GraphEngine
import Measures
import Networks

/// Who carries what from which field outside education to whom in the trust, and which fields nobody does.
///
/// A carrier is in touch with a partner of the field and tied to a colleague of another group, who is not in touch with that partner.
public struct FieldCarriers: Sendable, Equatable {
  /// Fields other than education with a carrier, those with the fewest first.
  public let fields: [Field]
  /// Fields of the contract in which nobody is in touch with anybody, with whom to ask about each.
  public let missing: [Missing]
  /// Whether every partner has a sector, so that a field can be said to be missing.
  public let tellsMissing: Bool
  /// Whether any tie with a partner is recorded.
  public let isTold: Bool

  public struct Field: Sendable, Equatable {
    public let sector: String
    /// Staff who carry, ascending.
    public let carriers: [Int32]
    /// The partners they are in touch with, ascending.
    public let partners: [Int32]
    /// What those ties are about, the commonest first: the column purpose, or kind where that is empty.
    public let about: [String]
    /// Groups of the boundary that it reaches, as places in the grouping; ascending.
    public let groups: [Int]
  }

  public struct Missing: Sendable, Equatable {
    public let sector: String
    /// Partners of the field on file, whom nobody is in touch with.
    public let partners: [Int32]
    /// Partners of other fields whose mission or offers name the field.
    public let through: [Int32]
  }

  init(_ study: Study) {
    let network = study.network
    let contacts = study.contacts
    isTold = contacts.isRecorded
    let sectorOf = network.partners.map { $0.sector.map(Sectors.key) }
    let first = network.first(of: .partner)
    let groupOf = study.grouping?.partition.groupOf ?? []
    var abouts: [String: [String: Int]] = [:]
    let all = network.work(during: study.slice.period)
    for work in all {
      guard let about = work.purpose ?? work.kind else { continue }
      let sectors = Set(
        work.members.compactMap {
          network.kind(of: $0) == .partner ? sectorOf[network.index(of: $0)] : nil
        })
      for sector in sectors { abouts[sector, default: [:]][about, default: 0] += 1 }
    }
    let metByGroups = Set(
      all.filter { work in
        work.members.contains { [.school, .team].contains(network.kind(of: $0)) }
      }.flatMap(\.members))
    // Whoever leads a partnership is in touch with the partner, be it somebody whose id could not be read.
    let led = Set(
      network.records.partnerships.filter { partnership in
        partnership.lead.map { network.isThere($0, during: study.slice.period) }
          ?? partnership.unread.contains("lead")
      }.map(\.partner))
    let atEvents = network.records.events.flatMap(\.attendance).filter { $0.came != false }
    let inStories = network.records.stories.flatMap(\.parties)
    let metByOthers = metByGroups.union(led).union(atEvents.map(\.party)).union(inStories)
    var fields: [Field] = []
    var missing: [Missing] = []
    // A partner without a sector may be of any field.
    tellsMissing = !sectorOf.contains(nil)
    let present = Set(sectorOf.compactMap { $0 })
    for sector in Sectors.all + present.subtracting(Sectors.all).sorted()
    where !Sectors.isEducation(sector) && sector != "other" {
      let places = sectorOf.indices.filter { sectorOf[$0] == sector }
      var (carriers, groups, met) = (Set<Int32>(), Set<Int>(), Set<Int32>())
      for (node, person) in study.slice.people.enumerated() {
        let own = groupOf.isEmpty ? -1 : groupOf[node]
        let known = (contacts.partnersOf[person] ?? []).filter(places.contains)
        guard !known.isEmpty, own >= 0 else { continue }
        for other in study.graph.neighbours(node) {
          let group = groupOf[Int(other)]
          guard group >= 0, group != own else { continue }
          let theirs = contacts.partnersOf[study.slice.people[Int(other)]] ?? []
          let carried = known.filter { !theirs.contains($0) }
          guard !carried.isEmpty else { continue }
          carriers.insert(person)
          groups.insert(Int(group))
          met.formUnion(carried.map { Int32(first + $0) })
        }
      }
      if places.allSatisfy({ contacts.people[$0].isEmpty }) {
        // Of a partner that a school or team is in touch with, somebody is, though nobody says who.
        guard tellsMissing, places.allSatisfy({ !metByOthers.contains(Int32(first + $0)) })
        else { continue }
        missing.append(
          Missing(
            sector: sector, partners: places.map { Int32(first + $0) },
            through: Self.partners(naming: sector, network)))
      } else if !carriers.isEmpty {
        let about = (abouts[sector] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        fields.append(
          Field(
            sector: sector, carriers: carriers.sorted(), partners: met.sorted(),
            about: about.prefix(3).map(\.key), groups: groups.sorted()))
      }
    }
    self.fields = fields.sorted { ($0.carriers.count, $0.sector) < ($1.carriers.count, $1.sector) }
    self.missing = missing
  }

  /// Partners whose mission or offers name a field.
  private static func partners(naming sector: String, _ network: Network) -> [Int32] {
    let words = sector.split(separator: "-").map { $0.lowercased() }
    return network.partners.indices.filter { place in
      let partner = network.partners[place]
      guard partner.sector.map(Sectors.key) != sector else { return false }
      let text = partner.attributes.filter { ["mission", "offers"].contains(folded($0.key)) }
        .values.joined(separator: " ").lowercased()
      return words.allSatisfy { text.contains($0) }
    }.map { Int32(network.first(of: .partner) + $0) }
  }
}
