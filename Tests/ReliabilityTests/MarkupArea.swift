import Foundation
import FoundationXML
import TestSupport
import Testing

/// Area 9: text that would act in a page, a picture, a file of data or a drawing program, in each field that a trust fills in.
///
/// What Weft writes must have no other markup than for plain words: no other tags and attributes, no other keys, as many cells a row.
struct MarkupCase: Sendable, CustomTestStringConvertible {
  let payload: Int
  let field: Field

  var testDescription: String { "\(Self.payloads[payload]) in \(field.rawValue)" }

  enum Field: String, CaseIterable { case name, role, topic, team, partner, note }

  static let cases = payloads.indices.flatMap { payload in
    Field.allCases.map { MarkupCase(payload: payload, field: $0) }
  }

  static let payloads = [
    "<script>alert(1)</script>", "<ScRiPt src=//x.org/a.js>", "</script><script>alert(1)//",
    "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
    "\"><script>alert(1)</script>", "' onmouseover='alert(1)",
    "\" onfocus=\"alert(1)\" autofocus=\"",
    "</text><script>alert(1)</script><text>", "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>", "</p></div></body></html>", "<!-- ", " -->", "]]>",
    "<![CDATA[ x ]]>", "<?xml version=\"1.0\"?>",
    "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>",
    "&lt;script&gt;", "&#60;script&#62;", "&amp;amp;", "&unknown;", "javascript:alert(1)",
    "<a href=\"javascript:alert(1)\">x</a>", "<iframe src=data:text/html,x>", "<base href=//x.org>",
    "<meta http-equiv=refresh content=0>", "[x](javascript:alert(1))", "![x](http://x.org/a.png)",
    "`code` *strong* _soft_ # head", "| a | b |", "\\\" }; node [label=x]; \\",
    "}\n digraph { a -> b",
    "\\N \\G \\E \\l \\r", "{a|b|<port> c}", "${7*7} {{7*7}} #{7*7}", "%n%s%x %00 %3Cscript%3E",
    "\\u003cscript\\u003e", "'; DROP TABLE texts; --", "<\u{301}script>alert(1)<\u{301}/script>",
    "\u{FF1C}script\u{FF1E}",
  ]

  /// What Weft makes of a trust in which every field holds a text.
  struct Made: Sendable {
    var files: [String: String] = [:]
    var page: [String] = []
  }

  private static func made(_ text: String) -> Made {
    func cell(_ field: Field, _ more: String = "") -> String {
      "\"" + (text + " " + field.rawValue + more).replacing("\"", with: "\"\"") + "\""
    }
    var people = "id,name,school,team,role,expertise\n"
    for place in 0..<24 {
      people +=
        "P\(place),\(cell(.name, "\(place)")),S\(place % 3),T\(place % 2),\(cell(.role, "\(place % 2)")),\(cell(.topic))\n"
    }
    var ties = "from,to,depth\n"
    for place in 0..<24 {
      for step in [1, 3, 7] { ties += "P\(place),P\((place + step) % 24),\(1 + place % 4)\n" }
    }
    ties += "P1,\(cell(.note, "nobody")),2\n"
    let folder = Workdir([
      "people.csv": people, "collaborations.csv": ties,
      "schools.csv": "id,name,phase\n" + (0..<3).map { "S\($0),School \($0),primary\n" }.joined(),
      "teams.csv": "id,name,objective\n"
        + (0..<2).map { "T\($0),\(cell(.team, "\($0)")),\(cell(.note))\n" }.joined(),
      "partners.csv": "id,name,sector,mission\nX1,\(cell(.partner)),health,\(cell(.note))\n",
      "partnerships.csv": "partner,with,level,gives\nX1,S0,3,\(cell(.note))\nX1,trust,2,\n",
      "stories.csv": "title,who\n\(cell(.note)),P1;X1\n",
    ])
    var made = Made()
    let out = folder.path + "/out"
    let map = weft(["map", folder.path, "-o", out, "--no-figures", "--names", "full"])
    #expect(map.status == 0, "\(text): \(map.err)")
    for name in folder.names("out") { made.files[name] = folder.text("out/" + name) ?? "" }
    made.files["teams.txt"] = weft(["teams", folder.path]).out
    made.files["stories.json"] = weft(["stories", folder.path, "--json"]).out
    made.files["check.json"] = weft(["check", folder.path, "--json"]).out
    return made
  }

