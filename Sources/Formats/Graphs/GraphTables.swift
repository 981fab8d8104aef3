/// Nodes and edges on their way from a graph file into two sheets, "nodes" and "edges".
struct GraphTables {
  /// Names and values of attributes in their order.
  typealias Attributes = [(name: String, value: String)]

  private var nodes: [(id: String, label: String, attributes: Attributes)] = []
  private var place: [String: Int] = [:]
  private var edges: [(from: String, to: String, direction: String, attributes: Attributes)] = []
  /// Whether a file knows no mutual ties but as two of one way; where every tie has its like, all are mutual then.
  var mutualStandsTwice = false
  /// Whether ids are numbers of the file's own, which labels replace where all have one and no two the same.
  var idsAreNumbers = false

  /// Whether the file lists its nodes, so that one that only an edge names is worth a word.
  private let listsNodes: Bool

  init(listsNodes: Bool = false) { self.listsNodes = listsNodes }

  mutating func addNode(_ id: String, label: String = "", _ attributes: Attributes = [])
    throws(FormatError)
  {
    guard !id.isEmpty else { return }
    if let known = place[id] {
      if !label.isEmpty { nodes[known].label = label }
      nodes[known].attributes += attributes
      return
    }
    guard nodes.count < FormatLimits.rows else {
      throw FormatError("has more than \(FormatLimits.rows) nodes, more than Weft reads.")
    }
    place[id] = nodes.count
    nodes.append((id, label, attributes))
  }

  /// - Parameter isDirected: `nil` where the file does not say.
  mutating func addEdge(
    _ from: String, _ to: String, isDirected: Bool?, _ attributes: Attributes = []
  ) throws(FormatError) {
    guard !from.isEmpty, !to.isEmpty else { return }
    guard edges.count < FormatLimits.cells / 3 else {
      throw FormatError("has more than \(FormatLimits.cells / 3) edges, more than Weft reads.")
    }
    edges.append((from, to, isDirected.map { $0 ? "directed" : "mutual" } ?? "", attributes))
  }

  /// Whether an edge begins or ends at a node.
  func hasEdge(at id: String) -> Bool { edges.contains { $0.from == id || $0.to == id } }

  /// Whether a node stands at both sides of edges, as none does in a network of two modes.
  var meetItself: Bool { !Set(edges.map(\.from)).isDisjoint(with: edges.map(\.to)) }

  var isEmpty: Bool { nodes.isEmpty && edges.isEmpty }

  /// The two sheets; a node that only edges name is a node, and where the file lists its nodes that is said.
  func sheets() throws(FormatError) -> [Sheet] {
    var all = self
    let own = nodes.count
    for edge in edges {
      try all.addNode(edge.from)
      try all.addNode(edge.to)
    }
    var sheets = all.made
    if listsNodes, own > 0, all.nodes.count > own {
      sheets[0].unlisted = all.nodes[own...].map { $0.label.isEmpty ? $0.id : $0.label }
    }
    return sheets
  }

  /// The sheets of a network of two modes: people, and the groups or events that each belongs to.
  ///
  /// - Parameter groups: the nodes that are no people; those at which edges end are too.
  func membership(_ groups: Set<String>) throws(FormatError) -> [Sheet] {
    let groups = groups.union(edges.map(\.to))
    var all = self
    for edge in edges { try all.addNode(edge.from) }
    let nodes = all.nodes
    var nodeSheet = Self.table(
      "nodes", ["id", "name"], reserved: ["id", "name", "label"],
      nodes.filter { !groups.contains($0.id) }.map { ([$0.id, $0.label], $0.attributes) })
    let edgeSheet = Self.table(
      "edges", ["group", "member"], reserved: [],
      edges.map { ([$0.to, $0.from], $0.attributes.filter { $0.name == "kind" }) })
    nodeSheet.idsAreOwn = true
    return [nodeSheet, edgeSheet]
  }

