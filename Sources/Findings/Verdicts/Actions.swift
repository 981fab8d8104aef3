public import Measures
import Networks

/// A small thing to do about a finding.
public struct Action: Sendable, Equatable {
  public enum Horizon: String, Sendable, Codable {
    case thisTerm = "this term"
    case longTerm = "long term"
  }
  public let horizon: Horizon
  public let sentence: String
}

/// At most five things to do, the most pressing first: what depends on one person, then silos, then missing answers.
///
/// - Parameter shows: whether a group may be spoken of.
public func actions(
  _ verdicts: SiloVerdicts, _ fragility: Fragility, _ coverage: Coverage,
  shows: (String) -> Bool = { _ in true }
) -> [Action] {
  var actions: [Action] = []
  for single in fragility.singleHolders.prefix(2) {
    let groups = listed(single.names)
    actions.append(
      Action(
        horizon: .thisTerm,
        sentence:
          "Give \(groups) a second link to the others: one person holds \(single.names.count > 1 ? "all of theirs" : "all it has")."
      ))
  }
  for only in fragility.onlyLinks
  where !fragility.singleHolders.contains(where: { $0.groups.contains(only.group) }) {
    actions.append(
      Action(
        horizon: .thisTerm,
        sentence: "Find \(only.name) a second partner beside \(only.toName), its only link."))
  }
  for silo in verdicts.silos(showsAll: true).filter({ shows($0.id) }).prefix(2) {
    actions.append(
      Action(
        horizon: .longTerm,
        sentence:
          "Ask whoever leads \(Network.inText(silo.name)) to run one piece of joint work with \(silo.isCentral ? "a" : "another") \(verdicts.boundary.singular), and set a date."
      ))
  }
  let quiet = verdicts.groups.filter {
    ($0.coverage.share ?? 1) < verdicts.rules.minCoverage && $0.people >= verdicts.rules.minGroup
      && shows($0.id)
  }
  if !quiet.isEmpty {
    actions.append(
      Action(
        horizon: .thisTerm,
        sentence: "Ask \(listed(quiet.map(\.name))) again: too few answered to say anything."))
  } else if let share = coverage.share, share < 0.7 {
    actions.append(
      Action(
        horizon: .thisTerm,
        sentence:
          "Ask those who have not answered: \(percent(share)) is too few to rank anybody by."))
  }
  return Array(actions.prefix(5))
}
