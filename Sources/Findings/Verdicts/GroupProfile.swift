import GraphEngine
import Measures
import Networks

/// One group beside the others: its verdict, whom it works with, and what it hangs on.
public struct GroupProfile: Sendable, Equatable {
  public let verdict: SiloVerdicts.GroupVerdict
  /// The other groups it has ties with or where chance would give at least one, the most ties beside chance first.
  public let partners: [Partner]
  /// Who of the group has ties outside it, the most outside ties first.
  public let bridging: [Bridging]
  /// How many of the group have ties with people of no group on record, which count neither as inside nor as outside.
  public let besideUngrouped: Int
  /// What depends on one person or link, in sentences that name nobody.
  public let fragile: [String]

  /// Another group, and the ties with it.
  public struct Partner: Sendable, Equatable {
    public let id: String
    public let name: String
    public let people: Int
    public let ties: Double
    public let expected: Double
    /// Whether too few of either group answered, so that ties between the two may be there untold.
    public let isQuiet: Bool
    public var ratio: Double { expected > 0 ? ties / expected : 0 }
  }

  /// Somebody with ties outside the group.
  public struct Bridging: Sendable, Equatable {
    /// Index into the network's people.
    public let person: Int32
    public let outside: Double
    public let otherGroups: Int
  }

  /// Looks at the group with an id; `nil` when the study has no such group.
  init?(_ analysis: Analysis, group id: String, showsAll: Bool) {
    let study = analysis.study
    guard let grouping = study.grouping, let place = grouping.ids.firstIndex(of: id),
      let verdicts = analysis.verdicts, let fragility = analysis.fragility(showsAll: showsAll)
    else { return nil }
    verdict = verdicts.groups[place]
    let names = grouping.partition.names
    let coverage = study.coverageOfGroups
    let pairs = PairObservedExpected().finding(in: study).figures
    partners = pairs.filter { $0.subject.ids.contains(id) && Set($0.subject.ids).count == 2 }
      .compactMap { figure -> Partner? in
        guard let other = figure.subject.ids.first(where: { $0 != id }),
          let index = grouping.ids.firstIndex(of: other), let expected = figure.expected,
          figure.basis ?? 0 > 0 || expected >= 1
        else { return nil }
        return Partner(
          id: other, name: names[index], people: grouping.partition.sizes[index],
          ties: figure.basis ?? 0, expected: expected,
          isQuiet: coverage[place].isQuiet && coverage[index].isQuiet)
      }.sorted { ($1.ratio, $0.id) < ($0.ratio, $1.id) }
    let graph = study.counted
    let reach = Reach().finding(in: study).people?.values ?? []
    bridging = grouping.partition.members[place].compactMap { node -> Bridging? in
      var outside = 0.0
      for entry in Int(graph.starts[Int(node)])..<Int(graph.starts[Int(node) + 1]) {
        let other = study.group(ofNode: Int(graph.targets[entry]))
        if other >= 0, other != place { outside += graph.weights[entry] }
      }
      guard outside > 0 else { return nil }
      return Bridging(
        person: study.slice.people[Int(node)], outside: outside,
        otherGroups: Int(reach[Int(node)] ?? 0))
    }.sorted { ($1.outside, $0.person) < ($0.outside, $1.person) }
    besideUngrouped = grouping.partition.members[place].count { node in
      study.graph.neighbours(Int(node)).contains { study.group(ofNode: Int($0)) < 0 }
    }
    let boundary = grouping.boundary
    var lines = fragility.singleHolders.compactMap { single -> String? in
      guard let own = single.groups.firstIndex(of: id) else { return nil }
      return
        "Every tie to \(boundary.others(beside: [names[place]])) is held by one person\(single.ownGroup.map { " in \(Network.inText($0))" } ?? "") (\(counted(single.tiesOfEach[own], "tie")) in all)."
    }
    lines += fragility.onlyLinks.filter { $0.group == id }.map {
      "It is tied to the rest of the trust only through \(Network.inText($0.toName))."
    }
    if fragility.cutOff.contains(names[place]) {
      lines.append("It has no recorded tie to any \(boundary.other(beside: [names[place]])).")
    }
    fragile = lines
  }
}
