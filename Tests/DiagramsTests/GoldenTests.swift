import Diagrams
import Foundation
import TestSupport
import Testing

/// One small figure, to the letter: what other programs and stylesheets may rely on.
@Suite struct GoldenTests {
  private let picture = MapPicture(
    furniture: Furniture(
      headline: "Three groups", subtitle: "Made for a test", basis: "30 people",
      reading: "Read it.",
      source: "Source: none.", altText: "Network map. Three groups. 30 people.",
      description: "North and South work together; the Centre stands alone among them."),
    nodes: [
      .init(id: "N", title: "North \"A\"", kind: .primary, people: 12),
      .init(id: "S", title: "South", kind: .secondary, people: 10, alarm: "only link"),
      .init(id: "C", title: "Centre", kind: .central, people: 8),
      .init(id: "X", title: "Alone \\ N", kind: .partner, people: nil),
    ],
    ties: [
      .init(a: 0, b: 1, weight: 4, style: .only), .init(a: 0, b: 2, weight: 2.5, style: .across),
    ],
    stripTitle: "No link")

  @Test func dot() async {
    let drawn = await picture.drawn(on: Sheet(), by: worker)
    // Places are Graphviz's and differ between its versions.
    let dot = drawn.dot.replacing(#/ pos="-?[\d.]+,-?[\d.]+!",/#, with: "")
    #expect(
      dot == #"""
        graph weft {
          graph [label="Three groups", outputorder=edgesfirst];
          node [shape=box, style=filled, fontname="Inter", fontsize=9.5];
          n0 [label="North \"A\"", class="primary", fillcolor="#0B3C6F", fontcolor="#FFFFFF"];
          n1 [label="South", class="secondary", fillcolor="#0F8577", fontcolor="#FFFFFF"];
          n2 [label="Centre", class="central", fillcolor="#3A3A3A", fontcolor="#FFFFFF"];
          n3 [label="Alone \\ N", class="partner", fillcolor="#FFFFFF", fontcolor="#1A1A1A"];
          n0 -- n1 [weight=4.00, color="#B10026", style=solid];
          n0 -- n2 [weight=2.50, color="#1A1A1A", style=dashed];
        }

        """#)
  }

  @Test func structure() async {
    let drawn = await picture.drawn(on: Sheet(), by: worker)
    let lint = lint(drawn)
    #expect(lint.faults == [])
    let outline = lint.elements.compactMap { element -> String? in
      guard ["svg", "g", "path"].contains(element.name) else { return nil }
      let kind = (element.attributes["class"] ?? "").split(separator: " ").joined(separator: ".")
      return element.name + (kind.isEmpty ? "" : ".\(kind)")
    }
    #expect(
      outline == [
        "svg", "g.head", "g.picture", "g.links", "path.link.across", "path.link.only", "g.strip",
        "g.nodes", "g.node.primary", "g.node.secondary", "g.node.central", "g.node.partner",
        "g.foot",
      ] + [String](repeating: "g.legend", count: picture.legend.count))
    let root = lint.elements[0].attributes
    #expect(root["role"] == "img" && root["aria-labelledby"] == "title desc")
    #expect(root["width"] == "841.89pt" && root["viewBox"] == "0 0 841.89 595.28")
    let south = lint.elements.first { $0.attributes["data-id"] == "S" }
    #expect(south?.attributes["data-x"].flatMap(Double.init) != nil)
    #expect(
      lint.elements.contains {
        $0.name == "title" && $0.text == "South, 10 people, 1 link, only link"
      })
    #expect(
      picture.legend.map(\.text) == [
        "Primary school", "Secondary or sixth form", "Central team", "External partner",
        "Link between hubs", "Only link of a group", "Needs a look: reason below it",
        "3 or more ties",
      ])
  }

  @Test func table() async {
    let drawn = await picture.drawn(on: Sheet(), by: worker)
    #expect(drawn.table.rows.count == 4)
    #expect(
      drawn.table.rows[0] == [
        .text("North \"A\""), .text("Primary school"), .count(12), .text("South"),
        .text("Secondary or sixth form"), .count(4), .text("only link"), .text(""),
      ])
    #expect(drawn.table.rows.last?[3] == DataTable.Cell.none)
  }
}
