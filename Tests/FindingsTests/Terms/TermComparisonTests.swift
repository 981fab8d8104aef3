@testable import Findings
import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

/// A network of schools by hand: who is where, and who works with whom.
private func network(
  _ people: [(id: String, school: String)], _ ties: [(String, String)],
  schools: [School], response: [String: Response] = [:], ended: [Int32] = [],
  skills: [(String, String)] = [], directed: Bool = false
) -> Network {
  let order = people.sorted { $0.id < $1.id }
  let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.id, Int32($0)) })
  let schools = schools.sorted { $0.id < $1.id }
  let arcs = ties.enumerated().map { index, tie in
    (min(place[tie.0] ?? 0, place[tie.1] ?? 0), max(place[tie.0] ?? 0, place[tie.1] ?? 0), index)
  }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
  let topics = Set(skills.map(\.1)).sorted()
  let tree = TopicTree(
    topics.map { Topic.Entry($0, origin: .own) })
  return Network(
    title: "Made",
    people: People(
      ids: order.map(\.id), names: order.map(\.id),
      school: order.map { one in Int32(schools.firstIndex { $0.id == one.school } ?? 0) },
      teams: TeamLists(main: [Int32](repeating: -1, count: order.count)),
      isHidden: [Bool](repeating: false, count: order.count),
      response: order.map { response[$0.id] ?? .unknown },
      started: [Day?](repeating: nil, count: order.count),
      ended: [Day?](repeating: nil, count: order.count)),
    schools: schools,
    ties: Ties(
      from: arcs.map(\.0), to: arcs.map(\.1),
      isDirected: directed ? arcs.map { _ in true } : [],
      ended: ended.isEmpty ? [] : arcs.map { ended[$0.2] }),
    expertise: Expertise(
      topics: tree,
      skills: skills.map { Skill(person: place[$0.0] ?? 0, topic: tree.place(of: $0.1) ?? 0) }))
}

private func analysis(_ network: Network) -> Analysis {
  var question = Question()
  question.boundary = .school
  return Analysis(network, question)
}

private let two = [School(id: "A", name: "Alder"), School(id: "B", name: "Birch")]

private func staff(_ ids: String...) -> [(id: String, school: String)] {
  ids.map { ($0, String($0.prefix(1)).uppercased()) }
}

@Suite struct TermComparisonTests {
  /// Without a file of partnerships at one of the times none is new, and none has gone.
  @Test func partnershipsThatOneTimeDoesNotTellOf() {
    let plain = SmallTrust.network()
    func trust(_ records: Records) -> Analysis { analysis(SmallTrust.network(records)) }
    var (none, one) = (plain.records, plain.records)
    none.columns = []
    one.partnerships = [Partnership(partner: SmallTrust.health, with: SmallTrust.schoolA)]
    #expect(trust(one).comparison(since: trust(none)).partnerships.isEmpty)
    #expect(trust(none).comparison(since: trust(one)).partnerships.isEmpty)
    none.columns = ["partnerships.partner"]
    #expect(trust(one).comparison(since: trust(none)).partnerships.map(\.kind) == [.begun])
  }

  @Test func peopleComeLeaveAndMove() {
    let then = network(staff("a1", "a2", "b1", "b2"), [], schools: two)
    let now = network(
      [("a1", "A"), ("a2", "B"), ("b1", "B"), ("c1", "A")], [], schools: two)
    let found = analysis(now).comparison(since: analysis(then))
    #expect(found.turnover == .init(stayed: 3, left: 1, joined: 1, moved: 1))
    #expect(found.turnover.share == 0.25)
    #expect(found.groups.map(\.stayed) == [1, 1])
  }

