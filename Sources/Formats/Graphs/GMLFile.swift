import Networks

/// GML (Himsolt 1997): keys, numbers, texts and lists in square brackets.
enum GMLFile {
  static func sheets(_ text: String) throws(FormatError) -> [Sheet] {
    var tables = GraphTables(listsNodes: true)
    tables.idsAreNumbers = true
    var isDirected = false
    /// The lists that are open: of each the key it stands under and its plain values.
    var open: [(key: String, values: GraphTables.Attributes)] = []
    var key: String?
    var edges: [GraphTables.Attributes] = []
    for token in tokens(text) {
      switch token {
      case .opens:
        guard open.count < FormatLimits.depth else {
          throw FormatError(
            "has lists more than \(FormatLimits.depth) deep, which Weft does not read.")
        }
        open.append((key ?? "", []))
        key = nil
      case .closes:
        guard let list = open.popLast() else {
          throw FormatError("closes a list that is not open.")
        }
        let values = list.values
        switch list.key {
        case "node" where open.last?.key == "graph":
          try tables.addNode(
            value("id", values),
            label: value("label", values).isEmpty ? value("name", values) : value("label", values),
            values.filter { !["id", "label"].contains($0.name) })
        case "edge" where open.last?.key == "graph":
          edges.append(values.filter { $0.name != "graphics" })
        case "graph": isDirected = ["1", "true"].contains(value("directed", values).lowercased())
        default:
          // What a list inside a node or edge says goes with its key before it.
          if let outer = open.last, ["node", "edge"].contains(outer.key), list.key != "graphics" {
            open[open.count - 1].values += values.map { ("\(list.key).\($0.name)", $0.value) }
          }
        }
      case .text(let text, let isQuoted):
        if let known = key {
          if !open.isEmpty { open[open.count - 1].values.append((known, unescaped(text))) }
          key = nil
        } else if isQuoted {
          throw FormatError("has a text without a key before it.")
        } else {
          key = text
        }
      }
    }
    guard open.isEmpty else { throw FormatError("ends in the middle of a list. Export it again.") }
    for edge in edges {
      let rest = edge.filter { !["source", "target", "directed"].contains($0.name) }
      try tables.addEdge(value("source", edge), value("target", edge), isDirected: isDirected, rest)
    }
    guard !tables.isEmpty else { throw FormatError("holds no nodes and no edges.") }
    return try tables.sheets()
  }

  private static func value(_ key: String, _ values: GraphTables.Attributes) -> String {
    values.first { $0.name == key }?.value ?? ""
  }

  private enum Token {
    case opens, closes
    case text(String, isQuoted: Bool)
  }

  private static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var rest = text[...]
    while let sign = rest.first {
      switch sign {
      case "[":
        tokens.append(.opens)
        rest = rest.dropFirst()
      case "]":
        tokens.append(.closes)
        rest = rest.dropFirst()
      case "#": rest = rest.drop { !$0.isNewline }
      case "\"":
        let body = rest.dropFirst()
        let end = body.firstIndex(of: "\"") ?? body.endIndex
        tokens.append(.text(String(body[..<end]), isQuoted: true))
        rest = end < body.endIndex ? body[body.index(after: end)...] : body[end...]
      case _ where sign.isWhitespace: rest = rest.dropFirst()
      default:
        let end = rest.firstIndex { $0.isWhitespace || "[]\"".contains($0) } ?? rest.endIndex
        tokens.append(.text(String(rest[..<end]), isQuoted: false))
        rest = rest[end...]
      }
    }
    return tokens
  }

  private static let signs = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ",
  ]

  /// A text with its entities such as &#233; resolved.
  static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var plain = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      plain += rest[..<mark]
      rest = rest[mark...]
      guard let end = rest.prefix(12).firstIndex(of: ";") else {
        plain.append("&")
        rest = rest.dropFirst()
        continue
      }
      let name = rest[rest.index(after: rest.startIndex)..<end]
      let number =
        name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16)
        : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      if let scalar = number.flatMap(Unicode.Scalar.init) {
        plain.unicodeScalars.append(scalar)
      } else {
        plain += signs[String(name)] ?? String(rest[...end])
      }
      rest = rest[rest.index(after: end)...]
    }
    return plain + rest
  }
}

