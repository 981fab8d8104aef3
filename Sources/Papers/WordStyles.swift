import Documents

/// The styles of a document in Word, from the same type as every other form of it.
enum WordStyles {
  private static let fonts =
    "<w:rFonts w:ascii=\"\(TypeStyle.family)\" w:hAnsi=\"\(TypeStyle.family)\" w:cs=\"\(TypeStyle.family)\" w:eastAsia=\"\(TypeStyle.family)\"/>"

  private struct Named {
    let id: String
    let name: String
    let type: TypeStyle
    var base = "Normal"
    var level: Int?
    var isRight = false
    var keepsNext = false
    var further = ""
  }

  private static let paragraphs: [Named] = [
    Named(id: "BodyText", name: "Body Text", type: .body),
    Named(id: "Heading1", name: "heading 1", type: .title, level: 0, keepsNext: true),
    Named(id: "Heading2", name: "heading 2", type: .section, level: 1, keepsNext: true),
    Named(id: "Heading3", name: "heading 3", type: .third, level: 2, keepsNext: true),
    Named(
      id: "PanelHeading", name: "Panel Heading", type: panelHeading, base: "Heading2", level: 1),
    Named(id: "Kicker", name: "Kicker", type: .kicker, keepsNext: true),
    Named(id: "Lead", name: "Subtitle", type: .lead, keepsNext: true),
    Named(id: "Caption", name: "caption", type: caption),
    Named(id: "SourceNote", name: "Source Note", type: note),
    Named(id: "Picture", name: "Picture", type: TypeStyle(size: 10.5, leading: 0), keepsNext: true),
    Named(id: "PanelText", name: "Panel Text", type: .panel),
    Named(id: "ListParagraph", name: "List Paragraph", type: list),
    Named(id: "TableText", name: "Table Text", type: .table),
    Named(id: "TableNumber", name: "Table Number", type: .table, isRight: true),
    Named(id: "GridNumeral", name: "Grid Numeral", type: .numeral),
    Named(id: "GridAlarm", name: "Grid Alarm", type: TypeStyle.numeral.inked(Ink.alarm)),
    Named(id: "GridHeadline", name: "Grid Headline", type: .headline, keepsNext: true),
    Named(id: "GridTerm", name: "Grid Term", type: TypeStyle.panel.bold()),
    Named(id: "GridText", name: "Grid Text", type: .panel),
    Named(id: "GridQuiet", name: "Grid Quiet", type: quiet),
    Named(id: "BoxHeading", name: "Box Heading", type: boxHeading, base: "Heading2", level: 1),
    Named(
      id: "WarningHeading", name: "Warning Heading", type: boxHeading.inked(Ink.alarm),
      base: "Heading2", level: 1),
    Named(id: "AfterTable", name: "After Table", type: TypeStyle(size: 4, leading: 8)),
    Named(
      id: "TOC1", name: "toc 1", type: .contents,
      further: "<w:tabs><w:tab w:val=\"right\" w:pos=\"9071\"/></w:tabs>"),
    Named(id: "Header", name: "header", type: .small, further: tabs),
    Named(id: "Footer", name: "footer", type: .small, further: tabs),
  ]

  private static let tabs =
    "<w:tabs><w:tab w:val=\"center\" w:pos=\"4535\"/><w:tab w:val=\"right\" w:pos=\"9071\"/></w:tabs>"
  private static var panelHeading: TypeStyle { TypeStyle.panel.bold() }
  private static var boxHeading: TypeStyle {
    var type = TypeStyle.section
    type.before = 0
    return type
  }
  private static var caption: TypeStyle {
    var type = TypeStyle.small
    (type.before, type.after) = (6, 8)
    return type
  }
  private static var note: TypeStyle {
    var type = TypeStyle.small
    type.before = 2
    return type
  }
  private static var list: TypeStyle {
    var type = TypeStyle.body
    type.after = 0
    return type
  }
  private static var quiet: TypeStyle { TypeStyle.panel.inked(Ink.quiet) }

  static var xml: String {
    let open =
      "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
      + "<w:docDefaults><w:rPrDefault><w:rPr>\(fonts)<w:color w:val=\"\(Ink.text)\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"en-GB\" w:eastAsia=\"en-GB\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
      + "<w:pPrDefault><w:pPr><w:spacing w:before=\"0\" w:after=\"0\"/></w:pPr></w:pPrDefault></w:docDefaults>"
      + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
    let runs =
      "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
      + "<w:style w:type=\"character\" w:styleId=\"Gap\"><w:name w:val=\"Gap\"/><w:rPr><w:color w:val=\"\(Ink.quiet)\"/></w:rPr></w:style>"
    return WordFile.head + open + paragraphs.map(markup).joined() + runs + tables + "</w:styles>"
  }

  private static func markup(_ style: Named) -> String {
    let type = style.type
    let line =
      type.leading == 0
      ? "" : " w:line=\"\(Int((type.leading * 20).rounded()))\" w:lineRule=\"atLeast\""
    let spacing =
      "<w:spacing w:before=\"\(Int(type.before * 20))\" w:after=\"\(Int(type.after * 20))\"\(line)/>"
    let outline = style.level.map { "<w:outlineLvl w:val=\"\($0)\"/>" } ?? ""
    let look =
      "<w:rPr>\(type.isBold ? "<w:b/><w:bCs/>" : "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>")<w:color w:val=\"\(type.colour)\"/><w:sz w:val=\"\(Int((type.size * 2).rounded()))\"/><w:szCs w:val=\"\(Int((type.size * 2).rounded()))\"/></w:rPr>"
    return
      "<w:style w:type=\"paragraph\" w:styleId=\"\(style.id)\"><w:name w:val=\"\(style.name)\"/><w:basedOn w:val=\"\(style.base)\"/><w:qFormat/>"
      + "<w:pPr>\(style.keepsNext ? "<w:keepNext/>" : "")\(style.further)\(spacing)\(style.isRight ? "<w:jc w:val=\"right\"/>" : "")\(outline)</w:pPr>\(look)</w:style>"
  }

  private static var tables: String {
    let none =
      "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar>"
    let cells =
      "<w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"120\" w:type=\"dxa\"/></w:tblCellMar>"
    let rules =
      "<w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"\(Ink.hairline)\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"\(Ink.hairline)\"/></w:tblBorders>"
    let head =
      "<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr><w:tblPr/><w:tcPr><w:tcBorders><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"\(Ink.text)\"/></w:tcBorders><w:vAlign w:val=\"bottom\"/></w:tcPr></w:tblStylePr>"
    return
      "<w:style w:type=\"table\" w:styleId=\"Plain\"><w:name w:val=\"Weft Plain\"/><w:tblPr>\(none)</w:tblPr></w:style>"
      + "<w:style w:type=\"table\" w:styleId=\"WeftTable\"><w:name w:val=\"Weft Table\"/><w:tblPr>\(rules)\(cells)</w:tblPr>\(head)</w:style>"
  }
}
