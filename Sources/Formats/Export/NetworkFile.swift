import Networks

/// A network as other programs read it: nodes with attributes, edges with weights.
public struct NetworkFile: Sendable {
  /// An attribute of nodes or edges and whether it holds numbers.
  public struct Attribute: Sendable {
    public let name: String
    public let isNumeric: Bool

    public init(_ name: String, isNumeric: Bool) {
      (self.name, self.isNumeric) = (name, isNumeric)
    }
  }

  public struct Node: Sendable {
    public let id: String
    public let label: String
    /// One text for each attribute; empty where there is none.
    public let values: [String]

    public init(id: String, label: String, values: [String]) {
      (self.id, self.label, self.values) = (id, label, values)
    }
  }

  public struct Edge: Sendable {
    /// Places among the nodes.
    public let from: Int
    public let to: Int
    public let weight: Double
    public let values: [String]

    public init(from: Int, to: Int, weight: Double, values: [String]) {
      (self.from, self.to, self.weight, self.values) = (from, to, weight, values)
    }
  }

  public let title: String
  public let isDirected: Bool
  public let nodeAttributes: [Attribute]
  public let nodes: [Node]
  public let edgeAttributes: [Attribute]
  public let edges: [Edge]

  public init(
    title: String, isDirected: Bool, nodeAttributes: [Attribute], nodes: [Node],
    edgeAttributes: [Attribute], edges: [Edge]
  ) {
    self.title = title
    self.isDirected = isDirected
    self.nodeAttributes = nodeAttributes
    self.nodes = nodes
    self.edgeAttributes = edgeAttributes
    self.edges = edges
  }

  /// The labels, made different where two are the same.
  var uniqueLabels: [String] {
    var counts: [String: Int] = [:]
    for node in nodes { counts[node.label, default: 0] += 1 }
    return nodes.map { counts[$0.label] == 1 ? $0.label : "\($0.label) (\($0.id))" }
  }
}

/// A form that a network is written in.
public enum NetworkForm: String, Sendable, CaseIterable {
  case graphml, gexf, pajek, dl, dot
  case kumu = "kumu-json"
  case kumuTables = "kumu"
  case gephi

  /// The form that the ending of a file's name asks for.
  public init?(ending: String) {
    switch ending.lowercased() {
    case "graphml", "xml": self = .graphml
    case "gexf": self = .gexf
    case "net", "paj": self = .pajek
    case "dl": self = .dl
    case "dot", "gv": self = .dot
    case "json": self = .kumu
    default: return nil
    }
  }

  /// Whether it takes a folder of two tables.
  public var isFolder: Bool { self == .kumuTables || self == .gephi }
}

extension NetworkFile {
  /// The files of a form with their names; one without a name where it is a single file.
  ///
  /// - Parameter isProject: whether Pajek's file holds measures too, as a project.
  public func files(_ form: NetworkForm, isProject: Bool = false) -> [(name: String, text: String)]
  {
    switch form {
    case .graphml: [("", graphML)]
    case .gexf: [("", gexf)]
    case .pajek: [("", isProject ? pajekProject : pajek)]
    case .dl: [("", dl)]
    case .dot: [("", dot)]
    case .kumu: [("", kumuJSON)]
    case .kumuTables: [("connections.csv", kumuConnections), ("elements.csv", kumuElements)]
    case .gephi: [("edges.csv", gephiEdges), ("nodes.csv", gephiNodes)]
    }
  }

  // MARK: XML

  /// GraphML as networkx, igraph, Gephi, visone and yEd read it.
  var graphML: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="label" for="node" attr.name="label" attr.type="string"/>

