import Foundation
import GraphEngine
import Intake
@testable import Findings
import Measures
import Networks
import SampleTrust
import TestSupport
import Testing

/// The facts that the README of Data/harbour-trust lists, found again.
@Suite struct HarbourTrustTests {
  private static let folder = packageFolder + "/Data/harbour-trust"
  private let network: Network
  private let ledger: Ledger
  private let study: Study

  init() throws {
    (network, ledger) = try readNetwork(folder: Self.folder)
    study = Study(network, by: .school)
  }

  @Test func theFilesAreWhatTheProgramMakes() throws {
    for file in SampleTrust().files {
      let data = FileManager.default.contents(atPath: Self.folder + "/" + file.name)
      #expect(
        data.map { String(decoding: $0, as: UTF8.self) } == file.text, "\(file.name): make record")
    }
  }

  @Test func anotherSeedMakesAnotherTrust() {
    #expect(SampleTrust(seed: 2).files[1].text != SampleTrust(seed: 1).files[1].text)
    #expect(SampleTrust(seed: 2).files[1].text == SampleTrust(seed: 2).files[1].text)
  }

  @Test func sizes() {
    #expect(
      network.schools.count == 18 && network.teams.count == 75 && network.partners.count == 36)
    #expect(network.people.count == 639 && network.excludedCount == 1)
    #expect(network.people.isHidden.count { $0 } == 1)
    #expect(network.workingGroups.count == 14)
    let phases = Dictionary(grouping: network.schools.compactMap(\.phase)) { $0 }.mapValues(\.count)
    #expect(
      phases == [
        "Primary": 10, "Secondary": 5, "Special": 1, "Alternative provision": 1, "Sixth form": 1,
      ])
    #expect(Set(network.schools.compactMap(\.hub)).count == 3)
    #expect(
      (3_100...3_300).contains(ledger.accounts.first { $0.table == .collaborations }?.read ?? 0))
    #expect(percent(study.coverage.share ?? 0) == "84%")
  }

  @Test func everyLedgerAddsUp() { #expect(ledger.accounts.allSatisfy { $0.balances }) }

  @Test func oneSecondaryKeepsToItself() {
    #expect(SiloVerdicts(study).silos.map(\.name) == ["Northgate Academy"])
  }

  @Test func onePersonHoldsTwoSchools() {
    let single = Fragility(study).singleHolders
    #expect(single.count == 1)
    #expect(single.first?.names == ["Larkrise Primary School", "Hillside Infant School"])
    #expect(single.first?.ownGroup == "Central team")
  }

  @Test func oneSchoolHardlyAnswered() {
    let quiet = SiloVerdicts(study).groups.first { $0.name == "Weir Lane Primary School" }
    #expect(quiet?.verdict.kind == .notEnoughData)
    #expect(quiet?.verdict.sentence.contains("only 39% of those asked answered") == true)
  }

  /// Teaching and inclusion teams are in contact and hardly ever work jointly.
  @Test func educationAndInclusionMeetAndDoNotWorkJointly() throws {
    func ratio(_ depth: Depth) throws -> Double {
      let deep = Study(network, slice: network.slice(atLeast: depth), by: .teamKind)
      let pair = PairObservedExpected().finding(in: deep)[.pair("department", "inclusion")]
      return try #require(pair?.value)
    }
    #expect(try ratio(.networking) > 0.7)
    #expect(try ratio(.coalition) < 0.15)
  }

  @Test func whatNobodyOrOnePersonKnows() {
    let knowledge = Knowledge(network)
    let coverage = TopicCoverage(knowledge, minGroup: 5)
    let gaps = TopicGaps(knowledge, coverage).gaps
    #expect(
      gaps.map { "\($0.name): \($0.kind.rawValue)" } == [
        "Sign language: absent, sought", "Sensory impairment: single holder",
        "Young carers: single holder", "Mathematics mastery: absent in a hub",
      ])
    let single = gaps.filter { $0.kind == .single }.map { knowledge.holders(of: $0.topic) }
    #expect(single.map { $0.map { network.people.ids[Int($0.person)] } } == [["P0059"], ["P0201"]])
    // Everybody who is listed as seeking is counted, the planted six among them.
    let absent = coverage.topics.first { $0.name == "Sign language" }
    #expect(absent?.seekers == 6 && absent?.holders == 0)
  }

  @Test func theDirtIsFound() {
    let codes: [ProblemCode] = [
      .unknownMember, .selfTie, .unknownDepth, .noSuchDay, .serialDate, .missingValue,
      .duplicateRow,
      .totalsRow, .blankRows, .excludedPerson, .bothDirections, .noTie, .largeGroup,
    ]
    for code in codes { #expect(ledger.counts[code] != nil, "\(code.rawValue)") }
    #expect(ledger.counts.keys.filter { $0.severity == .error }.count == 3)
  }

  @Test func largeTrustsKeepTheirShape() throws {
    let folder = Workdir()
    for file in SampleTrust(people: 1300, ties: 6000, seed: 4).files {
      folder.write(file.name, Array(file.text.utf8))
    }
    let read = try readNetwork(folder: folder.path)
    #expect(read.network.people.count == 1299 && read.network.schools.count == 36)
    #expect(read.ledger.accounts.allSatisfy { $0.balances })
  }
}
