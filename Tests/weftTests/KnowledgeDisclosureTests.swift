import Foundation
import TestSupport
import Testing

/// What few people know is told of no code, and a topic that nobody on a list knows is no word that a search knows.
@Suite struct KnowledgeDisclosureTests {
  /// Five schools of twelve and Dale of six beside Elm of three: six know phonics, one of Ash chess, one of Dale origami.
  private static let folder: Workdir = {
    let schools = ["Ash", "Birch", "Cedar", "Fir", "Gorse"]
    var people = "id,name,school,role,visibility\n"
    var ties = "from,to\n"
    var knows = "person,topic,level,seeks\n"
    for (place, school) in schools.enumerated() {
      for one in 0..<12 {
        let id = "\(school)\(one)"
        let role = one == 0 ? "Head" : one == 1 ? "SENCO" : "Teacher"
        people += "\(id),\(school) Person \(one),\(school),\(role),listed\n"
        for step in [1, 3, 4] { ties += "\(id),\(school)\((one + step) % 12)\n" }
        ties += "\(id),\(schools[(place + 1) % 5])\(one)\n"
        knows += one == 2 || id == "Ash3" ? "\(id),Phonics,4,\n" : ""
      }
    }
    knows += "Ash4,Chess,5,\nBirch4,Chess,,yes\nBirch5,Chess,,yes\nDale1,Origami,5,\n"
    for one in 0..<6 {
      people += "Dale\(one),Dale Person \(one),Dale,Teacher,listed\n"
      ties += "Dale\(one),Dale\((one + 1) % 6)\nDale\(one),Ash\(one)\n"
    }
    for one in 0..<3 {
      people += "Elm\(one),Elm Person \(one),Elm,Teacher,listed\n"
      ties += "Elm\(one),Elm\((one + 1) % 3)\nElm\(one),Birch\(one)\n"
    }
    people += "Q1,Quilla Hidmark,Ash,Teacher,hidden\n"
    ties += "Q1,Birch3\nQ1,Cedar3\n"
    knows += "Q1,Falconry,5,\n"
    return Workdir(["people.csv": people, "collaborations.csv": ties, "expertise.csv": knows])
  }()

  private static func run(_ arguments: String...) -> (status: Int32, out: String, err: String) {
    let outcome = weft([arguments[0], folder.path] + arguments.dropFirst())
    return (outcome.status, outcome.out, outcome.err)
  }

  /// The code of a person, as a copy with codes has it, found by how many ties they have in the named copy and no other.
  private static func codes(in text: String) -> [Substring] {
    text.matches(of: /P-[A-Z0-9]{5}/).map(\.output)
  }

