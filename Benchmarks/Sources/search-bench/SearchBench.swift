import ExpertiseSearch
import Foundation
import GraphEngine
import Measures
import Networks

/// `search-bench [PEOPLE] [SKILLS]`: makes a trust, asks it questions, and prints one line of JSON.
///
///     {"people": ..., "skills": ..., "load_s": ..., "questions": ..., "median_ms": ..., "p99_ms": ..., "slowest_ms": ...,
///      "slowest": "...", "bad": ..., "bad_slowest_ms": ..., "bad_slowest": "..."}
///
/// `load_s` is the time from a network in memory to a finder; the others are of single questions, and of bad ones. All are
/// processor time, of each question the least of three.
@main
struct SearchBench {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let people = words.first ?? 10_000
    let skills = words.dropFirst().first ?? 60_000
    let network = trust(people: people, skills: skills)
    let start = processorTime()
    let finder = Finder(Knowledge(network))
    let load = processorTime() - start
    let good = timed(questions + madeQuestions(), finder)
    let bad = timed(badQuestions, finder)
    guard let slowest = good.last, let slowestBad = bad.last else { return }
    let ninetyNine = good[min(good.count - 1, good.count * 99 / 100)]
    let parts: [(String, String)] = [
      ("people", "\(people)"), ("skills", "\(network.expertise.skills.count)"),
      ("load_s", rounded(load)), ("questions", "\(good.count)"),
      ("median_ms", rounded(good[good.count / 2].time)), ("p99_ms", rounded(ninetyNine.time)),
      ("slowest_ms", rounded(slowest.time)), ("slowest", "\"\(slowest.question)\""),
      ("bad", "\(bad.count)"), ("bad_slowest_ms", rounded(slowestBad.time)),
      ("bad_slowest", "\"\(slowestBad.name)\""),
    ]
    print("{" + parts.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}")
  }

  /// Each question with its milliseconds, the quickest first.
  private static func timed(
    _ questions: [String], _ finder: Finder
  ) -> [(question: String, name: String, time: Double)] {
    questions.enumerated().map { place, question in
      let times = (0..<3).map { _ -> Double in
        let start = processorTime()
        _ = try? finder.find(question)
        return (processorTime() - start) * 1000
      }
      return (question, "number \(place + 1)", times.min() ?? 0)
    }.sorted { $0.time < $1.time }
  }

  /// The seconds that processors have worked for this program.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func rounded(_ value: Double) -> String { fixed(value, places: 3) }

  /// Of each topic its name, the name with a slip, in a question, at a school, and beside another.
  private static func madeQuestions() -> [String] {
    let names = TopicTree(TopicTree.starter).topics.map { $0.name.lowercased() }
    return names.enumerated().flatMap { place, name in
      [
        name, String(name.dropFirst().dropLast()), "who can help us with \(name)?",
        "\(name) at school \(place % 40)", "\(name) and \(names[(place * 7 + 3) % names.count])",
      ]
    }
  }

  /// Nothing, endless, operators of the engine, signs, and words that are nearly names.
  private static let badQuestions: [String] =
    [
      "", " ", "\"", "phonics AND", "NEAR(phonics maths, 2)", "text:phonics", "*", "^phonics",
      "(((((",
      "phonics; DROP TABLE texts; --", "' OR 1=1 --", "\u{202E}phonics", "s c h o o l n a m e",
      "\u{0}",
      "name name name name name name name name", "الصوتيات", "=1+1",
      "a b c d e f g h i j k l m n o p",
    ] + repeated("phonics ", 1250) + repeated("x", 256) + repeated("x", 10_000) + repeated("🦊", 256)
    + repeated("e\u{301}\u{302}", 80) + numbered("nmae") + numbered("surnmae") + numbered("sur")
    + numbered("qwertyuiop") + repeated("safegaurding ", 19)

  private static func repeated(_ text: String, _ times: Int) -> [String] {
    [String(repeating: text, count: times)]
  }

  private static func numbered(_ word: String) -> [String] {
    [(0..<24).map { word + String($0) }.joined(separator: " ")]
  }

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
