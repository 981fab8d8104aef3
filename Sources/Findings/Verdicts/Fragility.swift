import GraphEngine
import Measures
public import Networks

/// A group whose every tie to others one person holds.
public struct Held: Sendable, Equatable {
  public let id: String
  public let name: String
}

/// What depends on one person: groups whose every outside tie one person holds, and groups tied to a single other group.
public struct Fragility: Sendable, Equatable {
  /// Groups cut off if one person leaves, those of the same person together.
  public let singleHolders: [SingleHolder]
  /// Groups whose ties all lead to one other group.
  public let onlyLinks: [OnlyLink]
  /// Groups without any tie to another, though their people have ties.
  public let cutOff: [String]
  /// Groups of which this would be said had they no tie with people whose group is not known.
  public let unsure: [String]
  /// Groups of which this would be said had enough of their people answered.
  public let quiet: [String]
  /// The fewest people of a group that is looked at, where some group has fewer; of such nothing is said.
  public let fewest: Int?
  /// Whether some groups may not be shown; then no sentence speaks of them, nor of their links.
  public let isPart: Bool

  public struct SingleHolder: Sendable, Equatable {
    /// The person, as an index into the network's people.
    public let person: Int32
    /// The ids of the groups that hang on the person.
    public let groups: [String]
    public let names: [String]
    /// The group the person is in, or `nil` where none is recorded or it may not be shown.
    public let ownGroup: String?
    public let ties: Int
    /// The ties of each of the groups, one entry each; a tie between two of them counts for both.
    public let tiesOfEach: [Int]

    /// Each of the groups.
    var held: [Held] { zip(groups, names).map { Held(id: $0, name: $1) } }
  }

  public struct OnlyLink: Sendable, Equatable {
    public let group: String
    public let name: String
    /// The one group it is tied to.
    public let to: String
    public let toName: String
    public let ties: Double
  }

  /// Whether people were most likely not asked about other groups, so that nothing can be said.
  public let isUnasked: Bool
  /// Whether any tie between two groups is on record.
  public let hasTies: Bool
  /// Whether fewer ties are on record than there are groups, and than any verdict needs, so that what they leave out says nothing.
  public let isThin: Bool
  /// Whether there are groups of which it cannot be told.
  public var isUncertain: Bool { !unsure.isEmpty || !quiet.isEmpty }
  /// Whether nothing can be said of what depends on whom.
  public var saysNothing: Bool { isUnasked || !hasTies || isThin }

