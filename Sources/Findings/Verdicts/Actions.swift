public import Measures
public import Networks

/// A small thing to do about a finding.
public struct Action: Sendable, Equatable {
  public enum Horizon: String, Sendable, Codable {
    case thisTerm = "this term"
    case longTerm = "long term"
  }
  public let horizon: Horizon
  public let sentence: String

  /// For groups that one person holds.
  public static func secondLink(_ single: Fragility.SingleHolder) -> Action {
    Action(
      horizon: .thisTerm,
      sentence:
        "Give \(listed(single.names.map(Network.inText))) a second link to the others: one person holds \(single.names.count > 1 ? "all of theirs" : "all it has")."
    )
  }

  /// For a group whose ties all lead to one other.
  public static func secondPartner(_ only: Fragility.OnlyLink) -> Action {
    Action(
      horizon: .thisTerm,
      sentence:
        "Find \(Network.inText(only.name)) a second partner beside \(Network.inText(only.toName)), its only link."
    )
  }

  /// For a group that keeps to itself.
  public static func jointWork(
    _ silo: SiloVerdicts.GroupVerdict, _ boundary: Boundary
  ) -> Action {
    Action(
      horizon: .longTerm,
      sentence:
        "Ask whoever leads \(Network.inText(silo.name)) to run one piece of joint work with \(silo.isCentral ? "a" : "another") \(boundary.singular), and set a date."
    )
  }
}

/// At most five things to do, the most pressing first: what depends on one person, then silos, then missing answers.
///
/// - Parameter shows: whether a group may be spoken of.
public func actions(
  _ verdicts: SiloVerdicts, _ fragility: Fragility, _ coverage: Coverage,
  shows: (String) -> Bool = { _ in true }
) -> [Action] {
  var actions = fragility.singleHolders.prefix(2).map(Action.secondLink)
  let held = Set(fragility.singleHolders.flatMap(\.groups))
  actions += fragility.onlyLinks.filter { !held.contains($0.group) }.map(Action.secondPartner)
  actions += verdicts.silos(showsAll: true).filter { shows($0.id) }.prefix(2).map {
    .jointWork($0, verdicts.boundary)
  }
  let quiet = verdicts.groups.filter {
    ($0.coverage.share ?? 1) < verdicts.rules.minCoverage && $0.people >= verdicts.rules.minGroup
      && shows($0.id)
  }
  if !quiet.isEmpty {
    actions.append(
      Action(
        horizon: .thisTerm,
        sentence:
          "Ask \(listed(quiet.map { Network.inText($0.name) })) again: too few answered to say anything."
      ))
  } else if let share = coverage.share, share < 0.7 {
    actions.append(
      Action(
        horizon: .thisTerm,
        sentence:
          "Ask those who have not answered: \(percent(share)) is too few to rank anybody by."))
  }
  return Array(actions.prefix(5))
}
