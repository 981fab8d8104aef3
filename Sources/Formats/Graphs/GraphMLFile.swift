import Networks

/// GraphML as networkx, igraph, visone and yEd write it.
///
/// Brandes et al. (2002), GraphML Progress Report.
final class GraphMLFile: XMLHandler {
  private var tables = GraphTables(listsNodes: true)
  private var names: [String: (name: String, usual: String?)] = [:]
  private var isDirected = false
  /// The node or edge that is open.
  private var current:
    (id: String, to: String?, isDirected: Bool, label: String, attributes: GraphTables.Attributes)?
  /// The groups of nodes that are open, and those that have ended: a group is nobody unless an edge ends there.
  private var outer: [(id: String, label: String)] = []
  private var groups: [(id: String, label: String)] = []
  private var key = ""
  private var openKey = ""
  private var ends: [String] = []
  private var isGraphML = false

  static func sheets(_ bytes: [UInt8]) throws(FormatError) -> [Sheet] {
    let file = GraphMLFile()
    try XMLReader.read(bytes, file)
    for group in file.groups where file.tables.hasEdge(at: group.id) {
      try file.tables.addNode(group.id, label: group.label)
    }
    return try file.tables.sheets()
  }

  func open(_ name: String, _ attributes: XMLAttributes, _ reader: XMLReader) throws(FormatError) {
    switch name {
    case "key":
      openKey = attributes["id"] ?? ""
      names[openKey] = (attributes["attr.name"] ?? attributes["title"] ?? "", nil)
    case "default":
      reader.clearText()
      reader.wantsText = true
    case "graph": isDirected = attributes["edgedefault"] == "directed"
    case "node":
      // A group of nodes holds nodes inside.
      if let group = current { outer.append((group.id, group.label)) }
      current = (attributes["id"] ?? "", nil, false, "", [])
    case "edge":
      let own = attributes["directed"].map { $0 == "true" }
      current = (
        attributes["source"] ?? "", attributes["target"] ?? "", own ?? isDirected, "", []
      )
    case "hyperedge": ends = []
    case "endpoint": if let node = attributes["node"] { ends.append(node) }
    case "data":
      key = attributes["key"] ?? ""
      reader.clearText()
      reader.wantsText = true
    case "NodeLabel", "EdgeLabel":
      reader.clearText()
      reader.wantsText = true
    default: break
    }
  }

  func close(_ name: String, _ reader: XMLReader) throws(FormatError) {
    switch name {
    case "default":
      names[openKey]?.usual = text(reader)
    case "NodeLabel", "EdgeLabel":
      let label = text(reader)
      if current?.label.isEmpty == true { current?.label = label }
    case "data":
      let value = text(reader)
      let name = names[key]?.name ?? key
      guard !value.isEmpty, !name.isEmpty else { return }
      if ["label", "name"].contains(name.lowercased()), current?.to == nil,
        current?.label.isEmpty == true || name.lowercased() == "label"
      {
        current?.label = value
      } else {
        current?.attributes.append((name, value))
      }
    case "node" where current == nil: groups += [outer.popLast()].compactMap(\.self)
    case "node", "edge": try settle()
    case "hyperedge":
      for (place, a) in ends.prefix(15).enumerated() {
        for b in ends.prefix(15).dropFirst(place + 1) {
          try tables.addEdge(a, b, isDirected: false)
        }
      }
    default: break
    }
  }

  private func text(_ reader: XMLReader) -> String {
    reader.wantsText = false
    return trimmed(String(decoding: reader.takeText(), as: UTF8.self))
  }

  private func settle() throws(FormatError) {
    guard let entry = current else { return }
    current = nil
    if let to = entry.to {
      let label: GraphTables.Attributes = entry.label.isEmpty ? [] : [("label", entry.label)]
      try tables.addEdge(entry.id, to, isDirected: entry.isDirected, label + entry.attributes)
    } else {
      let group: GraphTables.Attributes =
        outer.last.map { $0.label.isEmpty ? [] : [("group", $0.label)] } ?? []
      try tables.addNode(entry.id, label: entry.label, entry.attributes + group)
    }
  }
}

/// GEXF of Gephi, of every version, static and dynamic.
final class GEXFFile: XMLHandler {
  private var tables = GraphTables(listsNodes: true)
  private var titles: [String: [String: String]] = [:]
  private var classOf = ""
  private var usual = "undirected"
  private var node: (id: String, label: String, attributes: GraphTables.Attributes)?
  private var edge:
    (from: String, to: String, isDirected: Bool, attributes: GraphTables.Attributes)?
  private var spells: [(start: String, end: String)] = []

  static func sheets(_ bytes: [UInt8]) throws(FormatError) -> [Sheet] {
    let file = GEXFFile()
    try XMLReader.read(bytes, file)
    return try file.tables.sheets()
  }

  func open(_ name: String, _ attributes: XMLAttributes, _ reader: XMLReader) throws(FormatError) {
    switch name {
    case "graph": usual = attributes["defaultedgetype"] ?? "undirected"
    case "attributes": classOf = attributes["class"] ?? "node"
    case "attribute":
      if let id = attributes["id"] { titles[classOf, default: [:]][id] = attributes["title"] ?? id }
    case "node":
      if node != nil { try settleNode() }
      node = (attributes["id"] ?? "", attributes["label"] ?? "", [])
      spells = Self.stretch(attributes)
    case "edge":
      var facts: GraphTables.Attributes = []
      for key in ["weight", "label", "kind"] {
        if let value = attributes[key], !value.isEmpty { facts.append((key, value)) }
      }
      let type = attributes["type"] ?? usual
      edge = (attributes["source"] ?? "", attributes["target"] ?? "", type == "directed", facts)
      spells = Self.stretch(attributes)
    case "spell": spells += Self.stretch(attributes)
    case "attvalue":
      guard let id = attributes["for"] ?? attributes["id"], let value = attributes["value"] else {
        return
      }
      if edge != nil {
        let title = titles["edge"]?[id] ?? id
        // Gephi keeps a weight that changes in its own attribute.
        edge?.attributes.removeAll { $0.name == title }
        edge?.attributes.append((title, value))
      } else {
        let title = titles["node"]?[id] ?? id
        node?.attributes.removeAll { $0.name == title }
        node?.attributes.append((title, value))
      }
    default: break
    }
  }

  private static func stretch(_ attributes: XMLAttributes) -> [(start: String, end: String)] {
    let start = attributes["start"] ?? attributes["startopen"] ?? ""
    let end = attributes["end"] ?? attributes["endopen"] ?? ""
    return start.isEmpty && end.isEmpty
      ? [] : [(GraphTime.day(start, isEnd: false), GraphTime.day(end, isEnd: true))]
  }

  private func settleNode() throws(FormatError) {
    guard let node else { return }
    self.node = nil
    var attributes = node.attributes
    if let first = spells.first {
      attributes += [("started", first.start), ("ended", spells.last?.end ?? "")]
    }
    spells = []
    try tables.addNode(node.id, label: node.label, attributes)
  }

  func close(_ name: String, _ reader: XMLReader) throws(FormatError) {
    switch name {
    case "node": try settleNode()
    case "edge":
      guard let edge else { return }
      self.edge = nil
      for spell in spells.isEmpty ? [("", "")] : spells.prefix(1_000) {
        let time: GraphTables.Attributes =
          spell.0.isEmpty && spell.1.isEmpty ? [] : [("started", spell.0), ("ended", spell.1)]
        try tables.addEdge(
          edge.from, edge.to, isDirected: edge.isDirected, edge.attributes + time)
      }
      spells = []
    default: break
    }
  }
}
