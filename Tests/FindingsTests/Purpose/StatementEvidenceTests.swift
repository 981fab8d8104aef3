import GraphEngine
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct StatementEvidenceTests {
  @Test func everyStarterStatementHasAFigureOrAReason() {
    let study = Study(
      SmallTrust.network(SmallTrust.rated(ours: [4, 3, 3], theirs: [2, 3, 3])), by: .school)
    let all = StatementEvidence.all(StatementEvidence.starter, Analysis(of: study))
    #expect(all.count == StatementEvidence.starter.count)
    for one in all {
      #expect(!one.coverage.hasPrefix("no figure is called"), "\(one.statement.figure)")
      #expect(one.value != nil || one.gap.hasPrefix("cannot be told"), "\(one.statement.figure)")
    }
    let outside = all.first { $0.statement.figure == "outside-share" }
    #expect(outside?.value == 3.0 / 8 && outside?.gap == "none" && outside?.isShare == true)
    let trust = all.first { $0.statement.figure == "trust" }
    #expect(isNear(trust?.value, 2.0 / 3) && trust?.gap == "none")
    #expect(all.first { $0.statement.figure == "ideas-bridged" }?.value == nil)
  }

  /// A mean of trust with which the side at the end of the scale could be worked out is not told.
  @Test func aMeanThatTellsAnEnd() {
    let study = Study(
      SmallTrust.network(SmallTrust.rated(ours: [4, 4, 4], theirs: [2, 2, 2])), by: .school)
    let all = StatementEvidence.all(StatementEvidence.starter, Analysis(of: study))
    #expect(all.first { $0.statement.figure == "trust" }?.value == nil)
  }

  /// A story is told beside a statement only where it is of what the figure counts.
  @Test func theStoryThatFits() {
    var records = SmallTrust.rated(ours: [4, 4, 4], theirs: [2, 2, 2])
    func story(_ id: String, _ parties: [Int32], _ impact: String? = "more") -> Story {
      Story(id: id, title: id, date: Day(number: 20_260_101), parties: parties, impact: impact)
    }
    records.partnerships[0].rolesAreClear = true
    records.stories = [
      story("across", [0, 4]), story("clinic", [SmallTrust.health, SmallTrust.schoolA]),
      story("silent", [0, 5], nil), story("teachers", [SmallTrust.education, 4]),
    ]
    let all = StatementEvidence.all(
      StatementEvidence.starter,
      Analysis(of: Study(SmallTrust.network(records), by: .school)))
    func told(_ figure: String) -> String? { all.first { $0.statement.figure == figure }?.story }
    #expect(told("lead-out") == "across" && told("partnerships-agreed") == "clinic")
    // The university is of education, so no story of it shows that people learn from other fields.
    #expect(told("outside-education") == "clinic" && told("outside-share") != nil)
    #expect(told("schools-represented") == nil && told("decisions-asked") == nil)
  }

  private func value(_ figure: String, _ network: Network) -> StatementEvidence? {
    StatementEvidence.all(
      StatementEvidence.starter, Analysis(of: Study(network, by: .school))
    ).first { $0.statement.figure == figure }
  }

  /// What no row has anything on is neither none nor all.
  @Test func whatWasNeverFilledInHasNoValue() {
    var records = Records()
    records.partnerships = [Partnership(partner: SmallTrust.health, with: SmallTrust.schoolA)]
    records.decisions = [
      Decision(id: "D1", statement: "d", deciders: [8]),
      Decision(id: "D2", statement: "e", deciders: [8], affects: [SmallTrust.schoolB]),
    ]
    records.columns = [
      "partnerships.partner", "decisions.decided_by", "decisions.consulted", "decisions.affects",
    ]
    let plain = SmallTrust.network(records)
    for figure in ["partners-asked", "partnerships-mutual", "partnerships-agreed"] {
      #expect(value(figure, plain)?.value == nil, "\(figure)")
      #expect(value(figure, plain)?.coverage.contains("no partnerships") == false, "\(figure)")
    }
    // The decision that names nobody counts neither as asked nor as not.
    #expect(value("decisions-asked", plain)?.value == 0)
    #expect(value("decisions-asked", plain)?.coverage.hasPrefix("of 1 decision ") == true)
    let silent = Network(
      title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
      ties: Ties(
        from: [0], to: [4], attributes: [Column(name: "outcome", codes: [-1], values: [])]))
    #expect(value("work-with-outcome", silent)?.value == nil)
    #expect(value("work-with-outcome", plain)?.value == 1.0 / 8)
  }

  /// Agreed and clear on both sides is over those that tell both; whom nobody holds is not known to depend on one.
  @Test func partnershipsThatTell() {
    func deal(
      _ partner: Int32, _ agreed: Bool?, _ clear: Bool?, _ side: Int32 = SmallTrust.schoolA
    ) -> Partnership {
      Partnership(
        partner: partner, with: side, hasAgreement: agreed, rolesAreClear: clear)
    }
    var records = Records()
    records.partnerships = [
      deal(SmallTrust.health, true, true),
      deal(SmallTrust.education, true, false, SmallTrust.schoolB),
      deal(SmallTrust.community, true, nil), deal(SmallTrust.health, nil, true, SmallTrust.schoolB),
      deal(SmallTrust.education, false, true),
    ]
    let network = SmallTrust.network(records)
    let settled = value("partnerships-agreed", network)
    #expect(settled?.value == 1.0 / 3 && settled?.coverage == "of 3 partnerships that tell both")
    // The clinic with A is held by two, the university with B by one; nobody is known to hold the others.
    let shared = value("partnerships-shared", network)
    #expect(shared?.value == 0.5)
    #expect(shared?.coverage == "of 2 partnerships that somebody holds")
  }

  /// One case holds no statement up, nor does it let one fall.
  @Test(arguments: [1, 2]) func oneIsTooFewToSay(_ count: Int) throws {
    var records = Records()
    records.needs = (0..<count).map {
      Need(id: "N\($0)", statement: "s", voice: "pupils", action: "done")
    }
    let network = SmallTrust.network(records)
    let statement = try #require(
      StatementEvidence.starter.first { $0.figure == "needs-answered" })
    let found = StatementEvidence.all([statement], Analysis(of: Study(network, by: .school)))[0]
    #expect(found.value == 1 && found.isTold == (count > 1))
    #expect(found.gap == (count > 1 ? "none" : "cannot be told: one is too few to say"))
  }

  /// What could not be read counts neither as so nor as not so; two who are known to hold a partnership are two.
  @Test func whatCannotBeReadIsInNoShare() {
    var records = Records()
    let (a, b) = (SmallTrust.schoolA, SmallTrust.schoolB)
    records.partnerships = [
      Partnership(partner: SmallTrust.health, with: a),
      Partnership(partner: SmallTrust.education, with: b),
      Partnership(partner: SmallTrust.health, with: Partnership.trust),
    ]
    records.goals = ["G1", "G2", "G3"].map {
      Goal(
        id: $0, statement: $0, measure: "%", owners: $0 == "G1" ? [a, b] : [a],
        progress: Day(number: 20_260_101).map { [Progress(date: $0, value: 1)] } ?? [])
    }
    records.needs = ["N1", "N2", "N3"].map {
      Need(id: $0, statement: $0, voice: "pupils", action: $0 == "N1" ? "done" : nil)
    }
    records.decisions = ["D1", "D2", "D3"].map {
      Decision(id: $0, statement: $0, deciders: [8], consulted: $0 == "D1" ? [b] : [], affects: [b])
    }
    func told(_ figure: String) -> String {
      let found = value(figure, SmallTrust.network(records))
      return "\(found?.value.map(percent) ?? "?") \(found?.coverage ?? "?")"
    }
    #expect(told("goals-measured") == "33% of 3 goals")
    #expect(told("partnerships-shared") == "67% of 3 partnerships that somebody holds")
    for place in [0, 1] { records.partnerships[place].unread = ["lead"] }
    records.goals[1].unread = ["owner"]
    records.needs[1].unread = ["met"]
    records.decisions[1].unread = ["consulted"]
    records.decisions[2].blank = ["consulted"]
    let part = "of which it can be told"
    #expect(told("goals-measured") == "50% of 2 goals \(part)")
    #expect(told("partnerships-shared") == "100% of 2 partnerships that somebody holds \(part)")
    #expect(told("needs-answered") == "50% of 2 needs voiced \(part)")
    #expect(told("decisions-asked") == "100% of 1 decision that says whom it affects \(part)")
    #expect(value("outside-share", SmallTrust.network(records))?.coverage == "of 8 people")
  }

  /// People of two schools, a third of whose pairs lead from one to another, whatever else they are grouped by.
  private func twoSchools(_ groups: [WorkingGroup] = [], schools: Int = 2) -> Analysis {
    let n = 12
    let ids = (0..<n).map { "p\($0)" }
    var ties: [(Int32, Int32)] = []
    for school in [0, 6] {
      for a in school..<school + 6 {
        for b in (a + 1)..<school + 6 { ties.append((Int32(a), Int32(b))) }
      }
    }
    for a in 0..<15 { ties.append((Int32(a % 6), Int32(6 + (a + a / 6) % 6))) }
    let network = Network(
      title: "t",
      people: People(
        ids: ids, names: ids,
        school: (0..<n).map { schools == 0 ? People.unknownSchool : Int32($0 / 6) },
        teams: TeamLists(main: [Int32](repeating: -1, count: n)),
        role: Column(
          name: "role", codes: (0..<n).map { Int32($0 % 2) }, values: ["Teacher", "Mentor"]),
        isHidden: [Bool](repeating: false, count: n),
        response: [Response](repeating: .unknown, count: n),
        started: [Day?](repeating: nil, count: n), ended: [Day?](repeating: nil, count: n)),
      schools: (0..<schools).map { School(id: "S\($0)", name: "School \($0)") },
      ties: Ties(from: ties.map(\.0), to: ties.map(\.1)), workingGroups: groups)
    return Analysis(of: Study(network, by: Boundary("role")))
  }

  @Test func otherSchoolsAreSchoolsAlongAnyBoundary() {
    func found(_ analysis: Analysis) -> StatementEvidence? {
      StatementEvidence.all(StatementEvidence.starter, analysis).first
    }
    let byRole = found(twoSchools())
    #expect(byRole?.statement.figure == "lead-out" && byRole?.value == 15.0 / 45)
    #expect(byRole?.coverage == "of 45 pairs of colleagues")
    // A working group counts in parts of a tie, and no share is said to be one of so many pairs.
    let group = WorkingGroup(members: [0, 1, 6, 7])
    #expect(found(twoSchools([group]))?.coverage.hasPrefix("from ") == true)
    #expect(found(twoSchools(schools: 0))?.coverage == "no schools")
    // Too little to judge whether schools keep to themselves is too little for a share.
    let few = Analysis(of: Study(SmallTrust.network(), by: .school))
    #expect(found(few)?.value == nil && found(few)?.coverage == "too little is recorded")
  }

  @Test func aMeasureOfTheCatalogueServesToo() {
    let statement = StatementEvidence.Statement(
      theme: "t", text: "x", figure: "e-i", hopedFor: 0.5)
    let one = StatementEvidence.all([statement], Analysis(of: study(.karate)))[0]
    #expect(isNear(one.value, -0.717949) && one.gap == "0.50 hoped for")
  }
}
