public import Documents
public import Findings
import GraphEngine
import Measures
public import Networks

/// One hub by itself, and one trust on two days, for people and for programs.
extension OutwardReport {
  /// A hub as a network of its own.
  public func local(_ hub: String) -> Pages {
    let local = analysis.hub(hub)
    let (whole, study, ledger) = (analysis.study, local.study, analysis.ledger)
    let tellsLinks = words.naming.showsAll || analysis.tellsLinks(within: local)
    let silos = tellsLinks ? SilosReport(local, showsSmallGroups: words.naming.showsAll) : nil
    let network = analysis.network
    guard isLarge(study.peopleCount), words.naming.shows(hub, along: .hub) else {
      return Pages(sentences: [words.naming.unshown(hub)])
    }
    let here = Set(study.slice.people)
    var (inside, out, unplaced) = (0, 0, 0)
    for node in 0..<whole.peopleCount where here.contains(whole.slice.people[node]) {
      for other in whole.graph.neighbours(node).map({ whole.slice.people[Int($0)] }) {
        if here.contains(other) {
          inside += 1
        } else if network.isUnplaced(other) {
          unplaced += 1
        } else {
          out += 1
        }
      }
    }
    inside /= 2
    let schools = Set(
      network.schools.indices.filter { network.schools[$0].hub == hub }.map { Int32($0) })
    let entries = ledger.entries.filter { entry in
      entry.partnership.with != Partnership.trust
        && network.school(of: entry.partnership.with).map(schools.contains) ?? false
    }
    let partnerships =
      ledger.entries.isEmpty
      ? []
      : [
        "\(counted(entries.count, "partnership")), \(counted(entries.count { $0.status == .red })) of them red."
      ]
    var pages = Pages(
      sentences: [
        "\(hub): \(counted(study.peopleCount, "person", "people")) in \(counted(schools.count, "school"))\(tellsLinks ? ", \(counted(inside, "tie")) among them and \(counted(out)) to the rest of the trust\(unplaced > 0 ? "; \(counted(unplaced)) more are with people who cannot be placed in one school" : "")" : "")."
      ]
        + (tellsLinks
          ? []
          : [
            "How its schools work with one another is not shown: of so few it would tell what is not shown between two of them."
          ]) + partnerships + (silos?.sentences ?? []))
    if let silos {
      pages.add("schools", "Schools, among themselves", silos.table, full: silos.csvTable)
    }
    pages.add(
      "partnerships", "Partnerships",
      PartnersReport(analysis, words.naming).table(entries))
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
    var sentences = ["From \(before.day.inWords) to \(after.day.inWords): \(ties)."]
    if let change = found.change {
      let points = "\(fixed(abs(change.difference) * 100, places: 0)) points"
      let range =
        "95% interval \(signedPoints(change.interval.lowerBound)) to \(signedPoints(change.interval.upperBound)) points"
      sentences.append(
        change.isSure
          ? "The share of ties that lead out \(change.difference > 0 ? "rose" : "fell") by \(points) (\(range))."
          : "No change in the share of ties that lead out that these data could show (\(range)).")
    }
    if let hindrance = found.hindrance {
      sentences.append(
        "Whether more ties lead out than on the first day cannot be said: \(TermComparisonReport.words(hindrance))."
      )
    }
    if found.asksReviews {
      sentences.append(
        found.due.isEmpty
          ? (network.records.partnerships.contains { $0.unread.contains("review_due") }
            ? "No review that can be read fell due." : "No review fell due.")
          : "\(counted(found.due.count, "review")) fell due: \(listed(found.due.prefix(4).map { "\(network.partners[network.index(of: $0.partner)].name) with \(network.name(ofSideOf: $0))" }))."
      )
    }
    var pages = Pages(sentences: sentences)
    func row(
      _ name: String, _ a: Double?, _ b: Double?, _ places: Int, sure: String = "as recorded"
    ) -> [Table.Cell] {
      [
        .text(name), .optional(a, places: places), .optional(b, places: places),
        .optional(a.flatMap { a in b.map { $0 - a } }, places: places), .text(sure),
      ]
    }
    let counts = [
      ("partnerships", before.partnerships, after.partnerships),
      ("held by one person", before.single, after.single),
    ].filter { $0.1 != nil || $0.2 != nil }
    let partnerships = counts.map { row($0.0, $0.1.map(Double.init), $0.2.map(Double.init), 0) }
    pages.add(
      "days", "Then and now",
      Table(
        [
          .text("what"), .number("before", "\(before.day)"),
          .number("after", "\(after.day)"),
          .number("change"), .text("sure", "how sure"),
        ],
        rows: [
          row("people", Double(before.people), Double(after.people), 0),
          row("pairs tied", Double(before.ties), Double(after.ties), 0),
          row(
            "E-I index", before.index, after.index, 3,
            sure: found.change.map { change in
              "95% interval \(signed(2 * change.interval.lowerBound)) to \(signed(2 * change.interval.upperBound))"
            } ?? found.hindrance.map { _ in "cannot be compared" } ?? "not known"),
        ] + partnerships + found.goals.map { row($0.goal, $0.before, $0.after, 0) }))
    return pages
  }

  /// What came and went, of what is recorded.
  private var ties: String {
    let stability = found.stability.map { " (stability \(fixed($0, places: 2)))" } ?? ""
    let kept = "\(counted(found.kept)) kept\(found.tellsEnds ? stability : "")"
    let begun = "\(counted(found.begun, "tie")) begun"
    // Where no tie has a day of its own, those that came or went did so with people.
    let came = found.begun > 0 ? "\(begun) as people came, " : ""
    let left = found.ended > 0 ? "\(counted(found.ended, "tie")) ended as people left, " : ""
    func further(_ known: String) -> String { known.isEmpty ? "" : "other " }
    switch (found.tellsStarts, found.tellsEnds) {
    case (true, true): return "\(begun), \(counted(found.ended)) ended, \(kept)"
    case (true, false):
      return
        "\(begun), \(left)\(kept); no tie is recorded as ended between the two days, so \(further(left))losses cannot be told"
    case (false, true):
      return
        "\(came)\(counted(found.ended, "tie")) ended, \(kept); no tie is recorded as begun between the two days, so \(further(came))gains cannot be told"
    case (false, false):
      return
        "\(came)\(left)\(kept); no tie is recorded as begun or ended between the two days, so neither \(further(came))gains nor \(further(left))losses can be told"
    }
  }

  private func signedPoints(_ share: Double) -> String {
    (share > 0 ? "+" : "") + fixed(share * 100, places: 0)
  }
}
