import Foundation
import TestSupport
import Testing

@testable import ExpertiseSearch

/// The questions of Questions/questions.txt, and how well they are answered, by kind.
@Suite struct QuestionTests {
  private static let folder = packageFolder + "/Tests/ExpertiseSearchTests/Questions/"

  private struct Tally {
    var asked = 0, firstTwo = 0, first = 0, wrong = 0, missed: [String] = []
  }

  @Test(arguments: ["harbour", "lantern"]) func staffFindWhomTheyLookFor(trust: String) throws {
    let set = QuestionSet(
      String(
        decoding: try #require(FileManager.default.contents(atPath: Self.folder + "questions.txt")),
        as: UTF8.self))
    let files = try Trust(
      folder: trust == "harbour"
        ? packageFolder + "/Data/harbour-trust" : Self.folder + "lantern-trust")
    let asked = set.questions.filter { $0.trust == trust }
    #expect(set.questions.count >= 300)
    var kinds: [String: Tally] = [:]
    var (all, named) = (Tally(), [String]())
    for question in asked {
      let outcome = try files.ask(question)
      if question.isNegative {
        if !outcome.isRefused { named.append("\(question.text): \(outcome.named)") }
        continue
      }
      var tally = kinds[question.kind, default: Tally()]
      tally.asked += 1
      tally.firstTwo += outcome.firstTwo ? 1 : 0
      tally.first += outcome.first ? 1 : 0
      tally.wrong += outcome.isWrong ? 1 : 0
      if !outcome.firstTwo { tally.missed.append(question.text) }
      kinds[question.kind] = tally
    }
    for tally in kinds.values {
      all.asked += tally.asked
      all.firstTwo += tally.firstTwo
      all.first += tally.first
      all.wrong += tally.wrong
    }
    let report = kinds.sorted { $0.key < $1.key }.map {
      "\($0.key) \($0.value.firstTwo) of \($0.value.asked) \($0.value.missed)"
    }
    #expect(Double(all.firstTwo) >= 0.95 * Double(all.asked), "\(report)")
    #expect(Double(all.first) >= 0.9 * Double(all.asked), "\(report)")
    #expect(Double(all.wrong) <= 0.01 * Double(all.asked), "\(report)")
    #expect(named.isEmpty, "nobody was to be named: \(named)")
  }

  /// Debian's word list is not always there; the words that questions are made of always are.
  @Test func noWordOfTheLanguageIsCorrected() throws {
    let files = try Trust(folder: packageFolder + "/Data/harbour-trust")
    let list = "/usr/share/dict/british-english"
    var words = """
      police duke award leaking advert keep price learning adverse deep moths mass wart wards leading sacred steam heath
      boast lather mothers reaming righting witting mats marts transit boarding preach coached autumn museum
      """.split(whereSeparator: \.isWhitespace).map(String.init)
    if let text = FileManager.default.contents(atPath: list) {
      words += String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    for word in words {
      let corrected = try files.finder.find(word).corrected
      #expect(corrected.isEmpty, "\(word) was read as \(corrected)")
    }
    #expect(try files.finder.find("safegaurding").corrected.map(\.as) == ["safeguarding"])
  }
}
