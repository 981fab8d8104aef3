import Documents
import Testing

@Suite struct DocumentTests {
  @Test func aFigureWithoutAlternativeTextCannotBeMade() {
    for words in ["", "  ", "\n\t "] { #expect(AltText(words) == nil) }
    #expect(AltText(" One school. ")?.words == "One school.")
  }

  @Test func gapsAreFoundWhereverTheyStand() {
    var properties = Document.Properties()
    properties.foot = "Board, " + .gap("meeting date")
    let document = Document(
      "t", properties,
      blocks: [
        .lead("By " + .gap("name")), .box(.init("Asked", ["note " + .gap("what")])),
        .panels([.init("What to do", .strong("Meet.") + " " + .gap("who"))]),
        .grid(.init([10, 20], rows: [[[.init(.term, "Money")], [.init(.text, .gap("cost"))]]])),
      ])
    #expect(document.gaps == ["name", "what", "who", "cost", "meeting date"])
    #expect(Phrase.given("Ann", or: "name").gaps == [])
    #expect(Phrase.gap("who").words == "[who]")
  }
}