  @Test func whatFewKnowStandsBesideNoCode() {
    let find = Self.run("find", "chess", "--names", "pseudonym")
    #expect(
      find.out.hasPrefix(
        "Fewer than five people know Chess, so that a code beside it would tell who they are: nobody is listed for it."
      ))
    // The same of every school: asking one after the other tells nothing.
    for school in ["Ash", "Birch", "Cedar"] {
      for level in ["1", "5"] {
        let there = Self.run(
          "find", "chess", "--names", "pseudonym", "--school", school, "--level", level)
        #expect(there.out == find.out && there.status == find.status, "\(school) \(level)")
      }
    }
    // Whoever asked not to be named is in no number.
    let hidden = Self.run("find", "phonics", "--names", "pseudonym", "--json")
    #expect(hidden.out.contains("\"not_named\" : null"))
    // What six know is told of each, with the code.
    let many = Self.run("find", "phonics", "--names", "pseudonym", "--csv")
    #expect(Set(Self.codes(in: many.out)).count == 6 - Self.withheld(knowing: many.out))
    let path = Self.run("path", "Birch4", "chess", "--names", "pseudonym")
    #expect(path.status == 65 && path.out.isEmpty)
    #expect(
      path.err.contains(
        "Fewer than five people know Chess, so a way to them by codes would tell who they are."))
    let gaps = Self.run("gaps", "--names", "pseudonym")
    #expect(Self.codes(in: gaps.out).isEmpty)
    for id in ["Birch4", "Ash4"] {
      let show = Self.run("show", id)
      #expect(!show.out.contains("Chess"), "\(show.out)")
      #expect(!Self.run("without", id).out.contains("Chess"))
    }
    #expect(Self.run("show", "Ash4", "--names", "full").out.contains("Knows above all Chess"))
  }

  /// A role that few of a school share, or a name, stands beside no code in what is asked for by it.
  @Test func whoIsAskedForByRoleOrNameHasNoCode() {
    for question in ["the head", "SENCO", "Ash Person 0"] {
      for form in [[], ["--json"], ["--school", "Ash"]] {
        let found = weft(["find", Self.folder.path, question, "--names", "pseudonym"] + form)
        #expect(found.status == 1 && Self.codes(in: found.out).isEmpty, "\(question) \(found.out)")
        #expect(!found.out.contains("Nobody was found"))
      }
    }
    let teachers = Self.run("find", "teacher", "--names", "pseudonym", "--top", "60")
    #expect(Self.codes(in: teachers.out).count > 30)
    #expect(teachers.out.contains("whose role five people of their school share"))
    let way = Self.run("path", "Birch4", "the head", "--names", "pseudonym")
    #expect(way.status == 65 && way.out.isEmpty && Self.codes(in: way.err).isEmpty)
    #expect(Self.run("find", "the head", "--names", "full").out.contains("Ash Person 0"))
  }

  /// Whom something depends on is told without a code; by name in a named copy alone.
  @Test func whatDependsOnOnePersonTellsNoCode() {
    let trust = packageFolder + "/Data/harbour-trust"
    for command in [["next"], ["next", "--json"], ["next", "--csv"], ["partners", "--csv"]] {
      let told = weft([command[0], trust] + command.dropFirst())
      #expect(told.status == 0 && Self.codes(in: told.out).isEmpty, "\(command)")
    }
    #expect(weft(["next", trust]).out.contains("Two schools depend on one person"))
  }

  /// What chance would give is a sum over all groups: beside those shown it tells the sizes of those hidden.
  @Test func noExpectationIsASumOverHiddenGroups() throws {
    let place = Workdir()
    let map = weft(["map", Self.folder.path, "-o", place.path + "/m", "--no-figures"])
    #expect(map.status == 0, "\(map.err)")
    let head = try #require(place.text("m/people.csv")?.split(separator: "\r\n").first)
    #expect(head.contains("brokerage") && !head.contains("expected"))
    let people = try #require(place.text("m/people.csv"))
    let code = try #require(Self.codes(in: people).first)
    let roles = weft(["show", Self.folder.path, String(code), "--json"])
    #expect(
      roles.status == 0 && roles.out.contains("\"expected\"")
        && roles.out.firstMatch(of: /"expected" : [0-9]/) == nil, "\(roles.out)")
  }

  /// Of those who know phonics, some may stand beside the one who asked not to be named.
  private static func withheld(knowing csv: String) -> Int { 6 - csvRows(csv).count }

  /// A role that is missing from what a school knows by role would tell who asked not to be named.
  @Test func rolesAreToldInNoCopyWithoutNames() {
    #expect(!Self.run("show", "Ash").out.contains("By role"))
    #expect(Self.run("show", "Ash", "--names", "full").out.contains("By role"))
  }

  @Test func aMatchTellsNothingOfHiddenSchoolsNorWhereOnePersonKnowsATopic() {
    let match = Self.run("match", "--csv", "--top", "60")
    #expect(match.status == 0)
    for word in ["Chess", "Origami", "Dale", "Elm"] {
      #expect(!match.out.contains(word), "\(word) in \(match.out)")
    }
  }

  /// Somebody of a hidden school is answered like somebody hidden, and like nobody.
  @Test(arguments: [
    ["show", "person", "WHO"], ["without", "WHO"], ["without", "Fir5", "WHO"], ["balance", "WHO"],
    ["what-if", "--without", "WHO"], ["what-if", "--tie", "WHO,Fir5"],
    ["draw", "network", "-o", "-", "--names", "pseudonym", "--of", "WHO"],
  ]) func whoeverIsNotListedIsNobody(_ command: [String]) {
    let split = command[0] == "draw" ? 2 : 1
    func answer(_ who: String) -> Outcome {
      let rest = command[split...].map { $0.replacing("WHO", with: who) }
      let outcome = weft(Array(command[..<split]) + [Self.folder.path] + rest)
      return Outcome(
        status: outcome.status, out: outcome.out, err: outcome.err.replacing(who, with: "WHO"))
    }
    let nobody = answer("Xyz Person 77")
    #expect(nobody.status == 64 && nobody.out.isEmpty)
    for who in ["Elm Person 1", "Dale Person 2", "Quilla Hidmark"] {
      #expect(answer(who) == nobody)
    }
  }

  /// The order of rows and of nodes is that of codes; whoever has none is not drawn, and neither are their ties.
  @Test(arguments: ["pseudonym", "full"]) func peopleAreDrawnInTheOrderOfWhatTheyAreCalled(
    _ names: String
  ) throws {
    let csv = Self.folder.path + "/people-\(names).csv"
    let dot = Self.folder.path + "/people-\(names).dot"
    for file in [csv, dot] {
      #expect(
        weft(["draw", "people", Self.folder.path, "--names", names, "-o", file]).status == 0)
    }
    let rows = csvRows(try String(contentsOfFile: csv, encoding: .utf8))
    #expect(rows.count > 40)
    for group in Dictionary(grouping: rows, by: { $0["group"] ?? "" }).values {
      let called = group.map { $0["person"] ?? "" }
      #expect(called == called.sorted())
    }
    let graph = try String(contentsOfFile: dot, encoding: .utf8)
    #expect(graph.matches(of: /xlabel="[^"]/).count == rows.count)
    #expect(!graph.contains("xlabel=\"\""))
    #expect(rows.contains { $0["group"] == "Elm" } == (names == "full"))
  }

  /// One person's network by code leads to no hidden school.
  @Test func aNetworkByCodeLeadsToNoHiddenSchool() throws {
    let file = Self.folder.path + "/network.csv"
    let drawn = weft([
      "draw", "network", Self.folder.path, "--of", "Cedar5", "--names", "pseudonym", "-o", file,
    ])
    guard drawn.status == 0 else {
      // Cedar5 may stand beside the one who asked not to be named.
      return
    }
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(!text.contains("Elm") && !text.contains("Dale"))
  }

  /// With names, a word that only somebody hidden ever listed is a word that nothing is called.
  @Test func aTopicOfNobodyListedIsUnknown() throws {
    let folder = Self.folder.path + "/site"
    #expect(weft(["site", Self.folder.path, "-o", folder, "--names", "full"]).status == 0)
    for file in try FileManager.default.contentsOfDirectory(atPath: folder)
    where file.hasSuffix(".html") || file.hasSuffix(".js") || file.hasSuffix(".json") {
      let text = (try? String(contentsOfFile: folder + "/" + file, encoding: .utf8)) ?? ""
      #expect(!text.lowercased().contains("falconry"), "\(file)")
    }
  }
}