/// DOT of Graphviz: nodes, edges, chains, subgraphs and attributes.
enum DOTFile {
  static func sheets(_ text: String) throws(FormatError) -> [Sheet] {
    var reader = Reader(tokens: try tokens(text))
    return try reader.read()
  }

  private enum Token: Equatable {
    /// One of `{ } [ ] ; , = :` and the two edges.
    case sign(String)
    case text(String, isQuoted: Bool)
  }

  private static func tokens(_ text: String) throws(FormatError) -> [Token] {
    var tokens: [Token] = []
    var rest = text[...]
    var isLineStart = true
    while let sign = rest.first {
      let startsLine = isLineStart
      isLineStart = sign.isNewline
      if sign.isWhitespace {
        rest = rest.dropFirst()
      } else if rest.hasPrefix("//") || (sign == "#" && startsLine) {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*") {
        rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
      } else if rest.hasPrefix("->") || rest.hasPrefix("--") {
        tokens.append(.sign(String(rest.prefix(2))))
        rest = rest.dropFirst(2)
      } else if "{}[];,=:+".contains(sign) {
        tokens.append(.sign(String(sign)))
        rest = rest.dropFirst()
      } else if sign == "\"" {
        var word = ""
        var isEscaped = false
        rest = rest.dropFirst()
        var isClosed = false
        while let next = rest.first {
          rest = rest.dropFirst()
          if isEscaped {
            isEscaped = false
            switch next {
            case "n", "l", "r": word.append(" ")
            case "\"", "\\": word.append(next)
            case _ where next.isNewline: break
            default: word += "\\" + String(next)
            }
          } else if next == "\\" {
            isEscaped = true
          } else if next == "\"" {
            isClosed = true
            break
          } else {
            word.append(next)
          }
        }
        guard isClosed else { throw FormatError("has a quote that never closes.") }
        tokens.append(.text(word, isQuoted: true))
      } else if sign == "<" {
        var depth = 0
        var word = ""
        while let next = rest.first {
          rest = rest.dropFirst()
          if next == "<" {
            depth += 1
          } else if next == ">" {
            depth -= 1
          } else if depth == 1 {
            word.append(next)
          }
          if depth == 0 { break }
        }
        tokens.append(.text(trimmed(word), isQuoted: true))
      } else {
        let end =
          rest.firstIndex { $0.isWhitespace || "{}[];,=:\"<+".contains($0) } ?? rest.endIndex
        var word = rest[..<end]
        // A name may end where an edge begins: a->b, a--b.
        if let edge = word.dropFirst().firstRange(of: "->") ?? word.dropFirst().firstRange(of: "--")
        {
          word = word[..<edge.lowerBound]
        }
        guard !word.isEmpty else { throw FormatError("has a sign that DOT does not know.") }
        tokens.append(.text(String(word), isQuoted: false))
        rest = rest[word.endIndex...]
      }
    }
    return tokens
  }

  private struct Reader {
    let tokens: [Token]
    private var place = 0
    private var tables = GraphTables()

    init(tokens: [Token]) { self.tokens = tokens }

    /// What is open: a subgraph's nodes and the defaults that hold in it.
    private struct Scope {
      var nodes: [String] = []
      var nodeFacts: GraphTables.Attributes = []
      var edgeFacts: GraphTables.Attributes = []
      /// The chain that the subgraph is part of, once it closes.
      var chain: [[String]] = []
    }

    private func peek(_ ahead: Int = 0) -> Token? {
      place + ahead < tokens.count ? tokens[place + ahead] : nil
    }