  private static let plain = made("Plain words")
  private static let all: [Made] = payloads.map { made($0) }

  func check() throws {
    let (made, plain) = (Self.all[payload], Self.plain)
    #expect(Set(made.files.keys) == Set(plain.files.keys))
    for (name, text) in made.files {
      let expected = plain.files[name] ?? ""
      switch name.split(separator: ".").last {
      case "html":
        #expect(Set(Markup.tags(text)).isSubset(of: Set(Markup.tags(expected))), "\(name)")
      case "json":
        // Codes of problems are keys too.
        let keys = try Markup.keys(text)
        #expect(keys.allSatisfy { $0.wholeMatch(of: /[\w .:-]+/) != nil }, "\(name)")
      case "csv":
        let widths = Set(Markup.cellCounts(text).dropLast())
        #expect(widths == Set(Markup.cellCounts(expected).dropLast()), "\(name)")
      case "md":
        var isEscaped = false
        for scalar in text.unicodeScalars {
          if scalar == "<" { #expect(isEscaped, "\(name) holds a raw <") }
          isEscaped = scalar == "\\" && !isEscaped
        }
      default: break
      }
    }
    // The field is in what was written, so that there is something to check.
    let mark = field == .note ? "note" : field.rawValue
    #expect(made.files.values.contains { $0.contains(mark) })
  }
}

/// What of a text is markup rather than words.
enum Markup {
  /// The tags of a page in their order, with the names of their attributes.
  static func tags(_ html: String) -> [String] {
    var tags: [String] = []
    var rest = html[...]
    while let opening = rest.firstIndex(of: "<") {
      rest = rest[opening...]
      guard let closing = end(of: rest) else { break }
      tags.append(outline(rest[..<closing]))
      rest = rest[rest.index(after: closing)...]
    }
    return tags
  }

  /// Where a tag ends, what stands in quotes not counted.
  private static func end(of tag: Substring) -> String.Index? {
    var quote: Character?
    for place in tag.indices {
      if tag[place] == quote {
        quote = nil
      } else if quote == nil, tag[place] == "\"" || tag[place] == "'" {
        quote = tag[place]
      } else if quote == nil, tag[place] == ">" {
        return place
      }
    }
    return nil
  }

  /// A tag without what stands in quotes.
  private static func outline(_ tag: Substring) -> String {
    var result = ""
    var quote: Character?
    for character in tag {
      if character == quote {
        quote = nil
      } else if quote == nil {
        result.append(character)
        if character == "\"" || character == "'" { quote = character }
      }
    }
    return result
  }