  /// Finds what depends on one person along a study's boundary, among groups of at least `rules.minGroup` people; nothing where
  /// people were not asked about other groups.
  ///
  /// - Parameter shows: whether the group at a place may be shown; what is found of others, and of links to them, is left out.
  init(
    _ study: Study, rules: VerdictRules = VerdictRules(), shows: (Int) -> Bool = { _ in true }
  ) {
    guard let grouping = study.grouping, let mixing = study.mixing else {
      preconditionFailure("only links are found along a boundary")
    }
    isUnasked = study.isUnaskedAcross(rules)
    hasTies = mixing.ties.externalTotal > 0
    isThin =
      hasTies && mixing.ties.total < Double(min(rules.minTies, mixing.sizes.count { $0 > 0 }))
    fewest = mixing.sizes.contains { $0 > 0 && $0 < rules.minGroup } ? rules.minGroup : nil
    let mayShow = mixing.sizes.indices.map(shows)
    isPart = zip(mixing.sizes, mayShow).contains { $0 > 0 && !$1 }
    guard !isUnasked, !isThin else {
      (singleHolders, onlyLinks, cutOff, unsure, quiet) = ([], [], [], [], [])
      return
    }
    let names = grouping.partition.names
    let isShown = zip(mixing.sizes, mayShow).map { $0 >= rules.minGroup && $1 }
    let silent = Set(study.coverageOfGroups.enumerated().filter { $1.isQuiet }.map { $0.offset })
    let open = study.groupsTiedToUnknown.union(silent)
    var unsure: Set<Int> = []
    var byHolder: [Int32: [Int]] = [:]
    let links = study.onlyLinks
    for (group, link) in links.enumerated() where isShown[group] && link.people == 1 {
      guard !open.contains(group) else {
        unsure.insert(group)
        continue
      }
      if let holder = link.holder { byHolder[holder, default: []].append(group) }
    }
    singleHolders = byHolder.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
      holder, groups in
      let own = study.group(ofNode: Int(holder))
      return SingleHolder(
        person: study.slice.people[Int(holder)], groups: groups.map { grouping.ids[$0] },
        names: groups.map { names[$0] }, ownGroup: own < 0 || !mayShow[own] ? nil : names[own],
        // Ties of the person's own group are the other groups' ties seen from within.
        ties: groups.filter { $0 != own || groups.count == 1 }.reduce(0) { $0 + links[$1].ties },
        tiesOfEach: groups.map { links[$0].ties })
    }
    var partners = [[Int: Double]](repeating: [:], count: mixing.groupCount)
    for pair in mixing.ties.between {
      partners[pair.from][pair.to, default: 0] += pair.sum
      partners[pair.to][pair.from, default: 0] += pair.sum
    }
    let others = partners
    onlyLinks = others.indices.compactMap { group in
      guard isShown[group], mixing.groupCount > 2, others[group].count == 1,
        let (other, ties) = others[group].first, mayShow[other]
      else { return nil }
      guard !open.contains(group) else {
        unsure.insert(group)
        return nil
      }
      return OnlyLink(
        group: grouping.ids[group], name: names[group], to: grouping.ids[other],
        toName: names[other], ties: ties)
    }
    let isAlone = mixing.sizes.count { $0 > 0 } < 2
    cutOff = others.indices.filter {
      !isAlone && isShown[$0] && others[$0].isEmpty && mixing.ties.within[$0] > 0
        && !open.contains($0)
    }.map { names[$0] }
    unsure.formUnion(
      others.indices.filter { isShown[$0] && others[$0].isEmpty && open.contains($0) })
    self.unsure = unsure.subtracting(silent).sorted().map { names[$0] }
    quiet = unsure.intersection(silent).sorted().map { names[$0] }
  }

  /// The groups that were looked at, as the subject of what is so of none of them.
  public func none(_ boundary: Boundary) -> String {
    "No \(boundary.singular)"
      + (isPart ? " that may be shown" : fewest.map { " of \($0) people or more" } ?? "")
  }

  /// One sentence each, without naming anybody.
  public func sentences(_ boundary: Boundary) -> [String] {
    var sentences = singleHolders.map { single in
      let who =
        single.ownGroup.map {
          single.names == [$0] ? "one of its own people" : "one person in \(Network.inText($0))"
        } ?? "one person"
      let isMany = single.names.count > 1
      let others = boundary.others(beside: single.names)
      let lost =
        single.ties == 1
        ? "the only tie to \(others)" : "every tie to \(others) (\(counted(single.ties, "tie")))"
      return
        "\(capitalised(listed(single.names.map(Network.inText)))) \(isMany ? "depend" : "depends") on \(who): if that person leaves, "
        + "\(isMany ? "they lose" : "it loses") \(lost)."
    }
    let told = Set(singleHolders.flatMap(\.groups))
    sentences += onlyLinks.filter { !told.contains($0.group) }.map {
      "\(capitalised(Network.inText($0.name))) is tied to the rest of the trust only through \(Network.inText($0.toName))."
    }
    if !cutOff.isEmpty {
      sentences.append(
        "\(capitalised(listed(cutOff.map(Network.inText)))) \(cutOff.count == 1 ? "has" : "have") no recorded tie to any \(boundary.other(beside: cutOff))."
      )
    }
    if !unsure.isEmpty {
      sentences.append(
        "\(Self.whether(unsure)) cannot be said: \(unsure.count == 1 ? "it has" : "they have") ties with people who cannot be placed in one \(boundary.singular)."
      )
    }
    if !quiet.isEmpty {
      sentences.append(
        "\(Self.whether(quiet)) cannot be said: too few of \(quiet.count == 1 ? "its" : "their") people answered."
      )
    }
    return sentences
  }

  /// Whether groups depend on one person, as the subject of a sentence.
  public static func whether(_ groups: [String]) -> String {
    "Whether \(listed(groups.map(Network.inText))) \(groups.count == 1 ? "depends" : "depend") on one person"
  }
}
