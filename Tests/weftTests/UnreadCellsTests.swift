import TestSupport
import Testing

/// A cell that names somebody no file knows, or no yes or no, is told apart from an empty one, on every page.
@Suite struct UnreadCellsTests {
  @Test(arguments: [
    (
      "decisions",
      "decision,decided_by,consulted,affects\nRule,A,Mr Nobody Known,B\nOther,A,A1,B\n",
      ["2 decisions; 1 affected", "counted neither way: who was consulted on 1 decision."],
      ["Rule,,Ash,could not be read,cannot be told"]
    ),
    (
      "ideas", "idea,origin,carried_by,adopted_by\nSwap,A,A1,Some School\nKites,Elsewhere,A1,B\n",
      [
        "2 ideas, 1 taken up; whether anybody carried them across cannot be told, and where they began could not be read.",
        "counted neither way: where 1 idea began and who took up 1 idea.",
      ],
      [
        "Kites,,could not be read,one not named,Elm,1,,,cannot be told,cannot be told",
        "Swap,,Ash,one not named,could not be read,,,,cannot be told,cannot be told",
      ]
    ),
    (
      "goals", "id,statement,measure,owner\nG1,Read,%,QQQ\nG2,Count,%,A1; QQQ\nG3,Sing,%,A1\n",
      ["0 without a measure, 1 with one owner only", "neither way: the owners of 2 goals."],
      [
        "G1,Read,%,,,,,,,\"an owner could not be read",
        "G2,Count,%,,,,,1,,\"an owner could not be read",
      ]
    ),
    (
      "needs", "need,voice,action,met\nRoom,pupils,,perhaps\nClub,families,begun,\n",
      ["2 needs raised; 0 have had no response.", "whether there was a response to 1 need."],
      ["pupils,1,0,0,,1"]
    ),
    (
      "teams", "id,name,school,lead\nTA,Ay,A,q99\nTB,Bee,B,\n",
      ["1 team has no lead recorded.", "counted neither way: who leads 1 team."], []
    ),
  ])
  func isToldApart(_ file: String, _ rows: String, _ sentences: [String], _ cells: [String]) {
    let folder = TwoSchools.folder(["\(file).csv": rows])
    let command = file == "needs" ? "voices" : file
    let told = weft([command, folder.path]).out
    for sentence in sentences { #expect(told.contains(sentence), "\(sentence)\n\(told)") }
    let table = weft([command, folder.path, "--csv"]).out
    for cell in cells { #expect(table.contains(cell), "\(cell)\n\(table)") }
  }
}
