import ArgumentParser
import Intake
import Findings
import Measures
import Networks
import Documents
import Sections
import Settings

/// What every command about expertise takes.
struct ExpertiseOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "The years after which evidence counts half.")
  var halfLife = "10"

  @OptionGroup var slice: SliceOptions

  @Option(help: "What people are called: full (unless you say otherwise) or pseudonym.")
  var names: MapCommand.Names?

  func validate() throws { try Kind.halfLife.check("--half-life", halfLife) }
}

extension Kind where Value == Double {
  static let halfLife = number(1e-6...1e6, "a number of years above 0")
}

extension ExpertiseOptions {
  /// The analysis asked for.
  ///
  /// - Parameters:
  ///   - steps: within how many steps people count as near.
  ///   - needsExpertise: whether it is a failure when the files say nothing of what people know.
  func analysis(
    _ session: Session, steps: Int? = nil, needsExpertise: Bool = true,
    _ adjust: (inout Question) -> Void = { _ in }
  ) throws(Failure) -> Analysis {
    guard !needsExpertise || !session.network.expertise.isEmpty else {
      throw Failure(
        .badData,
        "The files say nothing of what people know. Add expertise.csv (person, topic, level), or a column expertise to people.csv such as \"Phonics:4; SEND\"."
      )
    }
    return try study.analysis(session, needsBoundary: false) { question in
      question.expertise = rules(steps: steps)
      adjust(&question)
    }
  }

  /// Which ties count.
  var study: StudyOptions { StudyOptions(nil, slice) }

  /// The years after which evidence counts half.
  var years: Double { Kind.halfLife.typed(halfLife) ?? ExpertiseRules().halfLife }

  /// The rules asked for.
  func rules(steps: Int? = nil) -> ExpertiseRules {
    var rules = ExpertiseRules()
    rules.halfLife = years
    if let steps { rules.steps = Int32(clamping: steps) }
    return rules
  }

  func naming(_ session: Session, minGroup: Int? = nil) -> Naming {
    session.naming(names == .pseudonym ? .pseudonym : .full, minGroup: minGroup)
  }
}

extension Knowledge {
  /// The person of an id, if there is one who may be named.
  func listed(_ id: String) -> Int32? {
    network.people.index(of: id).map { Int32($0) }.flatMap { person in
      !isHidden(person) && slice.people.contains(person) ? person : nil
    }
  }

  /// The person that an id or a name stands for; hidden people are not to be found.
  func person(_ text: String) throws(Failure) -> Int32 {
    let people = network.people
    if let person = listed(text) { return person }
    let listed = slice.people.filter { !isHidden($0) }
    let key = folded(text)
    let named = listed.filter { folded(people.names[Int($0)]) == key }
    if named.count > 1 {
      let ids = named.prefix(8).map { people.ids[Int($0)] }
      throw Failure(
        .usage,
        "\(shown(text)) is the name of several people. Write an id: \(Networks.listed(ids, and: "or"))."
      )
    }
    if let only = named.first { return only }
    let near =
      nearest(to: text, in: listed.map { people.ids[Int($0)] })
      ?? nearest(to: text, in: listed.map { people.names[Int($0)] })
    let suggestion = near.map { " Did you mean \(shown($0))?" } ?? ""
    throw Failure(.usage, "There is no person \(shown(text)) who can be named.\(suggestion)")
  }
}
