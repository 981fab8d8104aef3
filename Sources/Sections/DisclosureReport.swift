public import Documents
public import Findings
import GraphEngine
import Measures
import Networks

/// What a copy without names hides and why, for whoever holds the files.
public struct DisclosureReport: Sendable {
  private let analysis: Analysis
  private let naming: Naming

  public init(_ analysis: Analysis, _ naming: Naming) {
    self.analysis = analysis
    self.naming = naming
  }

  public var pages: Pages {
    let disclosure = analysis.disclosure
    let rows = groups(disclosure)
    let few = disclosure.small.values.reduce(0) { $0 + $1.count }
    let beside = disclosure.beside.values.reduce(0) { $0 + $1.count }
    let suppressed = analysis.map().amongStaff.suppressed
    let hidden = analysis.network.people.isHidden.count { $0 }
    var sentences = [
      few == 0
        ? "Every group has \(inWords(disclosure.minGroup)) people or more\(beside == 0 ? ", so none is hidden" : "; \(counted(beside, "is", "are")) hidden so that links of few people cannot be worked out")."
        : "\(counted(few, "group has", "groups have")) fewer than \(inWords(disclosure.minGroup)) people and \(few == 1 ? "is" : "are") hidden\(beside == 0 ? "" : "; \(counted(beside, "more is", "more are")) hidden so that sums do not give those away").",
      suppressed.links == 0
        ? "Every link is carried by \(inWords(disclosure.minLink)) people or more, so all are shown."
        : "\(counted(suppressed.links, "link")) between groups \(suppressed.links == 1 ? "is" : "are") not shown: fewer than \(inWords(disclosure.minLink)) people carry \(suppressed.links == 1 ? "it" : "them")\(suppressed.isLinkBeside ? ", or it would tell of one that few carry" : "").",
      naming.withheld.isEmpty
        ? "Every person has a row, under a code."
        : "\(counted(naming.withheld.count, "person has", "people have")) no row: \(reasons(hidden)).",
      "A role is told beside a school only where \(inWords(disclosure.minGroup)) people there share it.",
    ]
    if analysis.network.excludedCount > 0 {
      sentences.append(ownWish(analysis.network.excludedCount) + " and count nowhere.")
    }
    var pages = Pages(sentences: sentences)
    if !rows.isEmpty {
      pages.add(
        "hidden", "Groups that are hidden",
        Table(
          [.text("by"), .text("id"), .text("group"), .number("people"), .text("why")], rows: rows))
    }
    pages.closing =
      "For you, who hold the files: do not pass this on. Docs/Privacy.md says what is promised, and what not."
    return pages
  }

  private func reasons(_ hidden: Int) -> String {
    let reasons = [
      hidden > 0
        ? "\(counted(hidden)) asked not to be named, and others are left out with them so that nobody can count down to one"
        : nil,
      naming.withheld.count > hidden
        && !(analysis.disclosure.small[analysis.boundary ?? .school] ?? []).isEmpty
        ? "the rest are in groups that are hidden" : nil,
    ].compactMap { $0 }
    return listed(reasons.isEmpty ? ["their rows would give others away"] : reasons)
  }

  private func groups(_ disclosure: Disclosure) -> [[Table.Cell]] {
    let all = Set(disclosure.small.keys).union(disclosure.beside.keys).sorted()
    return all.flatMap { boundary -> [[Table.Cell]] in
      let grouping = analysis.network.groups(by: boundary, among: analysis.study.slice.people)
      return grouping.ids.indices.filter { disclosure.hides(grouping.ids[$0], along: boundary) }
        .map { place in
          let id = grouping.ids[place]
          return [
            .text(boundary.singular), .text(id), .text(grouping.partition.names[place]),
            .count(grouping.partition.sizes[place]),
            .text(
              disclosure.small[boundary]?.contains(id) == true
                ? "fewer than \(disclosure.minGroup) people"
                : disclosure.small.isEmpty
                  ? "so that links of few people cannot be worked out"
                  : "beside a group that has"),
          ]
        }
    }
  }
}
