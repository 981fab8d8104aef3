import Networks

/// The figure as a graph for other programs: names as quoted labels, places fixed.
struct DOT {
  let text: String

  init(_ picture: MapPicture, _ placed: PlacedMap) {
    var lines = [
      "graph weft {",
      "  graph [label=\(Self.quoted(picture.furniture.headline)), outputorder=edgesfirst];",
      "  node [shape=box, style=filled, fontname=\"Inter\", fontsize=9.5];",
    ]
    for (index, node) in picture.nodes.enumerated() {
      let box = placed.boxes[index]
      let place = "\(fixed(box.middle.x, places: 2)),\(fixed(-box.middle.y, places: 2))!"
      lines.append(
        "  n\(index) [label=\(Self.quoted(node.title)), class=\"\(node.kind.rawValue)\", pos=\"\(place)\", "
          + "fillcolor=\"\(node.isQuiet ? Palette.faded : node.kind.fill())\", fontcolor=\"\(node.isQuiet ? Palette.ink : node.kind.ink())\"];"
      )
    }
    for tie in picture.ties {
      let colour = tie.style.look.colour
      let style = tie.style.look.dashes == nil ? "solid" : "dashed"
      lines.append(
        "  n\(tie.a) -- n\(tie.b) [weight=\(fixed(tie.weight, places: 2)), color=\"\(colour)\", style=\(style)];"
      )
    }
    text = (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  /// Nodes by their titles, and edges between their places.
  static func text(_ titles: [String], _ edges: [String] = []) -> String {
    let nodes = titles.enumerated().map { "  n\($0) [label=\(quoted($1))];" }
    return (["graph weft {"] + nodes + edges + ["}"]).joined(separator: "\n") + "\n"
  }

  /// A text as a DOT string in which no escape means anything.
  static func quoted(_ text: String) -> String {
    let safe = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      default: scalar.value < 0x20 ? " " : String(scalar)
      }
    }
    return "\"" + safe.joined() + "\""
  }
}
