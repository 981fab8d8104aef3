import Foundation
import TestSupport
import Testing

private let harbour = packageFolder + "/Data/harbour-trust"

/// A trust of five, in which Bo asked not to be named and Ex to be left out.
private func small(_ more: [String: String] = [:]) -> Workdir {
  Workdir(
    [
      "people.csv":
        "id,name,school,role,visibility\nP1,Ann Lee,S1,Teacher,\nP2,Bo Ray,S1,Teacher,hidden\nP3,Cy Day,S2,Head,\nP4,Di Fox,S2,Teacher,\nP5,Ex Gone,S2,Teacher,excluded\n",
      "schools.csv":
        "id,name,phase,hub\nS1,Oak School,Primary,East\nS2,Elm School,Secondary,West\n",
      "collaborations.csv":
        "from,to,kind,depth,purpose,started\nP1,P3,team teaching,4,phonics,2026-01-10\nP3,P4,advice,2,SEND,2026-01-10\nP1,P2,contact,5,,2026-01-10\nP2,P4,contact,5,,2026-01-10\n",
      "expertise.csv":
        "person,topic,level,evidence,date,offers,seeks\nP4,Phonics,4,qualification,2024-01-10,coaching,\nP2,Phonics,5,role,,,\nP5,Phonics,5,role,,,\nP2,Weaving,5,role,,,\nP1,Phonics,,,,,yes\n",
    ].merging(more) { _, new in new })
}

