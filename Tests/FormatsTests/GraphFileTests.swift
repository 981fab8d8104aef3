import Testing

@testable import Formats

/// Graph files of other programs, each as nodes and edges.
@Suite struct GraphFileTests {
  private func rows(_ sheets: [Sheet]) -> (nodes: [[String]], edges: [[String]]) {
    func all(_ sheet: Sheet) -> [[String]] { (0..<sheet.rowCount).map { sheet.texts($0) } }
    return (all(sheets[0]), all(sheets[1]))
  }

  @Test func graphMLOfYEdAndNetworkx() throws {
    let yed = """
      <graphml xmlns:y="y"><key for="node" id="d6" yfiles.type="nodegraphics"/><key for="node" id="d0" attr.name="school"/><graph edgedefault="directed">
      <node id="n0"><data key="d0">Ashby</data><data key="d6"><y:ShapeNode><y:NodeLabel>Ann Ball<y:Model/></y:NodeLabel></y:ShapeNode></data></node>
      <node id="n1"/><edge source="n0" target="n1"/><edge source="n1" target="n2" directed="false"/></graph></graphml>
      """
    let read = try rows(GraphMLFile.sheets(Array(yed.utf8)))
    #expect(
      read.nodes == [["id", "name", "school"], ["n0", "Ann Ball", "Ashby"], ["n1"], ["n2"]])
    #expect(
      read.edges == [
        ["from", "to", "direction"], ["n0", "n1", "directed"], ["n1", "n2", "mutual"],
      ])
  }

  @Test func gexfThatChanges() throws {
    let text = """
      <gexf><graph mode="dynamic" defaultedgetype="directed"><attributes class="edge"><attribute id="0" title="kind" type="string"/></attributes>
      <nodes><node id="a" label="Ann"/><node id="b" label="Bo"/></nodes><edges><edge id="0" source="a" target="b" weight="2.5">
      <attvalues><attvalue for="0" value="advice"/></attvalues><spells><spell start="2019" end="2020"/><spell start="2021-03-01"/></spells></edge></edges></graph></gexf>
      """
    let read = try rows(GEXFFile.sheets(Array(text.utf8)))
    #expect(
      read.edges == [
        ["from", "to", "direction", "weight", "kind", "started", "ended"],
        ["a", "b", "directed", "2.5", "advice", "2019-01-01", "2020-12-31"],
        ["a", "b", "directed", "2.5", "advice", "2021-03-01"],
      ])
  }

  @Test func pajekWithSeveralRelations() throws {
    let text = """
      % a comment
      *Vertices 3
      1 "Ann Ball" 0.1 0.2 ic Red
      2 "Bo" [2019-2020]
      3 "Cy"
      *Arcs :1 "advice"
      1 2 3 l "label"
      *Edgeslist
      1 2 3
      """
    let read = try rows(PajekFile.sheets(text))
    #expect(read.nodes[1].prefix(2) == ["Ann Ball", "Ann Ball"])
    #expect(read.nodes[2] == ["Bo", "Bo", "2019-01-01", "2020-12-31"])
    #expect(read.edges[1] == ["Ann Ball", "Bo", "directed", "advice", "3", "label"])
    #expect(
      read.edges.dropFirst(2).map { Array($0.prefix(3)) } == [
        ["Ann Ball", "Bo", "mutual"], ["Ann Ball", "Cy", "mutual"],
      ])
    #expect(throws: FormatError.self) { try PajekFile.sheets("*Vertices 2\n*Edges\n1 3\n") }
  }

  /// Every shape of UCINET's DL gives the same four ties a-b, a-c, b-c, c-d.
  @Test(arguments: [
    "dl n=4 format=fullmatrix labels embedded\ndata:\n  a b c d\na 0 1 1 0\nb 1 0 1 0\nc 1 1 0 1\nd 0 0 1 0\n",
    "DL N = 4\nFORMAT = LOWERHALF DIAGONAL ABSENT\nLABELS:\na,b,c,d\nDATA:\n1\n1 1\n0 0 1\n",
    "dl n=4 format=upperhalf diagonal present\nlabels: a b c d\ndata:\n0 1 1 0\n0 1 0\n0 1\n0\n",
    "dl n=4\nformat = edgelist1\nlabels:\na b c d\ndata:\n1 2 1\n2 1 1\n1 3 1\n3 1 1\n2 3 1\n3 2 1\n3 4 1\n4 3 1\n",
    "dl n=4 format=nodelist1\nlabels embedded\ndata:\na b c\nb a c\nc a b d\nd c\n",
  ]) func dl(_ text: String) throws {
    let read = try rows(DLFile.sheets(text))
    #expect(read.nodes.dropFirst().map { $0[0] }.sorted() == ["a", "b", "c", "d"])
    #expect(
      Set(read.edges.dropFirst().map { Set($0.prefix(2)) })
        == [["a", "b"], ["a", "c"], ["b", "c"], ["c", "d"]])
    #expect(read.edges.count == 5 && read.edges.dropFirst().allSatisfy { $0[2] == "mutual" })
  }

  @Test func gmlAndItsEntities() throws {
    let text =
      "graph [ directed 1 node [ id 7 label \"Zo&#235; &amp; co\" school \"S\" ] node [ id 9 label \"Bo\" ] edge [ source 7 target 9 weight 2 ] ]"
    let read = try rows(GMLFile.sheets(text))
    #expect(read.nodes[1] == ["Zoë & co", "Zoë & co", "S"])
    #expect(
      read.edges == [["from", "to", "direction", "weight"], ["Zoë & co", "Bo", "directed", "2"]])
    #expect(throws: FormatError.self) { try GMLFile.sheets("graph [ node [ id 1 ") }
  }

  @Test func dotChainsSubgraphsAndDefaults() throws {
    let text = """
      strict graph "g" { // note
        edge [kind=advice]; a [label="Ann"]; a -- b -- {c d} [weight=2]
        subgraph cluster { node [shape=box]; d:port -- "e f" } }
      """
    let read = try rows(DOTFile.sheets(text))
    #expect(read.nodes.dropFirst().map { $0[0] } == ["a", "b", "c", "d", "e f"])
    #expect(read.nodes[1][1] == "Ann")
    #expect(
      read.edges.dropFirst().map { Array($0.prefix(5)) } == [
        ["a", "b", "mutual", "advice", "2"], ["b", "c", "mutual", "advice", "2"],
        ["b", "d", "mutual", "advice", "2"], ["d", "e f", "mutual", "advice"],
      ])
    #expect(throws: FormatError.self) { try DOTFile.sheets("graph { a -- \"b") }
  }

  @Test(arguments: [
    "{\"elements\":[{\"_id\":\"e1\",\"attributes\":{\"label\":\"Ann\"}},{\"_id\":\"e2\",\"attributes\":{\"label\":\"Bo\"}}],\"connections\":[{\"from\":\"e1\",\"to\":\"e2\",\"direction\":\"directed\"}]}",
    "{\"directed\":true,\"nodes\":[{\"id\":\"Ann\"},{\"id\":\"Bo\"}],\"links\":[{\"source\":\"Ann\",\"target\":\"Bo\"}]}",
    "{\"directed\":true,\"nodes\":[{\"name\":\"Ann\"},{\"name\":\"Bo\"}],\"edges\":[{\"source\":0,\"target\":1}]}",
    "{\"directed\":true,\"elements\":{\"directed\":true,\"nodes\":[{\"data\":{\"id\":\"Ann\"}},{\"data\":{\"id\":\"Bo\"}}],\"edges\":[{\"data\":{\"source\":\"Ann\",\"target\":\"Bo\"}}]}}",
  ]) func json(_ text: String) throws {
    let read = try rows(GraphJSON.sheets(Array(text.utf8)))
    #expect(read.edges[1].prefix(3) == ["Ann", "Bo", "directed"])
    #expect(read.nodes.count == 3)
  }

  @Test func jsonIsReadStrictly() throws {
    #expect(try JSON(Array("\"\\ud83d\\ude00\\u00e9\"".utf8)) == .text("😀é"))
    for wrong in ["{", "[1,]", "{\"a\" 1}", "\"a", "nul", "1 2", String(repeating: "[", count: 70)]
    {
      #expect(throws: FormatError.self, "\(wrong)") { try JSON(Array(wrong.utf8)) }
    }
  }

  @Test func stretchesOfGephi() {
    let stretch = GraphTime.stretch("<[2019, 2020]; [2022-01-01, Infinity]>")
    #expect(stretch?.start == "2019-01-01" && stretch?.end == "")
    #expect(GraphTime.stretch("[2019,2020)")?.end == "2020-12-31")
  }

  /// A project's partitions and vectors are what its vertices have; of two modes one is people.
  @Test func partitionsAndTwoModes() throws {
    let project =
      "*Network t\n*Vertices 2\n1 \"Ann\"\n2 \"Bo\"\n*Edges\n1 2 3\n*Partition school\n*Vertices 2\n0\n99999998\n*Vector reach\n*Vertices 2\n0.5\n2\n*Permutation p\n*Vertices 2\n2\n1\n"
    let sheets = try PajekFile.sheets(project)
    #expect(
      (0..<3).map { sheets[0].texts($0) } == [
        ["id", "name", "school", "reach"], ["Ann", "Ann", "0", "0.5"], ["Bo", "Bo", "", "2"],
      ])
    #expect(sheets[1].rowCount == 2 && sheets[0].note.hasPrefix("\"school\" has numbers"))
    let members = try DLFile.sheets(
      "dl nr=3 nc=2 format=edgelist2\nrow labels embedded\ncol labels embedded\ndata:\nAnn SEND 1\nBo SEND 1\nCy Maths 1\n"
    )
    #expect((1..<4).map { members[0].texts($0)[0] } == ["Ann", "Bo", "Cy"])
    #expect(members[1].texts(0) == ["group", "member"] && members[1].texts(1) == ["SEND", "Ann"])
  }
}
