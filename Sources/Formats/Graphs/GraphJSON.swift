/// Networks as JSON: Kumu's blueprints, Polinode, networkx and D3, Cytoscape; and a plain list of records.
enum GraphJSON {
  static func sheets(_ bytes: [UInt8]) throws(FormatError) -> [Sheet] {
    let json = try JSON(bytes)
    if let records = json.items { return [table(records)] }
    // Cytoscape keeps its lists in `elements`.
    let root = json["elements"]?.members != nil ? json["elements"] ?? json : json
    guard let nodes = root["elements", "nodes"]?.items,
      let edges = root["connections", "edges", "links"]?.items
    else {
      throw FormatError(
        "is JSON that Weft does not know: it looks for elements and connections (Kumu), nodes and edges (Polinode, networkx, D3), or a list of records."
      )
    }
    var tables = GraphTables(listsNodes: true)
    let isKumu = root["connections"] != nil
    let isDirected: Bool? = json["directed"].map { $0.cell == "yes" }
    var ids: [String] = []
    let records = nodes.map(facts)
    let labels = records.map { value(["label", "name"], $0) }
    let labelsAreIds = isKumu && !labels.contains("") && Set(labels).count == labels.count
    var byOwnId: [String: String] = [:]
    for (place, record) in records.enumerated() {
      let own = value(["_id", "id", "key"], record)
      let label = labels[place]
      let id = labelsAreIds ? label : own.isEmpty ? label : own
      ids.append(id)
      if !own.isEmpty { byOwnId[own] = id }
      try tables.addNode(
        id, label: label,
        record.filter {
          !["_id", "id", "key", "label", "name", "index", "position"].contains($0.name.lowercased())
        })
    }
    func end(_ record: GraphTables.Attributes, _ keys: [String]) -> String {
      let text = value(keys, record)
      if let known = byOwnId[text] { return known }
      // D3 numbers nodes that have no id.
      if byOwnId.isEmpty, let place = Int(text), ids.indices.contains(place), !ids.contains(text) {
        return ids[place]
      }
      return text
    }
    for edge in edges {
      let record = facts(edge)
      let direction = value(["direction"], record).lowercased()
      let isOwn = ["directed", "mutual", "undirected"].contains(direction)
      try tables.addEdge(
        end(record, ["from", "source"]), end(record, ["to", "target"]),
        isDirected: isOwn ? direction == "directed" : isDirected,
        record.filter {
          !["_id", "id", "key", "from", "to", "source", "target", "direction", "index"].contains(
            $0.name.lowercased())
        })
    }
    return try tables.sheets()
  }

  /// The members of a node or edge, those of its `attributes` or `data` among them.
  private static func facts(_ json: JSON) -> GraphTables.Attributes {
    (json.members ?? []).flatMap { member -> GraphTables.Attributes in
      if ["attributes", "data"].contains(member.key.lowercased()), let inner = member.value.members
      {
        return inner.map { ($0.key, $0.value.cell) }
      }
      return [(member.key, member.value.cell)]
    }
  }

  private static func value(_ keys: [String], _ facts: GraphTables.Attributes) -> String {
    for key in keys {
      if let found = facts.first(where: { $0.name.lowercased() == key && !$0.value.isEmpty }) {
        return found.value
      }
    }
    return ""
  }

  private static func table(_ records: [JSON]) -> Sheet {
    var heads: [String] = []
    for record in records {
      for member in record.members ?? [] where !heads.contains(member.key) && heads.count < 2_000 {
        heads.append(member.key)
      }
    }
    return Sheet(
      name: "",
      [heads] + records.map { record in heads.map { record[$0.lowercased()]?.cell ?? "" } })
  }
}