  /// The edges, those that stand in both directions made one where that is how the file says mutual.
  private var settled: [(from: String, to: String, direction: String, attributes: Attributes)] {
    guard mutualStandsTwice, edges.allSatisfy({ $0.direction == "directed" }) else { return edges }
    func key(_ from: String, _ to: String, _ facts: Attributes) -> String {
      ([from, to] + facts.map { "\($0.name)=\($0.value)" }).joined(separator: "\u{1F}")
    }
    let known = Set(edges.map { key($0.from, $0.to, $0.attributes) })
    guard edges.allSatisfy({ known.contains(key($0.to, $0.from, $0.attributes)) }) else {
      return edges
    }
    return edges.filter { $0.from <= $0.to }.map { ($0.from, $0.to, "mutual", $0.attributes) }
  }

  private var made: [Sheet] {
    let labels = nodes.map(\.label)
    let labelsAreIds =
      idsAreNumbers && !labels.contains("") && Set(labels).count == labels.count
    func id(_ node: String) -> String {
      labelsAreIds ? place[node].map { nodes[$0].label } ?? node : node
    }
    var nodeSheet = Self.table(
      "nodes", ["id", "name"], reserved: ["id", "name", "label"],
      nodes.map { ([id($0.id), $0.label], $0.attributes) })
    let edgeSheet = Self.table(
      "edges", ["from", "to", "direction"],
      reserved: ["from", "to", "source", "target", "direction", "id"],
      settled.map { ([id($0.from), id($0.to), $0.direction], $0.attributes) })
    nodeSheet.idsAreOwn = true
    return [nodeSheet, edgeSheet]
  }

  /// A sheet with the fixed columns and one for each attribute in order of first appearance.
  private static func table(
    _ name: String, _ fixed: [String], reserved: Set<String>,
    _ rows: [(cells: [String], attributes: Attributes)]
  ) -> Sheet {
    var heads: [String] = []
    var place: [String: Int] = [:]
    for row in rows {
      for (key, _) in row.attributes
      where !key.isEmpty && !reserved.contains(key.lowercased()) && place[key] == nil
        && heads.count < 400
      {
        place[key] = heads.count
        heads.append(key)
      }
    }
    var sheet = Sheet(name: name, [fixed + heads])
    for row in rows {
      var cells = [String](repeating: "", count: heads.count)
      for (key, value) in row.attributes { if let column = place[key] { cells[column] = value } }
      for cell in row.cells + cells { sheet.append(cell) }
      sheet.endRow()
    }
    return sheet
  }
}

/// Days in what network programs write for time: 2019 is a year, <[2019-01-01, 2019-12-31]> a stretch.
enum GraphTime {
  /// A start or end as a day; a text that is none of a year, a month and a day stays as it is.
  static func day(_ text: String, isEnd: Bool) -> String {
    let plain = text.split(separator: "T").first.map(String.init) ?? text
    let number = plain.hasSuffix(".0") ? String(plain.dropLast(2)) : plain
    guard number.utf8.count == 4, let year = Int(number), (1900...2199).contains(year) else {
      return plain
    }
    return "\(year)-\(isEnd ? "12-31" : "01-01")"
  }

  /// The ends of the first stretch of a timeset.
  static func stretch(_ text: String) -> (start: String, end: String)? {
    guard text.contains("["), let open = text.firstIndex(where: { $0 == "[" || $0 == "(" }) else {
      return nil
    }
    // Of <[2019, 2020]> and of <[2019, 2020); (2021, 2022)> the whole is from the first to the last.
    let numbers = text[text.index(after: open)...].split { "<>[]();, ".contains($0) }.map(
      String.init)
    guard let first = numbers.first, let last = numbers.last else { return nil }
    func end(_ text: String, _ isEnd: Bool) -> String {
      text.lowercased().contains("infinity") ? "" : day(text, isEnd: isEnd)
    }
    return (end(first, false), end(last, true))
  }
}
