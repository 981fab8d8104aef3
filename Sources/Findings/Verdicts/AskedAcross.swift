import Measures
import Networks

extension Study {
  /// Whether people were most likely asked about their own group only, so that missing ties between groups say nothing.
  ///
  /// So it is taken to be where, at any depth, ties across are at most one in a hundred of what chance would give, chance
  /// would give at least five, and no group has three or more that make a twentieth of its ties: a group that was asked
  /// across. Never where the files' owner says that people were asked about everybody.
  func isUnaskedAcross(_ rules: VerdictRules) -> Bool {
    guard !rules.isSurveyedAcross, let mixing = atDepth(.networking).mixing, mixing.groupCount > 1
    else { return false }
    let chance = mixing.ties.total * (1 + ExternalInternalIndex.expected(sizes: mixing.sizes)) / 2
    guard chance >= 5, mixing.ties.externalTotal <= chance / 100 else { return false }
    return zip(mixing.ties.external, mixing.ties.within).allSatisfy { outside, inside in
      outside < 3 || outside < 0.05 * (inside + outside)
    }
  }
}
