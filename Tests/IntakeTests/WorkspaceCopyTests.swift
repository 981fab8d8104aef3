import Foundation
import GraphEngine
@testable import Intake
import Networks
import TestSupport
import Testing

/// A workspace taken whole reads as the folder does, then and later.
@Suite struct WorkspaceCopyTests {
  private static let samples: [String] = ["Data/harbour-trust"].map { packageFolder + "/" + $0 }

  @Test(arguments: samples) func readsAsTheFolderDoes(folder: String) throws {
    let copy = try WorkspaceCopy(of: folder, options: IntakeOptions())
    let (network, ledger) = try copy.network()
    let read = try readNetwork(folder: folder)
    #expect(network.edition == read.network.edition && network.title == read.network.title)
    #expect(network.records == read.network.records && network.expertise == read.network.expertise)
    #expect(ledger.accounts.map(\.file) == read.ledger.accounts.map(\.file))
    #expect(ledger.accounts.map(\.used) == read.ledger.accounts.map(\.used))
    #expect(ledger.problems == read.ledger.problems)
    let files = Dictionary(uniqueKeysWithValues: copy.tables.map { ($0.name, $0.bytes) })
    let again = try #require(WorkspaceCopy(reading: copy.reading, files: files))
    #expect(try again.network().network.edition == network.edition)
    #expect(again.reading == copy.reading)
  }

  @Test func whatWasSaidOfTheFilesStays() throws {
    let work = Workdir([
      "staff list.csv": "nr;who;unit\n1;Ada;X\n2;Bo;Y\n", "links.csv": "a;b;w\n1;2;3\n",
    ])
    var options = IntakeOptions()
    options.files = [.people: "staff list.csv", .collaborations: "links.csv"]
    options.columns = [
      .people: ["id": "nr", "name": "who", "school": "unit"],
      .collaborations: ["from": "a", "to": "b", "strength": "w"],
    ]
    (options.delimiter, options.title, options.isDirected) = (0x3B, "Made up", true)
    (options.parallelRule, options.scaleZero) = (.sum, 1)
    let copy = try WorkspaceCopy(of: work.path, options: options)
    #expect(copy.tables.map(\.name).sorted() == ["links.csv", "staff list.csv"])
    let files = Dictionary(uniqueKeysWithValues: copy.tables.map { ($0.name, $0.bytes) })
    let again = try #require(WorkspaceCopy(reading: copy.reading, files: files))
    let network = try again.network().network
    #expect(network.people.names == ["Ada", "Bo"] && network.title == "Made up")
    #expect(network.isDirected && network.parallelRule == .sum)
    #expect(WorkspaceCopy(reading: copy.reading, files: [:]) == nil)
    #expect(WorkspaceCopy(reading: Array("{}".utf8), files: files) == nil)
  }
}

/// A person is gone from every table, and nobody else is.
@Suite struct PersonRemovalTests {
  private func copy(_ files: [String: String]) -> WorkspaceCopy {
    WorkspaceCopy(
      folder: "made", files: files.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
    )
  }

