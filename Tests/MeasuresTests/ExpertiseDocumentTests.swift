import Foundation
import Networks
import TestSupport
import Testing

@testable import Measures

/// Docs/Expertise.md says what the code does.
@Suite struct ExpertiseDocumentTests {
  private let page = String(
    decoding: FileManager.default.contents(atPath: packageFolder + "/Docs/Expertise.md") ?? Data(),
    as: UTF8.self)

  @Test func everyFactorStandsInTheTable() {
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("|") }.map(String.init)
    func holds(_ word: String, _ factor: Double) -> Bool {
      let value = factor == 1 ? "1" : "\(factor)"
      return rows.contains { row in
        let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        return zip(cells, cells.dropFirst()).contains { $0.0.hasPrefix(word) && $0.1 == value }
      }
    }
    for evidence in Evidence.allCases {
      #expect(holds(evidence.rawValue, ExpertiseRules.factor(of: evidence)), "\(evidence)")
    }
    for level in SkillLevel.allCases {
      #expect(
        holds("\(level.rawValue) \(level.words)", ExpertiseRules.factor(of: level)), "\(level)")
    }
    #expect(page.contains("0.5 ^ (age / \(fixed(ExpertiseRules().halfLife, places: 0)) years)"))
    #expect(page.contains("\(ExpertiseRules.undated) without a date"))
    #expect(page.contains("own word, at most \(ExpertiseRules.ownWordCap)"))
  }

  @Test func theWorkedExample() throws {
    let skills = [
      Skill(
        person: 0, topic: 0, level: .leadsAcrossSchools, evidence: .role, date: day(2016, 9, 1)),
      Skill(person: 0, topic: 0, level: .trainsOthers, evidence: .own, date: day(2026, 9, 1)),
    ]
    let weight = SkillWeight(
      skills, rarity: SkillWeight.rarity(holders: 10, people: 99), rules: ExpertiseRules(),
      asAt: day(2026, 9, 1))
    #expect(weight.parts.map { fixed($0.value, places: 3) } == ["0.300", "0.250"])
    #expect(fixed(weight.strength, places: 2) == "0.55")
    let rarity = fixed(weight.rarity, places: 3)
    let value = fixed(weight.value, places: 3)
    #expect(page.contains("rarity is ln(100 / 10.5) = \(rarity); the weight is \(value)."))
  }

  @Test func theFourClasses() {
    for coverage in TopicCoverage.Class.allCases {
      #expect(
        page.split(separator: "\n").contains {
          $0.hasPrefix("| \(coverage.rawValue) |") && $0.hasSuffix("| \(coverage.action) |")
        }, "\(coverage)")
    }
  }

  @Test func whatIntroductionsCost() {
    #expect(Introductions.steps == 3 && page.contains("at most three ties"))
    #expect(Introductions.halfLife == 2 && page.contains("2 ^ (years since it ended / 2)"))
    #expect(Introductions.forgottenAfter == 4 && page.contains("over\nfour years ago"))
    #expect(Introductions.cost(.collaboration, years: 0) == 1)
    #expect(Introductions.cost(.networking, years: 0) == 5)
  }
}
