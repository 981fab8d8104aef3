import Documents
import Findings
import Measures
import Networks

/// What comes from fields other than education: who carries it, and what is missing.
extension OutwardReport {
  func fields(_ found: FieldCarriers) -> [String] {
    let thin = found.fields.filter { $0.carriers.count == 1 }
    return [
      !found.tellsMissing
        ? "Which fields nobody is in touch with cannot be told: the sector of a partner is not recorded."
        : found.missing.isEmpty
          ? nil
          : "Nobody is in touch with \(listed(found.missing.map { PartnersReport.words($0.sector) }, and: "or"))\(asking(found.missing)).",
      thin.isEmpty || !words.naming.showsAll
        ? nil
        : "One colleague alone carries what comes from \(listed(thin.map { PartnersReport.words($0.sector) })).",
    ].compactMap { $0 }
  }

  /// Whom to ask about the first missing field.
  private func asking(_ missing: [FieldCarriers.Missing]) -> String {
    guard let first = missing.first(where: { !$0.partners.isEmpty || !$0.through.isEmpty }) else {
      return ""
    }
    let ask = first.partners.isEmpty ? first.through : first.partners
    return "; about \(PartnersReport.words(first.sector)) ask \(words.list(ask, most: 2))"
  }

  func fieldTable(_ found: FieldCarriers) -> Table {
    Table(
      [
        .text("sector", "field"), .number("carriers", "staff who carry it"), .text("who"),
        .text("partners", "from"), .text("about"), .number("groups", "reaches"),
      ],
      rows: found.fields.shownFirst({ isLarge($0.carriers.count) }) { $0.sector }.map { field in
        [
          .text(PartnersReport.words(field.sector)),
          isLarge(field.carriers.count) ? .count(field.carriers.count) : .suppressed,
          .text(
            words.naming.showsAll ? words.list(field.carriers, most: 3) : ""),
          .text(words.list(field.partners, most: 3)),
          // What the ties of few people are about would tell of them.
          isLarge(field.carriers.count)
            ? .text(field.about.joined(separator: ", ")) : .suppressed,
          isLarge(field.carriers.count) ? .count(field.groups.count) : .suppressed,
        ]
      })
  }

  func missingTable(_ found: FieldCarriers) -> Table {
    Table(
      [.text("sector", "field"), .text("ask", "whom to ask")],
      rows: found.missing.map { field in
        [
          .text(PartnersReport.words(field.sector)),
          .text(
            field.partners.isEmpty && field.through.isEmpty
              ? "no partner of it on file"
              : words.list(field.partners.isEmpty ? field.through : field.partners, most: 3)),
        ]
      })
  }
}