@Suite struct ExpertiseCommandTests {
  @Test func findSaysWhoAndWhy() {
    let trust = small()
    let found = weft(["find", trust.path, "fonics", "--from", "P1", "--why"])
    #expect(found.status == 0, "\(found.err)")
    #expect(
      found.out.hasPrefix(
        """
        "fonics" was read as "phonics".
        1 person knows Phonics or something close to it.

           person  name    role     school      knows    level  evidence                    offers    score  steps  introduced by
        1  P4      Di Fox  Teacher  Elm School  Phonics      4  qualification, 2 years old  coaching   0.79      2  Cy Day

        1. Di Fox: 0.786
           Phonics
             qualification 1 x level 4, leads across schools 0.75 x 2 years old 0.8705 = 0.6529
             rarity ln((4 + 1) / (1 + 0.5)) = 1.2040, x 0.6529 = 0.786
        """))
    #expect(found.out.contains("Next: weft path"))
    #expect(!found.out.contains("Bo Ray") && !found.out.contains("Ex Gone"))
  }

  @Test func everyFormOfFind() throws {
    let trust = small()
    let json = try #require(
      try JSONSerialization.jsonObject(
        with: Data(weft(["find", trust.path, "phonics", "--json"]).out.utf8)) as? [String: Any])
    #expect(json["found"] as? Int == 1 && json["not_named"] is NSNull)
    #expect(json["schema_version"] as? Int == 1)
    let csv = weft(["find", trust.path, "phonics", "--csv", "--names", "pseudonym"]).out
    // Fewer than five know it: a code beside it would tell who they are.
    #expect(csv == "rank,person,role,school,topic,level,evidence,offers,score\r\n")
    // The question may stand first.
    #expect(
      weft(["find", "phonics", trust.path]).out == weft(["find", trust.path, "phonics"]).out)
    #expect(weft(["find", trust.path, "phonics", "--plain"]).out.hasPrefix("1\tP4\tDi Fox\t"))
    // What Bo alone listed is told as what nobody did.
    let none = weft(["find", trust.path, "weaving"])
    #expect(none.out == "Nothing is called \"weaving\".\nNobody was found.\n")
    #expect(
      weft(["find", trust.path, "zzzz"]).out == "Nothing is called \"zzzz\".\nNobody was found.\n")
  }

  @Test func filtersOfFind() {
    let trust = small()
    func people(_ more: [String]) -> [String] {
      weft(["find", trust.path, "phonics", "--plain"] + more).out.split(separator: "\n").map {
        String($0.split(separator: "\t")[1])
      }
    }
    #expect(people([]) == ["P4"])
    #expect(people(["--school", "elm"]) == ["P4"] && people(["--school", "S1"]) == [])
    #expect(people(["--phase", "secondary"]) == ["P4"] && people(["--hub", "East"]) == [])
    #expect(people(["--level", "5"]) == [] && people(["--level", "4"]) == ["P4"])
    #expect(people(["--offers", "coaching"]) == ["P4"] && people(["--offers", "visits"]) == [])
    // That nobody fits is not that nobody knows.
    #expect(
      weft(["find", trust.path, "phonics", "--offers", "visits"]).out
        == "Nobody who fits the options has listed Phonics; without them one person has.\n")
    #expect(weft(["find", trust.path, "p4"]).out.contains("P4      Di Fox"))
    #expect(weft(["find", trust.path, "P2"]).out.hasPrefix("Nothing is called \"P2\"."))
  }

  @Test func whatFindDoesNotUnderstand() {
    let trust = small()
    func said(_ arguments: [String]) -> String {
      let outcome = weft(["find", trust.path] + arguments)
      #expect(outcome.status == 64 && outcome.out.isEmpty, "\(arguments)")
      return outcome.err
    }
    #expect(
      said([""]) == "The query holds no word. Write what you look for, such as \"phonics\".\n")
    #expect(said(["\"*"]).contains("The query holds no word."))
    #expect(
      said([String(repeating: "x", count: 10_000)]).hasPrefix(
        "The query has 10,000 characters; at most 256 are searched for."))
    #expect(
      said(["phonics", "--school", "Oka School"])
        == "There is no school \"Oka School\". Did you mean \"Oak School\"?\n")
    #expect(
      said(["phonics", "--hub", "Esst"])
        == "There is no hub \"Esst\". Did you mean \"East\"? The files have East and West.\n")
    #expect(
      said(["phonics", "--from", "P9"]) == "There is no person \"P9\".\n")
    // Of somebody hidden or left out nothing is said that is not said of somebody unknown.
    for hidden in ["P2", "Bo Ray", "P5", "Ex Gone"] {
      #expect(
        said(["phonics", "--from", hidden]).hasPrefix(
          "There is no person \"\(hidden)\"."))
    }
    #expect(said(["phonics", "--level", "9"]).contains("--level 9: write a number from 1"))
    #expect(said(["phonics", "--offers", "lunch"]).contains("write coaching, visits"))
    #expect(said(["phonics", "--half-life", "0"]).contains("a number of years above 0"))
    let nothing = small(["expertise.csv": "person,topic\n"])
    let bare = weft(["find", nothing.path, "phonics"])
    #expect(bare.status == 65 && bare.err.hasPrefix("The files say nothing of what people know."))
  }

  @Test func pathWithAReasonForEachStep() {
    let trust = small()
    let path = weft(["path", trust.path, "Ann Lee", "phonics"])
    #expect(path.status == 0, "\(path.err)")
    #expect(
      path.out.hasPrefix(
        """
        Ann Lee can meet Di Fox (Teacher, Elm School) in two steps.
        Phonics: leads across schools; qualification, 2 years old.

          1. Ann Lee knows Cy Day (Head, Elm School): team teaching on phonics, depth 4 (coalition).
          2. Cy Day knows Di Fox (Teacher, Elm School): advice on SEND, depth 2 (cooperation).
             Cost 5.1.
        """))
    // Bo would be the warmer way, and asked not to be named.
    #expect(!path.out.contains("Bo"))
    let json = weft(["path", trust.path, "P1", "P4", "--json"]).out
    #expect(json.contains("\"would_open_one\" : null") && json.contains("\"P3\""))
    #expect(
      weft(["path", trust.path, "P1", "P4", "--csv"]).out.hasPrefix(
        "way,step,from,to,to_name,to_role,to_school,tie,depth,cost\r\n1,1,P1,P3,Cy Day,Head,"))
  }

  @Test func noRouteSaysWhatWouldOpenOne() {
    let trust = small([
      "collaborations.csv": "from,to,depth\nP1,P3,4\nP2,P4,4\n"
    ])
    let path = weft(["path", trust.path, "P1", "P4"])
    #expect(path.status == 1)
    #expect(
      path.out.hasPrefix(
        "No way of three steps leads from Ann Lee (Teacher, Oak School) to Di Fox (Teacher, Elm School). A meeting of the two, who have the same role, would open one.\n"
      ))
    #expect(
      weft(["path", trust.path, "P1", "weaving"]).err.hasPrefix(
        "There is no person or topic \"weaving\"."))
    #expect(weft(["path", trust.path, "P1", "P1"]).status == 64)
    #expect(
      weft(["path", trust.path, "P1", "P2"]).err.hasPrefix(
        "There is no person or topic \"P2\"."))
    #expect(
      weft(["path", trust.path, "P1", "phonica"]).out.hasPrefix(
        "\"phonica\" was read as Phonics.\nNo way of three steps leads from Ann Lee"))
  }

  @Test func aWayToARoleOrANameAsksOfNoTopic() {
    let trust = small()
    let head = weft(["path", trust.path, "P1", "the head"])
    #expect(
      head.out.hasPrefix(
        "\"the head\" was read as Headteacher.\nAnn Lee and Cy Day (Head, Elm School) know each other.\n"
      ))
    #expect(head.out.contains("I would like to ask you something: could we talk"))
    let named = weft(["path", trust.path, "P1", "Mr Day"])
    #expect(named.status == 0 && named.out.hasPrefix("\"Mr Day\" was read as Cy Day.\n"))
    // By codes no name is looked up, and no way leads to the one who has a role.
    #expect(weft(["path", trust.path, "P1", "Mr Day", "--names", "pseudonym"]).status != 0)
    #expect(weft(["path", trust.path, "P1", "the head", "--names", "pseudonym"]).status != 0)
  }

  @Test func whoWouldLikeToLearnIsNamedFirst() throws {
    let trust = small([
      "expertise.csv":
        "person,topic,level,evidence,date,offers,seeks\nP4,Phonics,4,qualification,2024-01-10,coaching,\nP1,Phonics,,,,,yes\nP2,Phonics,,,,,yes\nP5,Phonics,,,,,yes\nP3,Latin,,,,,yes\n"
    ])
    let found = weft(["find", trust.path, "who wants to learn phonics"])
    #expect(
      found.out.hasPrefix(
        "1 person has said that they would like to learn Phonics: Ann Lee (Teacher, Oak School).\n"
      ))
    #expect(found.out.contains("Di Fox") && !found.out.contains("Bo Ray"))
    let latin = weft(["find", trust.path, "who would like to learn Latin"])
    #expect(latin.status == 0 && latin.out.contains("Latin: Cy Day (Head, Elm School)."))
    let json = weft(["find", trust.path, "who wants to learn phonics", "--json"]).out
    #expect(json.contains("\"would_learn\"") && json.contains("\"P1\""))
    let codes = weft(["find", trust.path, "who wants to learn Latin", "--names", "pseudonym"])
    #expect(!codes.out.contains("would like to learn"))
    let plain = weft(["find", trust.path, "phonics", "--json"]).out
    #expect(plain.contains("\"would_learn\" : null"))
  }

  @Test func gapsNameThePlantedOnesFirst() throws {
    let gaps = weft(["gaps", harbour])
    #expect(gaps.status == 0)
    let lines = gaps.out.split(separator: "\n").map(String.init)
    #expect(
      lines[0].hasPrefix(
        "Nobody in the trust has listed Sign language, and six people would like to learn it."))
    #expect(lines[1].hasPrefix("One person in the trust knows Sensory impairment"))
    #expect(lines[2].hasPrefix("One person in the trust knows Young carers"))
    #expect(
      lines[3].hasPrefix(
        "Nobody in the Moorland hub or the central team has listed Mathematics mastery")
    )
    #expect(gaps.out.contains("Sensory impairment: Karen Jenkins (SENCO, Oakfield Primary School)"))
    let csv = weft(["gaps", harbour, "--csv", "--names", "pseudonym"]).out
    #expect(csv.contains("Sensory impairment,SEND,H01,Oakfield Primary School,c,c,c,1,0,"))
    #expect(
      weft(["gaps", harbour, "--csv"]).out.contains(
        "Sensory impairment,SEND,H01,Oakfield Primary School,thin,1,"))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(weft(["gaps", harbour, "--json"]).out.utf8))
        as? [String: Any])
    #expect((json["coverage"] as? [Any])?.count == 36 * 19)
    #expect(
      weft(["gaps", harbour, "--by", "hub", "--csv"]).out.contains(",Moorland,Moorland,distant,"))
  }

  /// What somebody hidden knows is in no count, by whatever groups are asked for one after another.
  @Test func gapsCountNobodyHidden() {
    let trust = small()
    let gaps = weft(["gaps", trust.path])
    #expect(gaps.status == 0)
    #expect(!gaps.out.contains("Weaving") && !gaps.out.contains("asked not to be named"))
    #expect(!gaps.out.contains("Bo Ray") && !gaps.out.contains("Ex Gone"))
    for by in ["school", "hub", "phase", "role"] {
      let rows = csvRows(weft(["gaps", trust.path, "--csv", "--by", by]).out)
      #expect(!rows.isEmpty && rows.allSatisfy { $0["holders_in_trust"] == "1" }, "\(by)")
    }
    for school in ["S1", "S2"] {
      let there = weft(["find", trust.path, "weaving", "--school", school])
      #expect(there.out == weft(["find", trust.path, "weaving"]).out)
    }
    #expect(!weft(["topics", trust.path]).out.contains("Weaving"))
  }

  @Test func showTellsWhatPeopleKnow() {
    let shown = weft(["show", harbour, "person", "P0087"])
    #expect(shown.out.contains("Knows above all Assessment (leads in school)"))
    // What one or two of a school would like to know is told in a named copy alone.
    let wish = "Would like to know Governance and Sign language."
    #expect(!weft(["show", harbour, "Harbour Academy"]).out.contains("Would like to know"))
    #expect(weft(["show", harbour, "Harbour Academy", "--names", "full"]).out.contains(wish))
  }

  /// A trust that says what people know in people.csv alone.
  @Test func twoColumnsOfPeopleAreEnough() {
    let trust = Workdir([
      "people.csv":
        "id,name,school,role,expertise,seeks,visibility\n1,Ann Lee,S1,Teacher,Phonics:4; SEND,,\n2,Bo Ray,S1,Teacher,Phonics:9; Kite surfing,Maths,hidden\n3,Cy Day,S2,Head,Maths:leads in school|fonics:3,SEND; BSL,\n4,<b>Di</b> & Fox,S2,Teacher,,phonics,\n",
      "collaborations.csv": "from,to,depth\n1,2,5\n2,3,5\n4,3,2\n",
    ])
    let found = weft(["find", trust.path, "fonics"])
    #expect(
      found.out.hasPrefix(
        "1 person knows fonics or something close to it.\n"))
    #expect(found.out.contains("claimed, no date"))
    #expect(
      weft(["find", trust.path, "bsl"]).out.hasPrefix(
        "Nobody here has listed BSL. It is part of SEND, which one person knows.\n1 person is near what you asked for; nobody meets it.\n"
      ))
    let gaps = weft(["gaps", trust.path]).out
    #expect(
      gaps.hasPrefix("Nobody in the trust has listed BSL, and one person would like to learn it."))
    #expect(gaps.contains("in one of two schools most staff would need two or more introductions"))
    // Bo alone ties the two schools and stands on no way.
    #expect(
      weft(["path", trust.path, "1", "4"]).out.hasPrefix(
        "No way of three steps leads from Ann Lee (Teacher, S1) to <b>Di</b> & Fox (Teacher, S2). A meeting of the two, who have the same role, would open one.\n"
      ))
    #expect(
      weft(["path", trust.path, "1", "maths"]).out.hasPrefix(
        "No way of three steps leads from Ann Lee (Teacher, S1) to somebody who knows Maths. A meeting of Ann Lee and Cy Day (Head, S2) would open one.\n"
      ))
    let check = weft(["check", trust.path]).out
    #expect(check.contains("column E (expertise): 3 topics are named here and not described"))
    #expect(check.contains("\"9\" is not a level; it counts as not given."))
    #expect(!gaps.contains("Bo Ray"))
  }

  /// A way to a topic that nobody lists leads to what is part of it.
  @Test func pathToAPartOfATopic() {
    let trust = small()
    let path = weft(["path", trust.path, "P1", "reading"])
    #expect(
      path.out.hasPrefix(
        "Nobody who can be named lists Reading itself: Phonics is part of it.\nAnn Lee can meet Di Fox"
      ))
  }

  /// The factors that `--why` prints can be multiplied by hand, and come to the score.
  @Test func whyMultipliesToTheScore() throws {
    let out = weft(["find", harbour, "pastoral", "--why", "--top", "10"]).out
    var (sums, parts, factors) = (0, 0, 0)
    for line in out.split(separator: "\n").map(String.init) where line.hasPrefix("     ") {
      let numbers = line.matches(of: /[0-9][0-9,]*\.?[0-9]*/).compactMap {
        Double($0.output.replacing(",", with: ""))
      }
      if line.contains("rarity") {
        // rarity ln((N + 1) / (n + 0.5)) = r, x s = v
        let tail = numbers.suffix(3).map { $0 }
        let (people, holders) = (numbers[numbers.count - 7], numbers[numbers.count - 5])
        #expect(abs(Foundation.log((people + 1) / (holders + 0.5)) - tail[0]) < 0.0001, "\(line)")
        #expect(abs(tail[0] * tail[1] - tail[2]) < 0.001, "\(line)")
        sums += 1
      } else if line.contains("part of") {
        parts += 1
      } else if line.contains(" x level "), numbers.count >= 5 {
        // kind e x level d, words l x age a = v; the number of the level and of years stand among them.
        let product = numbers[0] * numbers[2] * numbers[numbers.count - 2]
        #expect(abs(product - numbers[numbers.count - 1]) < 0.0001, "\(line)")
        factors += 1
      }
    }
    #expect(sums == 10 && parts == 10 && factors >= 10)
  }

  /// A trust of one school has nothing to group by, and may ask all the same.
  @Test func oneSchoolIsEnough() {
    let trust = Workdir([
      "people.csv":
        "id,name,school\n1,Ann,S1\n2,Bo,S1\n3,Cy,S1\n4,Di,S1\n5,Ed,S1\n6,Flo,S1\n",
      "collaborations.csv": "from,to\n1,2\n2,3\n",
      "expertise.csv": "person,topic,level\n1,Phonics,3\n2,SEND,3\n3,SEND,3\n",
    ])
    let gaps = weft(["gaps", trust.path])
    #expect(gaps.status == 0, "\(gaps.err)")
    #expect(
      gaps.out.hasPrefix("One person in the trust knows Phonics: if they leave, nobody does."))
    let drawn = weft(["draw", "coverage", trust.path, "-o", "-"])
    #expect(drawn.status == 0 && drawn.out.contains("Phonics rests on one person"))
  }

  /// Somebody with 400 topics of their own does not push aside what the trust lists.
  @Test func fourHundredTopicsOfOnePerson() {
    let own = (0..<400).map { "P1,Own subject number \($0 * 7919),3\n" }.joined()
    let trust = small([
      "topics.csv": "topic\nWeaving\n",
      "expertise.csv":
        "person,topic,level\n\(own)P4,Weaving,3\nP1,Phonics,3\nP3,Phonics,3\n",
    ])
    let gaps = weft(["gaps", trust.path, "--top", "2"])
    let lines = gaps.out.split(separator: "\n")
    #expect(gaps.status == 0 && lines[0].hasPrefix("One person in the trust knows Weaving:"))
    #expect(
      lines[1].hasPrefix("One person alone knows 400 topics that no list has, such as Own subject"))
    #expect(gaps.out.contains("342 topics with fewer gaps: --csv has them all."))
    #expect(gaps.out.contains("and 399 more: Ann Lee (Teacher, Oak School)"))
    #expect(weft(["check", trust.path]).out.contains("[many-topics]"))
    let found = weft(["find", trust.path, "own subject", "--top", "1"])
    #expect(found.status == 0 && found.out.contains("Ann Lee"))
    #expect(weft(["show", trust.path, "P1", "--names", "full"]).status == 0)
  }
}
