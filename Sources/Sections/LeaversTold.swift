import Findings
import Measures
import Networks

/// How much a copy tells of what several people or groups leave behind who go together.
///
/// Beside each alone, two that leave together tell how many ties they have with one another; and whether the rest still reaches one
/// another, once all but two groups are gone, tells whether those two have a tie.
struct LeaversTold {
  /// Whether it tells how many ties go.
  let ties: Bool
  /// Whether it tells how the rest hangs together.
  let rest: Bool

  /// What is said in place of that.
  static let untoldRest =
    "Whether those who stay would still reach one another is not shown: with it the links of few people could be worked out."

  /// - Parameter leaving: those who leave, a person, a team, a role or a school each.
  init(_ leaving: [Set<Int32>], of analysis: Analysis, _ naming: Naming) {
    guard leaving.count > 1, !naming.showsAll,
      analysis.study.grouping != nil || leaving.contains(where: { $0.count > 1 })
    else {
      (ties, rest) = (true, true)
      return
    }
    let all = Set(leaving.joined())
    let own = Self.groups(of: all, in: analysis.study)
    // Whatever else people are grouped by, they are of schools.
    let schools = analysis.network.boundary(named: Boundary.school.id).map(analysis.grouped)
    let homes = schools.map { Self.groups(of: all, in: $0.study) } ?? []
    ties =
      Self.tellsTies(leaving, of: analysis, naming)
      && schools.map { naming.tells(among: homes.filter { $0 >= 0 }, of: $0) } ?? true
    rest = own.count == 1 && homes.count < 2
  }

  /// Somebody alone counts as their group: one after the other they would tell all that it has with another one.
  private static func tellsTies(
    _ leaving: [Set<Int32>], of analysis: Analysis, _ naming: Naming
  ) -> Bool {
    let study = analysis.study
    let whole = Dictionary(grouping: study.slice.people.indices) { study.group(ofNode: $0) }
      .mapValues { Set($0.map { study.slice.people[$0] }) }
    let places = leaving.compactMap { some in
      groups(of: some, in: study).first {
        $0 >= 0 && (some.count == 1 || whole[$0] == some)
      }
    }
    return places.count == leaving.count && naming.tells(among: places, of: analysis)
  }

  /// The groups that some people belong to; -1 for those of none.
  private static func groups(of some: Set<Int32>, in study: Study) -> Set<Int> {
    Set(
      study.slice.people.indices.lazy.filter { some.contains(study.slice.people[$0]) }
        .map { study.group(ofNode: $0) })
  }
}
