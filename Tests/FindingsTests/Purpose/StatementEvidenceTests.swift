import GraphEngine
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct StatementEvidenceTests {
  @Test func everyStarterStatementHasAFigureOrAReason() {
    let study = Study(
      SmallTrust.network(SmallTrust.rated(ours: [4, 4, 4], theirs: [2, 2, 2])), by: .school)
    let all = StatementEvidence.all(StatementEvidence.starter, Analysis(of: study))
    #expect(all.count == StatementEvidence.starter.count)
    for one in all {
      #expect(!one.coverage.hasPrefix("no figure is called"), "\(one.statement.figure)")
      #expect(one.value != nil || one.gap.hasPrefix("nothing recorded"), "\(one.statement.figure)")
    }
    let outside = all.first { $0.statement.figure == "outside-share" }
    #expect(outside?.value == 3.0 / 8 && outside?.gap == "none" && outside?.isShare == true)
    let trust = all.first { $0.statement.figure == "trust" }
    #expect(isNear(trust?.value, 2.0 / 3) && trust?.gap == "none")
    #expect(all.first { $0.statement.figure == "ideas-bridged" }?.value == nil)
  }

  /// A story is told beside a statement only where it is of what the figure counts.
  @Test func theStoryThatFits() {
    var records = SmallTrust.rated(ours: [4, 4, 4], theirs: [2, 2, 2])
    func story(_ id: String, _ parties: [Int32], _ impact: String? = "more") -> Story {
      Story(id: id, title: id, date: Day(number: 20_260_101), parties: parties, impact: impact)
    }
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

  @Test func aMeasureOfTheCatalogueServesToo() {
    let statement = StatementEvidence.Statement(
      theme: "t", text: "x", figure: "e-i", hopedFor: 0.5)
    let one = StatementEvidence.all([statement], Analysis(of: study(.karate)))[0]
    #expect(isNear(one.value, -0.717949) && one.gap == "0.50 hoped for")
  }
}