  private func text(_ removal: PersonRemoval, _ name: String) -> String? {
    removal.changed.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private static let files = [
    "people.csv":
      "id,name,email,school\n3,Ada Byron,ada@x.example,3\n4,Bo Diaz,bo@x.example,3\n33,Cy Twain,cy@x.example,4\n",
    "collaborations.csv":
      "from,to,members,depth,reported_by\n3,4,,3,3\n4,33,,3,4\n,,4;3; 33,3,\n33,4,,2,33\n",
    "expertise.csv": "person,topic,level\nAda Byron,Phonics,3\n4,Phonics,3\n",
    "stories.csv": "id,title,who,impact\n3,How Ada Byron met 3 heads,4; 3,\"Thanks, ADA BYRON\"\n",
    "teams.csv": "id,name,lead\n3,Team 3,3\n",
  ]

  @Test func rowsListsAndTexts() throws {
    let copy = copy(Self.files)
    let person = try copy.person("ada byron")
    #expect(
      person.ids == ["3"] && person.names == ["Ada Byron"] && person.addresses == ["ada@x.example"])
    let removal = try PersonRemoval(of: person, from: copy)
    #expect(
      text(removal, "people.csv")
        == "id,name,email,school\n4,Bo Diaz,bo@x.example,3\n33,Cy Twain,cy@x.example,4\n")
    // A depth of 3 and a school 3 are nobody.
    #expect(
      text(removal, "collaborations.csv")
        == "from,to,members,depth,reported_by\n4,33,,3,4\n,,4; 33,3,\n33,4,,2,33\n")
    #expect(text(removal, "expertise.csv") == "person,topic,level\n4,Phonics,3\n")
    #expect(
      text(removal, "stories.csv")
        == "id,title,who,impact\n3,How somebody met 3 heads,4,\"Thanks, somebody\"\n")
    #expect(text(removal, "teams.csv") == "id,name,lead\n3,Team 3,\n")
    #expect(removal.rows == 3 && removal.cells == 5)
    for table in removal.changed {
      #expect(!String(decoding: table.bytes, as: UTF8.self).lowercased().contains("byron"))
    }
  }

  /// By a name that nobody else and no place has, alone; not by one that is a word too.
  @Test func oneNameAloneIsSomebody() throws {
    var files = Self.files
    files["people.csv"]? += "5,Dora Byronson,,3\n6,Ada Harper Byronson,,3\n7,Rose Diamond,,4\n"
    files["teams.csv"] = "id,name,lead\nT,Harper House,5\n"
    files["stories.csv"] =
      "id,title\nS,\"Byron's reading, Byronson's maths and a Diamond at Harper House\"\n"
    func story(_ word: String) throws -> String? {
      let copy = copy(files)
      return text(try PersonRemoval(of: copy.person(word), from: copy), "stories.csv")
    }
    #expect(
      try story("3")
        == "id,title\nS,\"somebody's reading, Byronson's maths and a Diamond at Harper House\"\n")
    #expect(try story("5") == nil && story("6") == nil && story("7") == nil)
  }

  @Test(arguments: ["nobody", "", "Ada", "3x", "Byron"]) func nobodyGoesByThat(word: String) throws
  {
    #expect(try copy(Self.files).person(word).isEmpty)
  }

  @Test func sharedNamesMeanNobody() throws {
    let copy = copy([
      "people.csv": "id,name\nP1,Sam Smith\nP2,Sam Smith\nP3,Al\n",
      "collaborations.csv": "from,to\nP1,P3\n", "stories.csv": "id,title\nS1,Sam Smith sings\n",
    ])
    #expect(try copy.person("Sam Smith").isEmpty)
    let one = try copy.person("P1")
    #expect(one.ids == ["P1"] && one.names.isEmpty)
    let removal = try PersonRemoval(of: one, from: copy)
    #expect(text(removal, "stories.csv") == nil)
    #expect(text(removal, "people.csv") == "id,name\nP2,Sam Smith\nP3,Al\n")
  }

  @Test func otherEncodingsAndDelimiters() throws {
    let semicolons = copy([
      "people.csv": "sep=;\nid;name\nP1;Zoë O'Neil; \nP2;\"B; o\"\n",
      "collaborations.csv": "from;to\nP1;P2\n",
    ])
    let removal = try PersonRemoval(of: semicolons.person("P1"), from: semicolons)
    #expect(text(removal, "people.csv") == "sep=;\nid;name\nP2;\"B; o\"\n")
    let windows = WorkspaceCopy(
      folder: "w",
      files: [
        ("people.csv", Array("id,name\nP1,Ana\nP2,Zo".utf8) + [0xEB] + Array("\n".utf8)),
        ("collaborations.csv", Array("from,to\nP1,P2\n".utf8)),
      ])
    let other = try PersonRemoval(of: windows.person("P1"), from: windows)
    #expect(text(other, "people.csv") == "id,name\nP2,Zoë\n")
  }

  /// The sample trust without somebody can be read, and has one person fewer.
  @Test func theRestCanBeRead() throws {
    let folder = packageFolder + "/Data/harbour-trust"
    let copy = try WorkspaceCopy(of: folder, options: IntakeOptions())
    let before = try copy.network().network
    for id in ["P0638", "P0001", before.people.ids[300]] {
      let removal = try PersonRemoval(of: copy.person(id), from: copy)
      let changed = Dictionary(uniqueKeysWithValues: removal.changed.map { ($0.name, $0.bytes) })
      let left = WorkspaceCopy(
        folder: folder, files: copy.tables.map { ($0.name, changed[$0.name] ?? $0.bytes) })
      let network = try left.network().network
      #expect(
        network.people.count == before.people.count - 1 && network.people.index(of: id) == nil)
      #expect(network.records.partnerships.count == before.records.partnerships.count)
    }
  }
}
