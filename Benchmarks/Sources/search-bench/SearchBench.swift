import Directory
import Foundation
import GraphEngine
import Measures
import Networks

/// `search-bench [PEOPLE] [SKILLS]`: makes a trust, asks it questions, and prints one line of JSON.
///
///     {"people": ..., "skills": ..., "load_s": ..., "median_ms": ..., "slowest_ms": ..., "slowest": "..."}
///
/// `load_s` is the time from a network in memory to a finder; the others are times of single questions.
@main
struct SearchBench {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let people = words.first ?? 10_000
    let skills = words.dropFirst().first ?? 60_000
    let network = trust(people: people, skills: skills)
    var clock = ContinuousClock.now
    let knowledge = Knowledge(network)
    let finder = try Finder(knowledge)
    let load = seconds(since: clock)
    var times: [(question: String, time: Double)] = []
    var found = 0
    for question in questions {
      clock = .now
      found += try finder.find(question).matches.count
      times.append((question, seconds(since: clock) * 1000))
    }
    times.sort { $0.time < $1.time }
    guard let slowest = times.last else { return }
    print(
      "{\"people\": \(people), \"skills\": \(network.expertise.skills.count), \"found\": \(found), "
        + "\"load_s\": \(rounded(load)), \"median_ms\": \(rounded(times[times.count / 2].time)), "
        + "\"slowest_ms\": \(rounded(slowest.time)), \"slowest\": \"\(slowest.question)\"}")
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let spent = (ContinuousClock.now - start).components
    return Double(spent.seconds) + Double(spent.attoseconds) / 1e18
  }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  /// Names, synonyms, stems, beginnings, slips, several words, places, roles and nonsense.
  private static let questions = [
    "phonics", "maths", "SEN", "special educational needs", "who knows about safeguarding?",
    "fonics", "safegaurding", "atendance", "behaviours", "coach", "comput",
    "mathematics and science",
    "behaviour mental health attendance", "phonics school 12", "secondary careers", "senco",
    "teacher", "teacher phonics east", "name77", "nmae77", "zzzzzz qqqqqq", "a", "ma", "rea",
    "english as an additional language in the west", "curriculum", "inclusion", "pastoral",
    "leadership operations", "what can anybody tell me about reading fluency and oracy please",
    "w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 w13 w14 w15 w16 w17 w18 w19 w20 w21 w22 w23 w24",
    "phonic matematics sciense histroy geograpy musik", "\" OR phonics NEAR *",
  ]

  /// People in forty schools, each with some skills; no ties.
  private static func trust(people count: Int, skills: Int) -> Network {
    var generator = SeededGenerator(seed: 1)
    let tree = TopicTree(TopicTree.starter)
    let roles = ["Teacher", "SENCO", "Headteacher", "Teaching Assistant", "Officer"]
    let width = String(count).count
    let ids = (0..<count).map {
      "P" + String(repeating: "0", count: width - String($0).count) + String($0)
    }
    var people = People(
      ids: ids, names: (0..<count).map { "Name\($0 % 900) Surname\($0 % 1700)" },
      school: (0..<count).map { Int32($0 % 40) },
      teams: TeamLists(main: [Int32](repeating: -1, count: count)),
      isHidden: (0..<count).map { $0 % 200 == 0 },
      response: [Response](repeating: .yes, count: count),
      started: [Day?](repeating: nil, count: count), ended: [Day?](repeating: nil, count: count))
    people.role = Column(
      name: "role", codes: (0..<count).map { Int32($0 % roles.count) }, values: roles)
    let claims = (0..<skills).map { _ in
      Skill(
        person: Int32(generator.below(count)), topic: Int32(generator.below(tree.count)),
        level: SkillLevel(rawValue: UInt8(1 + generator.below(5))),
        evidence: Evidence.allCases[generator.below(5)],
        date: Day(year: 2010 + generator.below(16), month: 1 + generator.below(12), day: 1))
    }
    return Network(
      title: "Large Trust", people: people,
      schools: (0..<40).map {
        School(
          id: "S\($0)", name: "School \($0)", phase: $0 % 3 == 0 ? "Secondary" : "Primary",
          hub: $0 % 2 == 0 ? "East" : "West")
      }, expertise: Expertise(topics: tree, skills: claims))
  }
}