  @Test func tiesAreToldApart() {
    let people = staff("a1", "a2", "a3", "a4", "b1", "b2", "b3")
    let then = network(
      people, [("a1", "a2"), ("a1", "b1"), ("a2", "b2"), ("a3", "b3")], schools: two,
      response: Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0.id == "a4" ? .no : .yes) })
    )
    let now = network(
      people, [("a1", "a2"), ("a2", "a3"), ("a4", "b1")], schools: two,
      response: Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0.id == "b3" ? .no : .yes) })
    )
    let ties = analysis(now).comparison(since: analysis(then)).ties
    // a1-a2 goes on; a2-a3 is new; a4 did not answer then, nor b3 now; a1-b1 and a2-b2 are not named.
    #expect(ties.kept == 1 && ties.begun == 1 && ties.notNamed == 2 && ties.unknown == 2)
    #expect(ties.ended == 0 && !ties.recordsEnds)
  }

  @Test func recordedEndsAreEnds() {
    let people = staff("a1", "a2", "b1", "b2")
    let then = network(people, [("a1", "b1"), ("a2", "b2")], schools: two)
    let now = network(
      people, [("a1", "b1"), ("a2", "b2"), ("a1", "a2")], schools: two, ended: [20_260_601, 0, 0])
    var question = Question()
    question.boundary = .school
    question.period = Day(number: 20_260_901).map(Period.init(on:))
    let ties = Analysis(now, question).comparison(since: analysis(then)).ties
    #expect(ties.recordsEnds && ties.ended == 1 && ties.kept == 1 && ties.begun == 1)
    #expect(ties.notNamed == 0)
  }

  @Test func schoolsThatBecameOne() {
    let later = [
      School(id: "A", name: "Alder", attributes: ["became": "C"]),
      School(id: "B", name: "Birch", attributes: ["Became": "Cedar"]),
      School(id: "C", name: "Cedar"), School(id: "D", name: "Dogwood"),
    ]
    let then = network(
      staff("a1", "a2", "b1", "b2", "d1") + [("x1", "D")], [("a1", "b1"), ("a2", "d1")],
      schools: two + [School(id: "D", name: "Daisy"), School(id: "E", name: "Elm")])
    let now = network(
      [("a1", "C"), ("a2", "C"), ("b1", "C"), ("b2", "C"), ("d1", "D"), ("x1", "D")],
      [("a1", "b1"), ("a2", "d1")], schools: later)
    let found = analysis(now).comparison(since: analysis(then))
    #expect(found.turnover.moved == 0)
    #expect(found.fates.map(\.kind) == [.merged, .renamed])
    #expect(found.fates[0].names == ["Alder", "Birch"] && found.fates[0].nameNow == "Cedar")
    #expect(found.fates[1].names == ["Daisy"] && found.fates[1].nameNow == "Dogwood")
    // a1-b1 was across then and is within now: as one school it was within then as well.
    #expect(found.outside.change?.then == 0.5 && found.outside.change?.now == 0.5)
    #expect(found.then.study.grouping?.ids == ["C", "D"])
  }

  /// A chain of successors is followed to its end, and one that leads round is not followed for ever.
  @Test func chainsOfSuccessors() {
    func made(_ became: [String: String]) -> Network {
      network(
        [], [],
        schools: ["A", "B", "C"].map {
          School(id: $0, name: $0, attributes: became[$0].map { ["became": $0] } ?? [:])
        })
    }
    let plain = made([:])
    let chain = TermComparison.successors(plain, made(["A": "B", "B": "C"]))
    #expect(chain["A"]?.id == "C" && chain["B"]?.id == "C" && chain["C"] == nil)
    let round = TermComparison.successors(plain, made(["A": "B", "B": "A"]))
    #expect(round.isEmpty)
    let into = TermComparison.successors(plain, made(["A": "B", "B": "C", "C": "B"]))
    #expect(into.mapValues(\.id) == ["A": "B"])
    #expect(TermComparison.successors(plain, made(["A": "A"])).isEmpty)
    #expect(TermComparison.successors(plain, made(["A": "nowhere", "B": ""])).isEmpty)
  }

  @Test func whatCannotBeCompared() {
    let people = staff("a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3", "b4", "b5")
    var ties: [(String, String)] = []
    for (place, one) in people.enumerated() {
      for other in people.dropFirst(place + 1) { ties.append((one.id, other.id)) }
    }
    func made(_ ties: [(String, String)], answered: Int?, directed: Bool = false) -> Analysis {
      analysis(
        network(
          people, ties, schools: two,
          response: Dictionary(
            uniqueKeysWithValues: people.enumerated().map { place, one in
              (one.id, answered.map { place < $0 ? .yes : .no } ?? .unknown)
            }), directed: directed))
    }
    func verdict(_ then: Analysis, _ now: Analysis) -> ChangeVerdict {
      now.comparison(since: then).outside.verdict
    }
    let few = Array(ties.prefix(5))
    #expect(
      verdict(made(ties, answered: 9), made(ties, answered: 6))
        == .cannotCompare(.coverage(then: 0.9, now: 0.6)))
    #expect(
      verdict(made(ties, answered: 4), made(ties, answered: 5))
        == .cannotCompare(.fewAnswered(then: 0.4, now: 0.5)))
    #expect(
      verdict(made(ties, answered: nil), made(ties, answered: nil, directed: true))
        == .cannotCompare(.direction))
    #expect(verdict(made(few, answered: nil), made(few, answered: nil)) == .cannotCompare(.fewTies))
    #expect(
      verdict(made(Array(ties.prefix(20)), answered: nil), made(ties, answered: nil))
        == .cannotCompare(.askedOtherwise(then: 4, now: 9)))
    #expect(verdict(made([], answered: nil), made([], answered: nil)) == .cannotCompare(.fewTies))
  }

  @Test func topicsComeAndGo() {
    let people = staff("a1", "a2", "b1")
    let then = network(
      people, [], schools: two,
      skills: [
        ("a1", "Phonics"), ("a2", "Phonics"), ("b1", "Braille"), ("a2", "Music"), ("a1", "Makaton"),
      ])
    let now = network(
      staff("a1", "a2"), [], schools: two,
      skills: [("a1", "phonics"), ("a2", "Chess"), ("a1", "Chess")])
    let topics = analysis(now).comparison(since: analysis(then)).topics
    #expect(topics?.gained == ["Chess"])
    #expect(topics?.lost == ["Braille", "Makaton", "Music"])
    #expect(topics?.lostWithLeavers == ["Braille"])
    #expect(topics?.single.then == 3 && topics?.single.now == 1)
    // Where one time has no file of expertise nothing is said of it.
    let without = network(people, [], schools: two)
    #expect(analysis(now).comparison(since: analysis(without)).topics == nil)
  }
}
