import Networks

/// Words of a graph file as text: parted by white space, in quotes where they hold any.
struct GraphWords {
  struct Word: Equatable {
    var text: String
    var isQuoted = false
  }

  /// The words of a line; a quote that never closes ends with it.
  static func words(_ line: Substring, also separators: String = "") -> [Word] {
    var words: [Word] = []
    var word = ""
    var (isOpen, isInside, wasQuoted) = (false, false, false)
    func isParting(_ sign: Character) -> Bool { sign.isWhitespace || separators.contains(sign) }
    for sign in line {
      if isInside {
        if sign == "\"" { isInside = false } else { word.append(sign) }
      } else if sign == "\"", !isOpen || wasQuoted {
        (isOpen, isInside, wasQuoted) = (true, true, true)
      } else if isParting(sign) {
        if isOpen { words.append(Word(text: word, isQuoted: wasQuoted)) }
        (word, isOpen, wasQuoted) = ("", false, false)
      } else {
        isOpen = true
        word.append(sign)
      }
    }
    if isOpen { words.append(Word(text: word, isQuoted: wasQuoted)) }
    return words
  }

  static func lines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }
}

/// Pajek's networks (.net), with arcs, edges, lists and matrices, several relations, and intervals of time.
enum PajekFile {
  static func sheets(_ text: String) throws(FormatError) -> [Sheet] {
    var tables = GraphTables()
    tables.idsAreNumbers = true
    var section = ""
    var relation = ""
    var count = 0
    var row = 0
    // A partition or vector gives each vertex a number.
    var given = ""
    var partitions: [String] = []
    for (number, line) in GraphWords.lines(text).enumerated() {
      let words = GraphWords.words(line)
      guard let first = words.first, !first.text.hasPrefix("%") else { continue }
      func wrong(_ what: String) -> FormatError { FormatError("line \(number + 1): \(what)") }
      if first.text.hasPrefix("*"), !first.isQuoted {
        section = first.text.lowercased()
        relation = words.count > 2 && words[1].text.hasPrefix(":") ? words[2].text : ""
        if relation.isEmpty, words.count > 1, words[1].text.hasPrefix(":"), words[1].text.count > 1
        {
          relation = String(words[1].text.dropFirst())
        }
        if ["*partition", "*vector"].contains(section) {
          given = words.dropFirst().map(\.text).joined(separator: " ")
          if given.isEmpty { given = String(section.dropFirst()) }
          if section == "*partition" { partitions.append(given) }
        } else if section == "*vertices", !given.isEmpty {
          // Of another network than this one it says nothing.
          section = words.count > 1 && Int(words[1].text) == count ? "*given" : "*passed"
        } else if ["*network", "*permutation", "*cluster"].contains(section) {
          given = section == "*network" ? "" : "other"
        } else if section == "*vertices" {
          guard words.count > 1, let stated = Int(words[1].text),
            (0...FormatLimits.rows).contains(stated)
          else {
            throw wrong("*Vertices needs the number of vertices, up to \(FormatLimits.rows).")
          }
          count = stated
          for vertex in 1..<(max(count, 0) + 1) { try tables.addNode(String(vertex)) }
        }
        row = 0
        continue
      }
      func vertex(_ word: GraphWords.Word) throws(FormatError) -> String {
        guard let vertex = Int(word.text), (1...max(count, 1)).contains(vertex), count > 0 else {
          throw wrong("\(word.text) is no vertex from 1 to \(count).")
        }
        return String(vertex)
      }
      let kind: GraphTables.Attributes = relation.isEmpty ? [] : [("kind", relation)]
      switch section {
      case "*given" where given != "other":
        row += 1
        guard row <= count, Double(first.text) != nil else { continue }
        // Pajek's marks for no number.
        let isMissing = ["9999998", "99999998", "999999998"].contains(first.text)
        try tables.addNode(String(row), [(given, isMissing ? "" : first.text)])
      case "*vertices":
        let label = words.count > 1 ? words[1].text : ""
        try tables.addNode(vertex(first), label: label, Self.time(words))
      case "*arcs", "*edges":
        guard words.count > 1 else { throw wrong("an arc or edge needs two vertices.") }
        let from = try vertex(GraphWords.Word(text: first.text.replacing("-", with: "")))
        let to = try vertex(words[1])
        var facts = kind
        if words.count > 2, Double(words[2].text) != nil { facts.append(("weight", words[2].text)) }
        if let mark = words.firstIndex(where: { $0.text == "l" && !$0.isQuoted }),
          mark + 1 < words.count
        {
          facts.append(("label", words[mark + 1].text))
        }
        try tables.addEdge(from, to, isDirected: section == "*arcs", facts + Self.time(words))
      case "*arcslist", "*edgeslist":
        let from = try vertex(first)
        for other in words.dropFirst() {
          try tables.addEdge(from, vertex(other), isDirected: section == "*arcslist", kind)
        }
      case "*matrix":
        tables.mutualStandsTwice = true
        row += 1
        guard row <= count else { throw wrong("the matrix has more rows than there are vertices.") }
        for (column, cell) in words.enumerated() {
          guard let value = Double(cell.text) else { throw wrong("\(cell.text) is no number.") }
          if value != 0, column < count {
            try tables.addEdge(
              String(row), String(column + 1), isDirected: true, kind + [("weight", cell.text)])
          }
        }
      case "": throw wrong("a Pajek network begins with *Vertices.")
      default: break
      }
    }
    guard !tables.isEmpty else { throw FormatError("holds no *Vertices.") }
    var sheets = try tables.sheets()
    if !partitions.isEmpty {
      sheets[0].note =
        "\(listed(partitions.map { shown($0) })) \(partitions.count == 1 ? "has" : "have") numbers in place of names, as partitions of Pajek do"
    }
    return sheets
  }

