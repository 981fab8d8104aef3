import Networks

/// The little of Markdown that the summary uses, as HTML: headings, lists, tables, paragraphs, slanted words.
struct MarkdownPage {
  /// The HTML of the text.
  private(set) var html = ""

  /// - Parameter level: the level of heading that a first heading becomes; the others follow.
  init(_ markdown: String, level: Int = 2) {
    var block: [Substring] = []
    let lines: [Substring] = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines + [""] {
      if line.isEmpty {
        add(block, level)
        block = []
      } else {
        block.append(line)
      }
    }
  }

  private mutating func add(_ block: [Substring], _ level: Int) {
    guard let first = block.first else { return }
    if first.hasPrefix("#") {
      let depth = first.prefix { $0 == "#" }.count
      let tag = "h\(min(6, level + depth - 1))"
      html += "<\(tag)>\(Self.inline(first.dropFirst(depth + 1)))</\(tag)>\n"
      add(Array(block.dropFirst()), level)
    } else if first.hasPrefix("- ") {
      html +=
        "<ul>\n" + block.map { "<li>\(Self.inline($0.dropFirst(2)))</li>\n" }.joined() + "</ul>\n"
    } else if first.hasPrefix("|"), block.count > 1 {
      table(block)
    } else {
      html += "<p>" + block.map(Self.inline).joined(separator: "<br>") + "</p>\n"
    }
  }

  private mutating func table(_ block: [Substring]) {
    let isNumeric = Self.cells(block[1]).map { $0.hasSuffix(":") }
    func kind(_ column: Int) -> String {
      isNumeric.indices.contains(column) && isNumeric[column] ? " class=\"number\"" : ""
    }
    let heads = Self.cells(block[0])
    html +=
      "<div class=\"wide\" role=\"region\" aria-label=\"Table: \(Self.inline(heads.first ?? ""))\" tabindex=\"0\"><table>\n<thead><tr>"
    html += heads.enumerated().map {
      // A heading without words would be one that nobody can read out.
      $1.isEmpty ? "<td></td>" : "<th scope=\"col\"\(kind($0))>\(Self.inline($1))</th>"
    }.joined()
    html += "</tr></thead>\n<tbody>\n"
    for row in block.dropFirst(2) {
      html += "<tr>"
      for (column, cell) in Self.cells(row).enumerated() {
        html +=
          column == 0
          ? "<th scope=\"row\"\(kind(0))>\(Self.inline(cell))</th>"
          : "<td\(kind(column))>\(Self.inline(cell))</td>"
      }
      html += "</tr>\n"
    }
    html += "</tbody></table></div>\n"
  }

  /// The cells of a line between bars; a bar behind a backslash parts nothing.
  private static func cells(_ line: Substring) -> [Substring] {
    var cells: [Substring] = []
    var start = line.startIndex
    var isEscaped = false
    for place in line.indices {
      if line[place] == "|", !isEscaped {
        cells.append(line[start..<place])
        start = line.index(after: place)
      }
      isEscaped = line[place] == "\\" && !isEscaped
    }
    return cells.dropFirst().map { Substring(trimmed(String($0))) }
  }

  /// A line with its backslashes taken as Markdown does, and `*` for slanted words.
  private static func inline(_ text: Substring) -> String {
    var result = ""
    var (isEscaped, isSlanted) = (false, false)
    for character in text {
      if isEscaped {
        result += htmlText(String(character))
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "*" {
        result += isSlanted ? "</em>" : "<em>"
        isSlanted.toggle()
      } else {
        result += htmlText(String(character))
      }
    }
    return result + (isSlanted ? "</em>" : "")
  }
}

/// Text as HTML holds it, between tags and in quoted attributes; what cannot be seen is written out.
public func htmlText(_ text: String) -> String {
  var result = ""
  for scalar in visibleLines(text).unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\t", "\r": result += " "
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
