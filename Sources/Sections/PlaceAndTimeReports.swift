public import Documents
import GraphEngine
public import Findings
public import Measures
public import Networks

/// One hub by itself, and one trust on two days, for people and for programs.
extension OutwardReport {
  /// A hub as a network of its own: the study is of its people alone.
  ///
  /// - Parameters:
  ///   - hub: its name.
  ///   - whole: the study of everybody.
  public func local(_ hub: String, whole: Study, ledger: PartnershipLedger, silos: SilosReport)
    -> Pages
  {
    let network = study.network
    guard isShown(study.peopleCount) else {
      return Pages(sentences: ["\(hub) has fewer than \(inWords(minGroup)) people: not shown."])
    }
    let here = Set(study.slice.people)
    var (inside, out) = (0, 0)
    for node in 0..<whole.peopleCount where here.contains(whole.slice.people[node]) {
      for other in whole.graph.neighbours(node) {
        if here.contains(whole.slice.people[Int(other)]) { inside += 1 } else { out += 1 }
      }
    }
    inside /= 2
    let schools = Set(
      network.schools.indices.filter { network.schools[$0].hub == hub }.map { Int32($0) })
    let entries = ledger.entries.filter { entry in
      entry.partnership.with != Partnership.trust
        && network.school(of: entry.partnership.with).map(schools.contains) ?? false
    }
    var pages = Pages(
      sentences: [
        "\(hub): \(counted(study.peopleCount, "person", "people")) in \(counted(schools.count, "school")), \(counted(inside, "tie")) among them and \(counted(out)) to the rest of the trust.",
        "\(counted(entries.count, "partnership")), \(counted(entries.count { $0.status == .red })) of them red.",
      ] + silos.sentences)
    pages.add("schools", "Schools, among themselves", silos.table, full: silos.csvTable)
    pages.add(
      "partnerships", "Partnerships",
      PartnersReport(network, ledger, words.naming).table(entries))
    pages.closing = "Next: weft match FOLDER for schools that would gain from one another."
    return pages
  }
}

/// One trust on two days.
public struct ComparisonReport: Sendable {
  private let network: Network
  private let found: Comparison

  public init(_ network: Network, _ found: Comparison) {
    self.network = network
    self.found = found
  }

  public var pages: Pages {
    let (before, after) = (found.before, found.after)
    var pages = Pages(sentences: [
      "From \(before.day.inWords) to \(after.day.inWords): \(counted(found.begun, "tie")) begun, \(counted(found.ended)) ended, \(counted(found.kept)) kept\(found.stability.map { " (stability \(fixed($0, places: 2)))" } ?? "").",
      found.due.isEmpty
        ? "No review fell due."
        : "\(counted(found.due.count, "review")) fell due: \(listed(found.due.prefix(4).map { "\(network.partners[network.index(of: $0.partner)].name) with \(network.name(ofSideOf: $0))" })).",
    ])
    func row(_ name: String, _ a: Double?, _ b: Double?, _ places: Int) -> [Table.Cell] {
      [
        .text(name), .optional(a, places: places), .optional(b, places: places),
        .optional(a.flatMap { a in b.map { $0 - a } }, places: places),
      ]
    }
    pages.add(
      "days", "Then and now",
      Table(
        [
          .text("what"), .number("before", "\(before.day)"), .number("after", "\(after.day)"),
          .number("change"),
        ],
        rows: [
          row("people", Double(before.people), Double(after.people), 0),
          row("pairs tied", Double(before.ties), Double(after.ties), 0),
          row("E-I index", before.index, after.index, 3),
          row("partnerships", Double(before.partnerships), Double(after.partnerships), 0),
          row("held by one person", Double(before.single), Double(after.single), 0),
        ] + found.goals.map { row($0.goal, $0.before, $0.after, 0) }))
    return pages
  }
}