  /// The interval in brackets at the end of a line, such as [2019-2020].
  private static func time(_ words: [GraphWords.Word]) -> GraphTables.Attributes {
    guard let last = words.last, !last.isQuoted, last.text.hasPrefix("["), last.text.hasSuffix("]")
    else {
      return []
    }
    let ends = last.text.dropFirst().dropLast().split(separator: ",").map { part in
      part.split(separator: "-").map(String.init)
    }
    guard let start = ends.first?.first, let end = ends.last?.last else { return [] }
    return [
      ("started", GraphTime.day(start, isEnd: false)),
      ("ended", end == "*" ? "" : GraphTime.day(end, isEnd: true)),
    ]
  }
}

/// UCINET's DL: full and half matrices, edge lists and node lists, one mode and two, one matrix and several.
enum DLFile {
  static func sheets(_ text: String) throws(FormatError) -> [Sheet] {
    var reader = Reader(text)
    return try reader.read()
  }

  private struct Reader {
    private let words: [(word: GraphWords.Word, line: Int)]
    private let lineWords: [[GraphWords.Word]]
    private var place = 0
    private var numbers: [String: Int] = [:]
    private var format = "fullmatrix"
    private var (isEmbedded, rowsEmbedded, columnsEmbedded) = (false, false, false)
    private var hasDiagonal = true
    private var labels: [String: [String]] = [:]

    init(_ text: String) {
      lineWords = GraphWords.lines(text).map { GraphWords.words($0, also: ",=") }
      words = lineWords.enumerated().flatMap { line, words in words.map { ($0, line) } }
    }

    private func keyword(_ place: Int) -> String {
      guard place < words.count, !words[place].word.isQuoted else { return "" }
      return words[place].word.text.lowercased()
    }