      """
    func key(_ id: String, _ part: String, _ attribute: Attribute) {
      text +=
        "  <key id=\"\(id)\" for=\"\(part)\" attr.name=\"\(escapedForXML(attribute.name))\" attr.type=\"\(attribute.isNumeric ? "double" : "string")\"/>\n"
    }
    for (place, attribute) in nodeAttributes.enumerated() { key("n\(place)", "node", attribute) }
    key("weight", "edge", Attribute("weight", isNumeric: true))
    for (place, attribute) in edgeAttributes.enumerated() { key("e\(place)", "edge", attribute) }
    text +=
      "  <graph id=\"\(escapedForXML(title))\" edgedefault=\"\(isDirected ? "directed" : "undirected")\">\n"
    for node in nodes {
      text +=
        "    <node id=\"\(escapedForXML(node.id))\"><data key=\"label\">\(escapedForXML(node.label))</data>"
      for (place, value) in node.values.enumerated() where !value.isEmpty {
        text += "<data key=\"n\(place)\">\(escapedForXML(value))</data>"
      }
      text += "</node>\n"
    }
    for edge in edges {
      text +=
        "    <edge source=\"\(escapedForXML(nodes[edge.from].id))\" target=\"\(escapedForXML(nodes[edge.to].id))\"><data key=\"weight\">\(shortest(edge.weight))</data>"
      for (place, value) in edge.values.enumerated() where !value.isEmpty {
        text += "<data key=\"e\(place)\">\(escapedForXML(value))</data>"
      }
      text += "</edge>\n"
    }
    return text + "  </graph>\n</graphml>\n"
  }

  /// GEXF 1.2, which every version of Gephi reads.
  var gexf: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
        <meta><creator>Weft</creator><description>\(escapedForXML(title))</description></meta>
        <graph mode="static" defaultedgetype="\(isDirected ? "directed" : "undirected")">

      """
    func attributes(_ part: String, _ all: [Attribute]) {
      guard !all.isEmpty else { return }
      text += "    <attributes class=\"\(part)\">\n"
      for (place, attribute) in all.enumerated() {
        text +=
          "      <attribute id=\"\(place)\" title=\"\(escapedForXML(attribute.name))\" type=\"\(attribute.isNumeric ? "double" : "string")\"/>\n"
      }
      text += "    </attributes>\n"
    }
    func values(_ all: [String]) {
      guard all.contains(where: { !$0.isEmpty }) else { return }
      text += "<attvalues>"
      for (place, value) in all.enumerated() where !value.isEmpty {
        text += "<attvalue for=\"\(place)\" value=\"\(escapedForXML(value))\"/>"
      }
      text += "</attvalues>"
    }
    attributes("node", nodeAttributes)
    attributes("edge", edgeAttributes)
    text += "    <nodes>\n"
    for node in nodes {
      text += "      <node id=\"\(escapedForXML(node.id))\" label=\"\(escapedForXML(node.label))\">"
      values(node.values)
      text += "</node>\n"
    }
    text += "    </nodes>\n    <edges>\n"
    for (place, edge) in edges.enumerated() {
      text +=
        "      <edge id=\"\(place)\" source=\"\(escapedForXML(nodes[edge.from].id))\" target=\"\(escapedForXML(nodes[edge.to].id))\" weight=\"\(shortest(edge.weight))\">"
      values(edge.values)
      text += "</edge>\n"
    }
    return text + "    </edges>\n  </graph>\n</gexf>\n"
  }

  // MARK: Plain text

  /// A text in double quotes, which it may not hold itself.
  private func quoted(_ text: String) -> String {
    "\"" + visible(text).replacing("\"", with: "'") + "\""
  }

  /// Pajek's network; edges are numbered from 1.
  var pajek: String {
    var text = "*Vertices \(nodes.count)\n"
    for (place, label) in uniqueLabels.enumerated() { text += "\(place + 1) \(quoted(label))\n" }
    text += isDirected ? "*Arcs\n" : "*Edges\n"
    for edge in edges { text += "\(edge.from + 1) \(edge.to + 1) \(shortest(edge.weight))\n" }
    return text
  }

  /// Pajek's project: the network, a vector for each measure, a partition for each way of grouping.
  private var pajekProject: String {
    var text = "*Network \(visible(title))\n" + pajek
    for (place, attribute) in nodeAttributes.enumerated() {
      let values = nodes.map { $0.values[place] }
      if attribute.isNumeric {
        // Where there is no number Pajek knows a mark.
        text += "\n*Vector \(attribute.name)\n*Vertices \(nodes.count)\n"
        for value in values { text += (value.isEmpty ? "999999998" : value) + "\n" }
      } else {
        let kinds = Set(values).subtracting([""]).sorted()
        text += "\n*Partition \(attribute.name)\n*Vertices \(nodes.count)\n"
        for value in values { text += "\((kinds.firstIndex(of: value) ?? 99_999_997) + 1)\n" }
      }
    }
    return text
  }

  /// UCINET's DL as a list of edges; mutual ties stand in both directions.
  var dl: String {
    var text = "dl n=\(nodes.count)\nformat = edgelist1\nlabels:\n"
    let labels = uniqueLabels
    text += labels.map { label in
      label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        ? label : quoted(label)
    }.joined(separator: "\n")
    text += "\ndata:\n"
    for edge in edges {
      text += "\(edge.from + 1) \(edge.to + 1) \(shortest(edge.weight))\n"
      if !isDirected { text += "\(edge.to + 1) \(edge.from + 1) \(shortest(edge.weight))\n" }
    }
    return text
  }

  var dot: String {
    func word(_ text: String) -> String {
      "\"" + visible(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    var text = "\(isDirected ? "digraph" : "graph") \(word(title)) {\n"
    for node in nodes {
      var facts = ["label=\(word(node.label))"]
      for (attribute, value) in zip(nodeAttributes, node.values) where !value.isEmpty {
        facts.append("\(word(attribute.name))=\(word(value))")
      }
      text += "  \(word(node.id)) [\(facts.joined(separator: ", "))];\n"
    }
    for edge in edges {
      var facts = ["weight=\(word(shortest(edge.weight)))"]
      for (attribute, value) in zip(edgeAttributes, edge.values) where !value.isEmpty {
        facts.append("\(word(attribute.name))=\(word(value))")
      }
      text +=
        "  \(word(nodes[edge.from].id)) \(isDirected ? "->" : "--") \(word(nodes[edge.to].id)) [\(facts.joined(separator: ", "))];\n"
    }
    return text + "}\n"
  }

  // MARK: Kumu and Gephi

  private var kumuJSON: String {
    func word(_ text: String) -> String {
      var quoted = "\""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": quoted += "\\\""
        case "\\": quoted += "\\\\"
        case _ where scalar.value < 0x20: quoted += " "
        default: quoted.unicodeScalars.append(scalar)
        }
      }
      return quoted + "\""
    }
    func members(_ pairs: [(Attribute, String)]) -> String {
      pairs.filter { !$0.1.isEmpty }.map {
        "\(word($0.0.name)): \($0.0.isNumeric ? $0.1 : word($0.1))"
      }
      .joined(separator: ", ")
    }
    let labels = uniqueLabels
    let text = Attribute("", isNumeric: false)
    func attribute(_ name: String) -> Attribute { Attribute(name, isNumeric: text.isNumeric) }
    let elements = nodes.enumerated().map { place, node in
      "    {"
        + members(
          [(attribute("label"), labels[place]), (attribute("type"), "Person")]
            + zip(nodeAttributes, node.values)) + "}"
    }
    let connections = edges.map { edge in
      "    {"
        + members(
          [
            (attribute("from"), labels[edge.from]), (attribute("to"), labels[edge.to]),
            (attribute("direction"), isDirected ? "directed" : "mutual"),
            (Attribute("strength", isNumeric: true), shortest(edge.weight)),
          ] + zip(kumuEdgeAttributes, edge.values)) + "}"
    }
    return
      "{\n  \"elements\": [\n\(elements.joined(separator: ",\n"))\n  ],\n  \"connections\": [\n"
      + connections.joined(separator: ",\n") + "\n  ]\n}\n"
  }

  /// Kumu calls the kind of a connection its type.
  private var kumuEdgeAttributes: [Attribute] {
    edgeAttributes.map { $0.name == "kind" ? Attribute("type", isNumeric: false) : $0 }
  }

  /// A table; what is a number stands as one, its sign included.
  private func csv(_ heads: [String], _ rows: [[String]]) -> String {
    ([heads] + rows).map { row in
      row.map { Double($0) == nil ? csvCell($0) : $0 }.joined(separator: ",") + "\r\n"
    }.joined()
  }

  private var kumuElements: String {
    csv(
      ["Label", "Type"] + nodeAttributes.map(\.name),
      zip(uniqueLabels, nodes).map { [$0, "Person"] + $1.values })
  }

  private var kumuConnections: String {
    let labels = uniqueLabels
    return csv(
      ["From", "To", "Direction", "Strength"] + kumuEdgeAttributes.map { capitalised($0.name) },
      edges.map {
        [labels[$0.from], labels[$0.to], isDirected ? "directed" : "mutual", shortest($0.weight)]
          + $0.values
      })
  }

  private var gephiNodes: String {
    csv(["Id", "Label"] + nodeAttributes.map(\.name), nodes.map { [$0.id, $0.label] + $0.values })
  }

  private var gephiEdges: String {
    csv(
      ["Source", "Target", "Type", "Weight"] + edgeAttributes.map { capitalised($0.name) },
      edges.map {
        [
          nodes[$0.from].id, nodes[$0.to].id, isDirected ? "Directed" : "Undirected",
          shortest($0.weight),
        ]
          + $0.values
      })
  }
}
