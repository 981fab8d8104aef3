public import Documents
import Networks

/// Part B: the page of a finding that names people, by itself.
extension BoardPack {
  var namedDocument: Document {
    let people = findings.first { $0.part == .people } ?? findings.first
    guard let finding = people else { return Document(headline, properties) }
    var blocks: [Document.Block] = [
      .kicker("Named copy"), .heading(1, finding.headline),
      .lead(
        Phrase(
          finding.lead + " "
            + (finding.finding.isAlarm
              ? "This says where a second link is needed, and nothing about anybody’s work."
              : finding.table == nil
                ? "So nobody is named here."
                : "The table names those who connect most, and says nothing about anybody’s work."))
      ),
      .box(
        .init(
          "Named copy",
          [
            "For trustees and the executive team only. Do not forward, print for the public file or paste into Part A. Copy for "
              + .gap("reader") + ", made " + .gap("date") + ". Delete after " + .gap("date") + "."
          ], isWarning: true)),
    ]
    if let figure = figure(of: finding) { blocks.append(.figure(figure)) }
    if let table = finding.table { blocks.append(.table(table)) }
    let asked: Phrase =
      finding.table == nil && !finding.finding.isAlarm
      ? "" : Phrase(" Each person named has been asked: ") + .gap("data lead to confirm")
    blocks += [
      .note(Phrase("A position in a network is not merit. \(finding.note)") + asked),
      .heading(2, "What to do"), .paragraph(finding.action),
    ]
    return Document(finding.headline, properties, blocks: blocks)
  }

  /// The tables and figures as a workbook.
  ///
  /// - Parameter further: tables of other sections, each with the words on its tab and what it is.
  public func book(_ further: [Book.Sheet]) -> Book {
    let shown = isNamed ? findings.filter { $0.part == .people } : findings
    let own = shown.compactMap { finding in
      finding.table.map {
        Book.Sheet(
          finding.part.rawValue, "\(finding.headline): \($0.caption)",
          BoardWords.forWorkbook($0.table))
      }
    }
    let notes =
      shown.map { "\($0.headline). \($0.lead) \($0.note)" } + [
        "An empty cell has no value; the column status says why. \(dataProtection)"
      ]
    return Book(
      document.title, sheets: own + further, figures: document.figures, notes: notes,
      marking: marking, author: request.author, day: day)
  }
}