    /// The section that a line opens, such as "row labels".
    private func section(_ place: Int) -> (name: String, length: Int)? {
      let (a, b) = (keyword(place), keyword(place + 1))
      let pair = "\(a) \(b)"
      for (name, text) in [
        ("row", "row labels:"), ("column", "column labels:"), ("column", "col labels:"),
        ("matrix", "matrix labels:"), ("level", "level labels:"),
      ] where pair == text { return (name, 2) }
      if ["labels:", "data:"].contains(a) { return (a == "data:" ? "data" : "all", 1) }
      for (name, text) in [("row", "row"), ("column", "column"), ("column", "col")]
      where a == text && b == "labels" && keyword(place + 2) == "embedded" {
        return (name + "-embedded", 3)
      }
      if a == "labels", b == "embedded" { return ("embedded", 2) }
      return nil
    }

    mutating func read() throws(FormatError) -> [Sheet] {
      guard keyword(0) == "dl" else { throw FormatError("does not begin with DL.") }
      place = 1
      while place < words.count {
        if let section = section(place) {
          place += section.length
          switch section.name {
          case "data": return try data()
          case "embedded": (isEmbedded, rowsEmbedded, columnsEmbedded) = (true, true, true)
          case "row-embedded": rowsEmbedded = true
          case "column-embedded": columnsEmbedded = true
          default: readLabels(section.name)
          }
          continue
        }
        let key = keyword(place)
        switch key {
        case "n", "nr", "nc", "nm":
          guard place + 1 < words.count, let value = Int(words[place + 1].word.text),
            (1...FormatLimits.rows).contains(value)
          else {
            throw FormatError("\(key.uppercased()) needs a number from 1 to \(FormatLimits.rows).")
          }
          numbers[key] = value
          place += 2
        case "format":
          format = keyword(place + 1)
          place += 2
        case "diagonal":
          hasDiagonal = !keyword(place + 1).hasPrefix("absent")
          place += 2
        default: place += 1
        }
      }
      throw FormatError("has no DATA: section.")
    }

    private mutating func readLabels(_ name: String) {
      var found: [String] = []
      while place < words.count, section(place) == nil,
        !["n", "nr", "nc", "nm", "format", "diagonal"].contains(keyword(place))
      {
        found.append(words[place].word.text)
        place += 1
      }
      if name == "all" {
        labels["row"] = found
        labels["column"] = found
      } else {
        labels[name] = found
      }
    }

