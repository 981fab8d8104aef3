import ExpertiseSearch
import Intake
import Measures
import Networks

/// Questions as staff ask them, each with the people who are right by a rule, read from a file.
struct QuestionSet {
  struct Question {
    let trust: String
    let kind: String
    let text: String
    let rule: String
    /// Whether nobody is to be found.
    var isNegative: Bool { rule == "nobody" }
  }

  let questions: [Question]

  init(_ file: String) {
    questions = file.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "|").map { trimmed(String($0)) }
      precondition(cells.count == 4, "a question has a trust, a kind, words and a rule: \(line)")
      return Question(trust: cells[0], kind: cells[1], text: cells[2], rule: cells[3])
    }
  }
}

/// What the files of a trust say of its people, for rules to be read against.
struct Trust {
  let finder: Finder
  private var network: Network { finder.knowledge.network }

  init(folder: String) throws {
    finder = Finder(Knowledge(try readNetwork(folder: folder).network))
  }

  func id(_ person: Int32) -> String { network.people.ids[Int(person)] }

  /// The people who are right by a rule: `topic A/B & at H01 or role C`.
  func people(_ rule: String) -> Set<String> {
    var all: Set<String> = []
    for way in rule.split(separator: " or ", omittingEmptySubsequences: true).map(String.init) {
      var right: Set<String>?
      for clause in way.split(separator: "&").map({ trimmed(String($0)) }) {
        let found = people(clause: clause)
        right = right.map { $0.intersection(found) } ?? found
      }
      all.formUnion(right ?? [])
    }
    return all
  }

  private func people(clause: String) -> Set<String> {
    let head = clause.prefix { $0 != " " }
    let values = Set(
      clause.dropFirst(head.count + 1).split(separator: "/").map { trimmed(String($0)) })
    let keys = Set(values.map(topicKey))
    let knowledge = finder.knowledge
    let people = network.people
    let found = knowledge.slice.people.filter { person in
      guard !knowledge.isHidden(person) else { return false }
      let school = people.school[Int(person)]
      let place = school >= 0 ? network.schools[Int(school)] : nil
      switch head {
      case "topic":
        return knowledge.entries(of: person).contains {
          $0.weight.isHeld && keys.contains(topicKey(knowledge.topics[$0.topic].name))
        }
      case "role": return people.role?[Int(person)].map(values.contains) ?? false
      case "at": return values.contains(place?.id ?? "central")
      case "hub": return values.contains(place?.hub ?? "")
      case "phase": return values.contains(place?.phase ?? "")
      case "name": return values.contains(people.names[Int(person)])
      case "offers":
        return knowledge.entries(of: person).contains { entry in
          entry.weight.offers.contains { values.contains($0.rawValue) }
        }
      default: preconditionFailure("no such clause: \(clause)")
      }
    }
    return Set(found.map(id))
  }

  /// What became of a question.
  struct Outcome {
    var firstTwo = false
    var first = false
    /// Whether the first person has nothing to do with it.
    var isWrong = false
    /// Of a question for nobody: whether nobody is named but as near.
    var isRefused = false
    var named: [String] = []
  }

  func ask(_ question: QuestionSet.Question) throws -> Outcome {
    let answer = try finder.find(question.text)
    let found = answer.matches.filter { !$0.isNear }.map { id($0.person) }
    var outcome = Outcome(
      named: Array(answer.matches.prefix(3).map { ($0.isNear ? "~" : "") + id($0.person) }))
    if question.isNegative {
      outcome.isRefused = found.isEmpty
      return outcome
    }
    let right = people(question.rule)
    precondition(!right.isEmpty, "nobody is right by the rule of: \(question.text)")
    let two = answer.matches.prefix(2).map { id($0.person) }
    outcome.firstTwo = two.contains(where: right.contains)
    outcome.first = two.first.map(right.contains) ?? false
    // Any clause alone that tells of knowledge or role: somebody elsewhere is not a wrong topic.
    let loosely = question.rule.replacing("&", with: " or ").split(separator: " or ").map {
      trimmed(String($0))
    }
    .filter { ["topic", "role", "name"].contains($0.prefix { $0 != " " }) }
    let related = Set(loosely.flatMap { people(clause: $0) })
    outcome.isWrong = two.first.map { !related.contains($0) } ?? false
    return outcome
  }
}