    mutating func read() throws(FormatError) -> [Sheet] {
      var words: [String] = []
      while case .text(let word, _)? = peek() {
        words.append(word.lowercased())
        place += 1
      }
      guard let kind = words.first(where: { ["graph", "digraph"].contains($0) }),
        peek() == .sign("{")
      else { throw FormatError("does not begin with graph or digraph and {.") }
      place += 1
      let isDirected = kind == "digraph"
      var scopes = [Scope()]
      /// The ends of the statement so far, each a list of nodes.
      var chain: [[String]] = []
      while let token = peek() {
        switch token {
        case .sign("{"):
          guard scopes.count < FormatLimits.depth else {
            throw FormatError(
              "has subgraphs more than \(FormatLimits.depth) deep, which Weft does not read.")
          }
          var scope = Scope()
          (scope.nodeFacts, scope.edgeFacts) = (
            scopes[scopes.count - 1].nodeFacts, scopes[scopes.count - 1].edgeFacts
          )
          scope.chain = chain
          chain = []
          scopes.append(scope)
          place += 1
        case .sign("}"):
          try finish(&chain, [], isDirected, &scopes)
          let closed = scopes.removeLast()
          place += 1
          guard !scopes.isEmpty else { return try done() }
          scopes[scopes.count - 1].nodes += closed.nodes
          // What follows without an edge is another statement.
          chain = closed.chain + [closed.nodes]
          if !isEdge(peek()), peek() != .sign("[") { try finish(&chain, [], isDirected, &scopes) }
        case .sign("->"), .sign("--"): place += 1
        case .sign("["):
          try finish(&chain, attributes(), isDirected, &scopes)
        case .sign:
          try finish(&chain, [], isDirected, &scopes)
          place += 1
        case .text(let word, let isQuoted):
          let plain = isQuoted ? "" : word.lowercased()
          if plain == "subgraph" {
            place += 1
            if case .text? = peek() { place += 1 }
            guard peek() == .sign("{") else { throw FormatError("has a subgraph without {.") }
          } else if ["node", "edge", "graph"].contains(plain), peek(1) == .sign("[") {
            place += 1
            let facts = try attributes()
            if plain == "node" { scopes[scopes.count - 1].nodeFacts += facts }
            if plain == "edge" { scopes[scopes.count - 1].edgeFacts += facts }
          } else if peek(1) == .sign("=") {
            place += 3
          } else {
            let id = name()
            chain.append([id])
            scopes[scopes.count - 1].nodes.append(id)
            try tables.addNode(
              id, label: "", scopes[scopes.count - 1].nodeFacts.filter { $0.name != "label" })
            if !isEdge(peek()), peek() != .sign("[") { try finish(&chain, [], isDirected, &scopes) }
          }
        }
      }
      throw FormatError("ends before its last }. Export it again; it may have been cut short.")
    }

    private func isEdge(_ token: Token?) -> Bool { token == .sign("->") || token == .sign("--") }

    private func done() throws(FormatError) -> [Sheet] {
      guard !tables.isEmpty else { throw FormatError("holds no nodes and no edges.") }
      return try tables.sheets()
    }

    /// A name, with what is added to it by + and without its port.
    private mutating func name() -> String {
      guard case .text(var text, _)? = peek() else { return "" }
      place += 1
      while peek() == .sign("+"), case .text(let more, _)? = peek(1) {
        text += more
        place += 2
      }
      while peek() == .sign(":"), case .text? = peek(1) { place += 2 }
      return text
    }

    /// The attributes in brackets, several lists if they follow one another.
    private mutating func attributes() throws(FormatError) -> GraphTables.Attributes {
      var facts: GraphTables.Attributes = []
      while peek() == .sign("[") {
        place += 1
        while peek() != .sign("]") {
          guard let token = peek() else { throw FormatError("has a [ that never closes.") }
          guard case .text(let key, _) = token else {
            place += 1
            continue
          }
          place += 1
          guard peek() == .sign("=") else {
            facts.append((key, "true"))
            continue
          }
          place += 1
          facts.append((key, name()))
        }
        place += 1
      }
      return facts
    }

    /// Ends a statement: a node with its attributes, or the edges between neighbours of a chain.
    private mutating func finish(
      _ chain: inout [[String]], _ facts: GraphTables.Attributes, _ isDirected: Bool,
      _ scopes: inout [Scope]
    ) throws(FormatError) {
      defer { chain = [] }
      if chain.count == 1, chain[0].count == 1 {
        let label = facts.last { $0.name == "label" || $0.name == "name" }?.value ?? ""
        try tables.addNode(
          chain[0][0], label: label == "\\N" ? "" : label, facts.filter { $0.name != "label" })
      }
      let usual = scopes[scopes.count - 1].edgeFacts.filter { fact in
        !facts.contains { $0.name == fact.name }
      }
      for (from, to) in zip(chain, chain.dropFirst()) {
        for a in from {
          for b in to { try tables.addEdge(a, b, isDirected: isDirected, usual + facts) }
        }
      }
    }
  }
}