    private mutating func data() throws(FormatError) -> [Sheet] {
      let isTwoMode = numbers["nr"] != nil && numbers["nc"] != nil
      guard let rows = numbers["nr"] ?? numbers["n"], let columns = numbers["nc"] ?? numbers["n"]
      else {
        throw FormatError("does not say N, the number of nodes.")
      }
      let matrices = numbers["nm"] ?? 1
      var tables = GraphTables()
      tables.mutualStandsTwice = true
      var groups: Set<String> = []
      func label(_ side: String, _ number: Int) -> String {
        let known = labels[side] ?? []
        return known.indices.contains(number)
          ? known[number] : isTwoMode ? "\(side)\(number + 1)" : "\(number + 1)"
      }
      if !rowsEmbedded, labels["row"] != nil || format.contains("matrix") {
        for row in 0..<rows { try tables.addNode(label("row", row)) }
      }
      if isTwoMode, !columnsEmbedded {
        for column in 0..<columns {
          groups.insert(label("column", column))
          try tables.addNode(label("column", column))
        }
      }
      func end(_ word: GraphWords.Word, _ side: String) throws(FormatError) -> String {
        if let number = Int(word.text), !isEmbedded,
          !(side == "row" ? rowsEmbedded : columnsEmbedded)
        {
          guard (1...(side == "row" ? rows : columns)).contains(number) else {
            throw FormatError(
              "names node \(word.text), which is not from 1 to \(side == "row" ? rows : columns).")
          }
          return label(side, number - 1)
        }
        return word.text
      }
      func kind(_ matrix: Int) -> GraphTables.Attributes {
        guard matrices > 1 else { return [] }
        let known = labels["matrix"] ?? labels["level"] ?? []
        return [("kind", known.indices.contains(matrix) ? known[matrix] : "matrix \(matrix + 1)")]
      }
      switch format {
      case "fullmatrix", "fm", "lowerhalf", "lh", "upperhalf", "uh":
        let half =
          ["lowerhalf", "lh"].contains(format) ? -1 : ["upperhalf", "uh"].contains(format) ? 1 : 0
        for matrix in 0..<matrices {
          var heads: [String] = (0..<columns).map { label("column", $0) }
          if columnsEmbedded, half == 0 || rowsEmbedded {
            heads = try (0..<columns).map { _ throws(FormatError) in try next().text }
          }
          for row in 0..<rows {
            let from = rowsEmbedded ? try next().text : label("row", row)
            try tables.addNode(from)
            let first = half == 1 ? row + (hasDiagonal ? 0 : 1) : 0
            let last = half == -1 ? row - (hasDiagonal ? 0 : 1) : columns - 1
            guard first <= last else { continue }
            for column in first...last {
              if half == 0, !hasDiagonal, column == row { continue }
              let cell = try next()
              guard let value = Double(cell.text) else {
                throw FormatError("\(cell.text) in the data is no number.")
              }
              guard value != 0 else { continue }
              try tables.addEdge(
                from, heads[column], isDirected: isTwoMode || half != 0 ? false : true,
                kind(matrix) + [("weight", cell.text)])
            }
          }
        }
      case "edgelist1", "el1", "edgelist2", "el2":
        let isTwo = format.hasSuffix("2")
        var matrix = 0
        for line in lines() {
          if line[0].text == "!" { matrix += 1; continue }
          guard line.count > 1 else { throw FormatError("an edge in the data needs two nodes.") }
          let weight: GraphTables.Attributes =
            line.count > 2 && Double(line[2].text) != nil ? [("weight", line[2].text)] : []
          let (from, to) = (try end(line[0], "row"), try end(line[1], isTwo ? "column" : "row"))
          if isTwo { groups.insert(to) }
          if line.count > 2, Double(line[2].text) == 0 {
            // Those whom nothing ties are there all the same.
            try tables.addNode(from)
            try tables.addNode(to)
            continue
          }
          try tables.addEdge(from, to, isDirected: !isTwo, kind(matrix) + weight)
        }
      case "nodelist1", "nl1", "nodelist2", "nl2", "nodelist1b", "nl1b", "nodelist2b", "nl2b":
        let isTwo = format.contains("2")
        let isCounted = format.hasSuffix("b")
        var matrix = 0
        for (row, line) in lines().enumerated() {
          if line[0].text == "!" { matrix += 1; continue }
          // With counts each line is a node in order: how many, then whom.
          let from = isCounted ? label("row", row) : try end(line[0], "row")
          try tables.addNode(from)
          for other in line.dropFirst() {
            try tables.addEdge(
              from, end(other, isTwo ? "column" : "row"), isDirected: !isTwo, kind(matrix))
          }
        }
      default:
        throw FormatError(
          "is DL of a format Weft does not read (\(format)). Save it as fullmatrix, edgelist1 or nodelist1."
        )
      }
      // Who stands at both sides is in one network and not in two modes.
      let isOfGroups =
        isTwoMode
        || ["edgelist2", "el2", "nodelist2", "nl2", "nl2b", "nodelist2b"].contains(format)
      if isOfGroups, !tables.meetItself { return try tables.membership(groups) }
      return try tables.sheets()
    }

    private mutating func next() throws(FormatError) -> GraphWords.Word {
      guard place < words.count else {
        throw FormatError("ends before its data are complete. Export it again.")
      }
      place += 1
      return words[place - 1].word
    }

    /// The lines of the data, without empty ones.
    private func lines() -> [[GraphWords.Word]] {
      guard place < words.count else { return [] }
      let first = words[place].line
      return lineWords[first...].enumerated().map { number, line in
        // What stands before the data on their first line is none of them.
        number == 0 ? words[place...].prefix { $0.line == first }.map(\.word) : line
      }.filter { !$0.isEmpty }
    }
  }
}
