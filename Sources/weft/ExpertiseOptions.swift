import ArgumentParser
import Intake
import Findings
import Measures
import Networks
import Documents
import Sections

/// What every command about expertise takes.
struct ExpertiseOptions: ParsableArguments {
  @Option(help: "The years after which evidence counts half.")
  var halfLife = 10.0

  @Option(help: "Within how many steps of somebody who knows a topic people count as near.")
  var steps = 2

  @Option(help: "Count ties of at least this depth: 1 networking to 5 collaboration.")
  var depth: Int?

  @Option(
    help: "Count people and ties of a day, or of a stretch such as 2025-09-01/2026-07-31, or all.")
  var period: String?

  @Option(help: "What people are called: full or pseudonym.")
  var names: MapCommand.Names = .full

  func validate() throws {
    guard halfLife.isFinite, halfLife > 0 else {
      throw ValidationError("--half-life \(halfLife): write a number of years above 0.")
    }
    guard (1...6).contains(steps) else {
      throw ValidationError("--steps \(steps): write a number from 1 to 6.")
    }
    if let depth, !(1...5).contains(depth) {
      throw ValidationError(
        "--depth \(depth): write a number from 1 (networking) to 5 (collaboration).")
    }
    if let period, Period(typed: period) == nil {
      throw ValidationError(
        "--period \(shown(period)): write a day such as 2026-11-01, a stretch such as 2025-09-01/2026-07-31, or all."
      )
    }
  }
}

extension ExpertiseOptions {
  /// The least depth of ties that count.
  func depth(_ settings: Settings) -> Depth {
    depth.flatMap { Depth(rawValue: UInt8($0)) } ?? settings.depth ?? .networking
  }

  /// Who knows what, under the rules asked for.
  ///
  /// - Throws: a failure when the files say nothing of expertise.
  func knowledge(_ session: Session) throws(Failure) -> Knowledge {
    let network = session.network
    guard !network.expertise.isEmpty else {
      throw Failure(
        .badData,
        "The files say nothing of what people know. Add expertise.csv (person, topic, level), or a column expertise to people.csv such as \"Phonics:4; SEND\"."
      )
    }
    var rules = ExpertiseRules()
    rules.halfLife = halfLife
    rules.steps = Int32(steps)
    let period = period.flatMap(Period.init(typed:)) ?? session.settings.period
    let slice = network.slice(atLeast: depth(session.settings), during: period)
    return Knowledge(network, slice: slice, rules: rules)
  }

  func naming(_ session: Session) -> Naming {
    Naming(
      session.network, names == .full ? .full : .pseudonym, key: session.settings.pseudonymKey)
  }
}

extension Knowledge {
  /// The person that an id or a name stands for; hidden people are not to be found.
  func person(_ text: String) throws(Failure) -> Int32 {
    let people = network.people
    let listed = slice.people.filter { !isHidden($0) }
    if let place = people.index(of: text), listed.contains(Int32(place)) { return Int32(place) }
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