  /// The names of all members of a JSON text.
  static func keys(_ json: String) throws -> Set<String> {
    func keys(_ value: Any) -> Set<String> {
      if let object = value as? [String: Any] {
        return object.reduce(into: Set(object.keys)) { $0.formUnion(keys($1.value)) }
      }
      if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(keys($1)) } }
      return []
    }
    return keys(try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed))
  }

  /// How many cells each row of a CSV text has.
  static func cellCounts(_ csv: String) -> [Int] {
    var counts = [1]
    var isQuoted = false
    for byte in csv.utf8 {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: counts[counts.count - 1] += 1
      case UInt8(ascii: "\n") where !isQuoted: counts.append(1)
      default: break
      }
    }
    return counts
  }

  /// The elements and attributes of an XML text; `nil` where it is none.
  static func names(_ xml: String) -> Set<String>? {
    let parser = XMLParser(data: Data(xml.utf8))
    parser.shouldResolveExternalEntities = false
    let reader = Names()
    parser.delegate = reader
    return parser.parse() ? reader.names : nil
  }

  private final class Names: NSObject, XMLParserDelegate {
    var names: Set<String> = []

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      names.insert(element)
      names.formUnion(attributes.keys.map { element + " " + $0 })
    }
  }

  /// A DOT text without what stands in quotes.
  static func skeleton(ofDOT text: String) -> String {
    var result = ""
    var (isQuoted, isEscaped) = (false, false)
    for byte in text.utf8 {
      if isQuoted {
        if byte == UInt8(ascii: "\""), !isEscaped { isQuoted = false }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if !(0x30...0x39).contains(byte), byte != UInt8(ascii: ".") {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return isQuoted ? "open" : result
  }
}

/// The same in pictures, a batch of payloads at a time.
struct PictureCase: Sendable, CustomTestStringConvertible {
  let batch: Int
  let figure: String

  var testDescription: String { "\(figure), payloads from \(batch)" }

  static let cases = stride(from: 0, to: MarkupCase.payloads.count, by: 14).flatMap { batch in
    ["map", "partners", "coverage"].map { PictureCase(batch: batch, figure: $0) }
  }

  private func draw(_ texts: [String]) -> (svg: String, dot: String) {
    func cell(_ place: Int) -> String {
      "\"" + texts[place % texts.count].replacing("\"", with: "\"\"") + "\""
    }
    var people = "id,name,school,role,expertise\n"
    for place in 0..<70 {
      people += "P\(place),\(cell(place)),S\(place % 14),\(cell(place)),\(cell(place / 2))\n"
    }
    var ties = "from,to\n"
    for place in 0..<70 {
      for step in [1, 9, 14, 28] { ties += "P\(place),P\((place + step) % 70)\n" }
      ties += "P\(place),X\(place % 5)\n"
    }
    let folder = Workdir([
      "people.csv": people, "collaborations.csv": ties,
      "schools.csv": "id,name\n" + (0..<14).map { "S\($0),\(cell($0))\n" }.joined(),
      "partners.csv": "id,name,sector\n" + (0..<5).map { "X\($0),\(cell($0)),health\n" }.joined(),
    ])
    for ending in ["svg", "dot"] {
      let names = figure == "coverage" ? ["--names", "full"] : []
      let title = ending == "svg" ? ["--title", texts[0]] : []
      let outcome = weft(
        ["draw", figure, folder.path, "-o", folder.path + "/figure." + ending] + names + title)
      #expect(outcome.status == 0, "\(testDescription): \(outcome.err)")
    }
    return (folder.text("figure.svg") ?? "", folder.text("figure.dot") ?? "")
  }

  func check() {
    let payloads = (batch..<batch + 14).map { MarkupCase.payloads[$0 % MarkupCase.payloads.count] }
    let made = draw(payloads)
    let plain = draw(payloads.indices.map { "Plain words \($0)" })
    let (names, known) = (Markup.names(made.svg), Markup.names(plain.svg))
    #expect(names != nil && known != nil, "\(testDescription): no XML")
    #expect(names?.isSubset(of: known ?? []) == true, "\(names?.subtracting(known ?? []) ?? [])")
    #expect(!made.svg.contains("javascript:alert(1)\""))
    #expect(skeleton(made.dot).isSubset(of: skeleton(plain.dot)))
  }

  /// The lines of a DOT file without texts and without the line that says who wrote it.
  private func skeleton(_ dot: String) -> Set<Substring> {
    Set(Markup.skeleton(ofDOT: dot).split(separator: "\n").filter { !$0.hasPrefix("// Weft ") })
  }
}

@Suite struct MarkupArea {
  @Test(arguments: MarkupCase.cases) func markup(_ one: MarkupCase) throws { try one.check() }
  @Test(arguments: PictureCase.cases) func pictures(_ one: PictureCase) { one.check() }
}
