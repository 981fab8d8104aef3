import GraphEngine
public import Measures
public import Networks

/// Where the silos are along one boundary: a verdict on the whole, and one on each group.
public struct SiloVerdicts: Sendable, Equatable {
  public let boundary: Boundary
  public let whole: Verdict
  /// The E-I index of the whole network behind that verdict.
  public let index: Figure
  /// How far the share of ties that lead out could be off in the whole network.
  public let doubt: Uncertainty
  /// The weakest silo that this network could have shown, as a share of the outside ties the others would have at its size.
  ///
  /// Half of the groups judged would have been found with less in eight cases of ten; `nil` where not even a group with no
  /// outside ties would.
  public let smallestFound: Double?
  /// One a group, in the order of the study's groups.
  public let groups: [GroupVerdict]
  /// Those that a copy without names hides, by id.
  private let hidden: Set<String>
  /// Whether groups too small to show are left out of what follows.
  public let rules: VerdictRules

  /// The figures behind one group's verdict.
  public struct GroupVerdict: Sendable, Equatable {
    public let id: String
    public let name: String
    public let people: Int
    public let coverage: Coverage
    /// Ties that touch the group.
    public let ties: Double
    /// The share of those ties that leave the group: seen, at its size among the others, and by chance.
    public let outside: Double?
    public let outsideAmongOthers: Double?
    public let outsideByChance: Double?
    /// How far the share seen could be off.
    public let doubt: Uncertainty
    public let index: Figure
    public let beside: Figure
    /// The probability of a group this inward by chance, adjusted for the number of groups.
    public let q: Double?
    public let verdict: Verdict
    /// Ties with people whose group is not known, which count neither in nor out.
    public let unknown: Int
    /// How it stands beside the others at its size; `nil` where it cannot be judged, or nothing is known of them.
    public let standing: Standing?
    /// Whether it holds the staff without a school, and is no school itself.
    public let isCentral: Bool
    /// Whether nobody in it is on record as asked, while others are, and no two of its people are tied: only others told of it.
    public let isUnasked: Bool
  }

  /// How a group stands beside the others: further in or out than nineteen of twenty others its size would be, or neither; then it is
  /// like them, or too few ties tell the two apart.
  public enum Standing: Sendable, Equatable {
    case inward, outward, alike, unclear
  }

  /// How sure the standing of a group beside the others is; `nil` where nothing sets it apart.
  ///
  /// As many groups are looked at, so that p counts times their number.
  public func standingCertainty(_ group: GroupVerdict) -> Certainty? {
    switch group.verdict.kind {
    case .silo: return group.verdict.certainty
    case .notEnoughData, .notSurveyedAcross: return .cannotSay
    case .inward, .asChance, .open:
      guard group.standing == .inward || group.standing == .outward, let p = group.beside.p
      else { return nil }
      let tail = min(1, min(p, 1 - p) * Double(groups.count))
      return max(
        .hint, Certainty(p: tail, response: group.coverage.share, contacts: group.ties))
    }
  }

  /// What a verdict comes to beside the others at the group's size, for a table.
  public func standing(_ group: GroupVerdict) -> String {
    switch group.verdict.kind {
    case .silo: return "keeps to itself"
    case .notEnoughData, .notSurveyedAcross: return group.verdict.kind.inWords
    case .inward, .asChance, .open:
      return switch group.standing {
      case .inward: "more inward than most"
      case .outward: "more outward than most"
      case .alike: "about as outward as others its size"
      case .unclear: "cannot be told from others its size"
      case nil: group.verdict.kind.inWords
      }
    }
  }

  /// The groups that any copy may show.
  public var shown: [GroupVerdict] {
    groups.filter { $0.people >= max(rules.minGroup, 1) && !hidden.contains($0.id) }
  }

  /// How many groups a copy without names hides, as in "two groups of fewer than 5 people, or beside one"; `nil` where none.
  public var unshown: String? {
    let few = groups.count { $0.people > 0 && $0.people < rules.minGroup }
    let beside = groups.count { $0.people >= rules.minGroup && hidden.contains($0.id) }
    return few + beside == 0
      ? nil
      : "\(counted(few + beside, "group")) of fewer than \(rules.minGroup) people\(beside > 0 ? ", or beside one" : "")"
  }

  /// The groups that keep to themselves, the most inward beside the others first; of those that any copy may show.
  public var silos: [GroupVerdict] { silos(showsAll: false) }

  /// The groups that keep to themselves, the most inward beside the others first.
  ///
  /// - Parameter showsAll: whether groups that a copy without names hides are among them.
  public func silos(showsAll: Bool) -> [GroupVerdict] {
    groups.filter { $0.verdict.kind == .silo && (showsAll || !hidden.contains($0.id)) }
      .sorted { ($0.beside.z ?? 0, $0.id) < ($1.beside.z ?? 0, $1.id) }
  }

  /// The groups of which none is found to keep to itself, as the subject of that.
  public func none(showsAll: Bool) -> String {
    "No \(boundary.singular)\(showsAll || hidden.isEmpty ? "" : " that may be shown")"
  }

  /// Where no group is called a silo, the one that works more inwardly than most by the widest margin, of those that may be told of.
  ///
  /// - Parameter showsAll: whether groups that a copy without names hides are spoken of too.
  public func mostInward(showsAll: Bool) -> GroupVerdict? {
    guard silos(showsAll: showsAll).isEmpty else { return nil }
    // One whose interval holds what others its size would have is told apart by few ties: others come first.
    func rank(_ group: GroupVerdict) -> (Int, Double, String) {
      let isClear =
        group.doubt.interval.flatMap { interval in
          group.outsideAmongOthers.map { interval.upperBound < $0 }
        } ?? false
      return (isClear ? 0 : 1, group.beside.z ?? 0, group.id)
    }
    return groups.filter {
      (showsAll || !hidden.contains($0.id)) && $0.standing == .inward
    }.min { rank($0) < rank($1) }
  }

  /// What can be said where no group is called a silo; `nil` where one is, or nothing can be said of any.
  ///
  /// - Parameter showsAll: whether groups that a copy without names hides are spoken of too.
  public func noSilo(showsAll: Bool) -> String? {
    guard silos(showsAll: showsAll).isEmpty, whole.kind.isSaid,
      groups.contains(where: { $0.outsideAmongOthers != nil })
    else { return nil }
    guard let smallestFound else {
      return
        "\(none(showsAll: showsAll)) is found to keep to itself, but these \(boundary.plural) and their ties are too few to show one that does."
    }
    return
      "\(none(showsAll: showsAll)) is found to keep to itself: one with \(smallestFound < 0.01 ? "" : "under ")\(percent(smallestFound)) of the outside ties that the others would have at its size would be found in eight cases of ten, and one less closed might be missed."
  }

  /// How many groups these are, by id, as in "two schools and the central team": the centre is no school.
  public func number(of ids: [String]) -> String {
    let meant = groups.filter { ids.contains($0.id) }
    let own = meant.count { !$0.isCentral }
    let counted =
      own > 0 ? "\(inWords(own)) \(own == 1 ? boundary.singular : boundary.plural)" : nil
    let centre = meant.first { $0.isCentral }.map { Network.inText($0.name) }
    return [counted, centre].compactMap(\.self).joined(separator: " and ")
  }

  /// How sure it is that no group keeps to itself, where none is found.
  ///
  /// Likely where one with half the outside ties of a silo would have been found in eight cases of ten, or one less closed than that; a hint
  /// where only one more closed would; not to be said where none would.
  public var noSiloCertainty: Certainty {
    guard let smallestFound else { return .cannotSay }
    return smallestFound >= rules.siloShare / 2 ? .likely : .hint
  }

  /// Judges a study that has a boundary.
  ///
  /// - Parameter hidden: the groups that a copy without names hides, by id.
  init(_ study: Study, rules: VerdictRules = VerdictRules(), hidden: Set<String> = []) {
    guard let grouping = study.grouping, let mixing = study.mixing else {
      preconditionFailure("silos are judged along a boundary")
    }
    boundary = grouping.boundary
    self.rules = rules
    self.hidden = hidden
    let index = ExternalInternalIndex(weighted: false).finding(in: study).bySubject
    let peers = PeerComparison().finding(in: study).bySubject
    let isClosed = study.isUnaskedAcross(rules)
    let outwardRates = falseDiscoveryRates(
      grouping.ids.map { index[.group($0)]?.p.map { 1 - $0 } })
    let peerRates = falseDiscoveryRates(grouping.ids.map { peers[.group($0)]?.p })
    let coverage = study.coverageOfGroups
    let unknown = study.tiesToUnknown
    let doubts = study.uncertainties
    doubt = doubts.whole
    let pairs = Self.pairs(study, grouping)
    let isUnasked = grouping.ids.indices.map {
      study.coverage.asked > 0 && coverage[$0].asked == 0 && mixing.ties.within[$0] == 0
    }
    // Two that were asked are no others to compare one with.
    let hasPeers = !isUnasked.contains(true) || isUnasked.count { !$0 } > 2
    groups = grouping.ids.indices.map { place in
      let subject = Subject.group(grouping.ids[place])
      let facts = GroupFacts(
        subject: subject, name: grouping.partition.names[place], boundary: grouping.boundary,
        people: mixing.sizes[place], pairs: pairs.of[place], coverage: coverage[place],
        index: index[subject] ?? Figure(subject, undefined: .noTies),
        beside: (hasPeers ? peers[subject] : nil) ?? Figure(subject, undefined: .tooFewGroups),
        q: index[subject]?.q,
        outwardQ: outwardRates[place], peerQ: peerRates[place], doubt: doubts.groups[place],
        unknown: unknown[place] ?? 0, isCentral: grouping.isCentral(place),
        isUnasked: isUnasked[place],
        hidesBeside: !hidden.isEmpty)
      return facts.verdict(isClosed: isClosed, rules)
    }
    let kinds = groups.map(\.verdict.kind)
    let judged = kinds.indices.filter {
      kinds[$0].isSaid
    }
    let weakest = PeerComparison.smallestFound(
      in: study, level: rules.level / Double(max(1, mixing.groupCount)), siloShare: rules.siloShare)
    let found = judged.map { weakest[$0] ?? -1 }.sorted()
    smallestFound = found.isEmpty ? nil : [found[(found.count - 1) / 2]].first { $0 >= 0 }
    self.index = index[.network] ?? Figure(.network, undefined: .noTies)
    whole = Self.judge(
      grouping.boundary, self.index, mixing, pairs: pairs.all, study.coverage, doubt,
      isClosed: isClosed,
      hidesSome: !hidden.isEmpty, rules)
  }

  private static func judge(
    _ boundary: Boundary, _ figure: Figure, _ mixing: Mixing, pairs: Int, _ coverage: Coverage,
    _ doubt: Uncertainty, isClosed: Bool, hidesSome: Bool, _ rules: VerdictRules
  ) -> Verdict {
    let (one, many) = (boundary.singular, boundary.plural)
    if isClosed {
      return Verdict(
        .network, .notSurveyedAcross,
        "\(few(mixing)) from one \(one) to another. People were most likely asked about their own \(one) only, so nothing can be said about silos between \(many)."
      )
    }
    if mixing.groupCount == 1, mixing.ties.total > 0 {
      return Verdict(
        .network, .notEnoughData,
        "There is one \(one) here, so nothing can be said of ties between \(many)."
      )
    }
    guard let value = figure.value, let expected = figure.expected,
      mixing.ties.total >= Double(rules.minTies)
    else {
      return Verdict(
        .network, .notEnoughData,
        "There is not enough data to say how far \(many) work together: \(basis(pairs, as: mixing.ties.total))."
      )
    }
    if let share = coverage.share, share < rules.minCoverage {
      return Verdict(
        .network, .notEnoughData,
        "There is not enough data to say how far \(many) work together: only \(percent(share)) answered."
      )
    }
    if let bounds = doubt.bounds, doubt.width > rules.maxWidth {
      return Verdict(
        .network, .notEnoughData,
        "There is not enough data to say how far \(many) work together: with the answers that are missing, \(inWords(bounds)) of ties could lead from one \(one) to another."
      )
    }
    // Where every dealing of people gives the same, as where all are tied to all, chance has no say.
    guard let p = figure.p, figure.z != nil || abs(value - expected) >= 1e-9 else {
      return Verdict(
        .network, .asChance,
        "\(capitalised(percent((1 + value) / 2))) of ties lead from one \(one) to another; whoever was in which \(one), it could be no other share."
      )
    }
    let sure = sureness(doubt)
    func certainty(_ p: Double) -> Certainty {
      Certainty(
        p: p, response: coverage.share, range: doubt.bounds, limit: (1 + expected) / 2,
        contacts: mixing.ties.total)
    }
    let seen = capitalised(percent((1 + value) / 2))
    let chance = percent((1 + expected) / 2)
    // Beside whole per cent it would narrow down the sizes of groups that a copy without names hides.
    let figures =
      hidesSome
      ? "(E-I \(signed(value)))" : "(E-I \(signed(value)), expected \(signed(expected)))"
    if p < rules.level, expected - value >= 1e-9 {
      return Verdict(
        .network, .inward,
        "\(seen) of ties lead from one \(one) to another; chance alone would have \(chance) do so \(figures).",
        sureness:
          "A network this inward comes about by chance \(odds(p))\(sure.isEmpty ? "." : "; " + sure)",
        certainty: certainty(p))
    }
    if 1 - p < rules.level, value - expected >= 1e-9 {
      return Verdict(
        .network, .open,
        "\(seen) of ties lead from one \(one) to another, more than the \(chance) that chance would give \(figures).",
        sureness: capitalised(sure), certainty: certainty(1 - p))
    }
    return Verdict(
      .network, .asChance,
      "\(seen) of ties lead from one \(one) to another, about what chance would give: \(chance) \(figures).",
      sureness: capitalised(sure), certainty: certainty(min(p, 1 - p)))
  }

  /// How far the share could be off, to follow a semicolon; empty where nothing is known of it.
  private static func sureness(_ doubt: Uncertainty) -> String {
    guard let interval = doubt.interval else { return "" }
    let (low, high) = (percent(interval.lowerBound), percent(interval.upperBound))
    let people =
      low == high
      ? "the share is \(low) throughout its 95% interval over people"
      : "the share lies between \(inWords(interval, "and")) (95% interval over people)"
    guard let bounds = doubt.bounds, doubt.missing >= 0.5 else { return people + "." }
    return people
      + ", and between \(inWords(bounds, "and")) had everybody answered (95% interval, if those who did not work as their colleagues who did)."
  }

  private static func odds(_ p: Double) -> String { "in \(inWords(probability: p)) cases" }

  /// "No tie leads", or how few do.
  private static func few(_ mixing: Mixing) -> String {
    let crossing = mixing.ties.externalTotal
    guard crossing > 0 else { return "No tie leads" }
    let count = max(1, Int(crossing.rounded()))
    return
      "Only \(counted(count, "tie")) of \(counted(Int(mixing.ties.total.rounded()))) \(count == 1 ? "leads" : "lead")"
  }

  private static func basis(_ pairs: Int, as ties: Double) -> String {
    pairs == 0 ? "no ties are on record" : "it rests on \(counted(pairs, as: ties))"
  }

  /// Pairs of people of groups who are tied: all of them, and of each group those with one of its people at least.
  private static func pairs(_ study: Study, _ grouping: Grouping) -> (all: Int, of: [Int]) {
    let groupOf = grouping.partition.groupOf
    var (all, of) = (0, [Int](repeating: 0, count: grouping.ids.count))
    for (node, group) in groupOf.enumerated() where group >= 0 {
      for other in study.graph.neighbours(node).map(Int.init)
      where groupOf[other] >= 0 && (groupOf[other] != group || node < other) {
        of[Int(group)] += 1
        all += node < other ? 1 : 0
      }
    }
    return (all, of)
  }
}

/// What a verdict on one group is made from.
private struct GroupFacts {
  let subject: Subject
  let name: String
  let boundary: Boundary
  let people: Int
  /// Pairs of people who are tied, one of them at least of the group: a tie of a working group counts for less in every share.
  let pairs: Int
  let coverage: Coverage
  let index: Figure
  let beside: Figure
  let q: Double?
  let outwardQ: Double?
  let peerQ: Double?
  let doubt: Uncertainty
  let unknown: Int
  let isCentral: Bool
  let isUnasked: Bool
  /// Whether a copy without names hides any group: then what the others would have is told in whole per cent, since the sizes of
  /// those hidden could be solved for from more.
  let hidesBeside: Bool

  private var amongOthers: Double? {
    beside.expected.map { hidesBeside ? wholePercent($0) : $0 }
  }

  /// How the share seen stands beside what the others would have.
  private func standing(_ rules: VerdictRules) -> SiloVerdicts.Standing? {
    guard let others = beside.expected, let outside = index.value.map({ (1 + $0) / 2 }),
      let p = beside.p
    else { return nil }
    if p < rules.level, outside < others { return .inward }
    if 1 - p < rules.level, outside > others { return .outward }
    let isFar = outside <= rules.siloShare * others || others <= rules.siloShare * outside
    return isFar ? .unclear : .alike
  }

  func verdict(isClosed: Bool, _ rules: VerdictRules) -> SiloVerdicts.GroupVerdict {
    let (kind, sentence) = judge(isClosed: isClosed, rules)
    return SiloVerdicts.GroupVerdict(
      id: subject.ids[0], name: name, people: people, coverage: coverage, ties: index.basis ?? 0,
      outside: index.value.map { (1 + $0) / 2 }, outsideAmongOthers: amongOthers,
      outsideByChance: index.expected.map { (1 + $0) / 2 }, doubt: doubt, index: index,
      beside: beside, q: q,
      verdict: Verdict(subject, kind, sentence, certainty: certainty(kind, rules)),
      unknown: unknown, standing: kind.isSaid ? standing(rules) : nil, isCentral: isCentral,
      isUnasked: isUnasked)
  }

  private func certainty(_ kind: Verdict.Kind, _ rules: VerdictRules) -> Certainty {
    let chance = index.expected.map { (1 + $0) / 2 }
    let (p, limit): (Double?, Double?) =
      switch kind {
      case .silo:
        ([q, peerQ].compactMap { $0 }.max(), beside.expected.map { rules.siloShare * $0 })
      case .inward: (q, chance)
      case .open: (outwardQ, chance)
      case .asChance: ([q, outwardQ].compactMap { $0 }.min(), chance)
      case .notEnoughData, .notSurveyedAcross: (nil, nil)
      }
    // The share may just reach what a silo may have.
    return Certainty(
      p: p, response: coverage.share, range: doubt.bounds, limit: limit.map { $0 * (1 + 1e-9) },
      contacts: index.basis ?? 0)
  }

  private func judge(isClosed: Bool, _ rules: VerdictRules) -> (Verdict.Kind, String) {
    let cannotSay = "There is not enough data to say whether \(Network.inText(name)) is a silo:"
    if people < rules.minGroup {
      return (.notEnoughData, "\(cannotSay) it has fewer than \(inWords(rules.minGroup)) people.")
    }
    if isClosed {
      return (
        .notSurveyedAcross,
        "People in \(Network.inText(name)) were most likely not asked about anybody outside it, so nothing can be said of a silo."
      )
    }
    if coverage.asked > 0, coverage.answered == 0 {
      return (.notEnoughData, "\(cannotSay) nobody in it answered.")
    }
    let ties = index.basis ?? 0
    if index.expected == nil, ties >= Double(rules.minTies) {
      return (.notEnoughData, "\(cannotSay) there is no other to compare it with.")
    }
    guard let value = index.value, let expected = index.expected, ties >= Double(rules.minTies)
    else {
      return (
        .notEnoughData,
        "\(cannotSay) its people have \(pairs == 0 ? "no recorded ties" : "only \(counted(pairs, as: ties))")."
      )
    }
    if isUnasked {
      return (
        .notEnoughData,
        "\(cannotSay) nobody in it is on record as asked, and only others tell of its ties."
      )
    }
    if let share = coverage.share, share < rules.minCoverage {
      return (.notEnoughData, "\(cannotSay) only \(percent(share)) of those asked answered.")
    }
    if let bounds = doubt.bounds, doubt.width > rules.maxWidth {
      return (
        .notEnoughData,
        "\(cannotSay) with the answers that are missing, \(inWords(bounds)) of its ties could lead out."
      )
    }
    let outside = (1 + value) / 2
    let seen = "\(percent(outside)) of its \(counted(Int(ties.rounded()))) ties lead out"
    let chance = "\(percent((1 + expected) / 2)) would by chance"
    let figures = "(E-I \(signed(value)), expected \(signed(expected)))"
    let subject = capitalised(name)
    guard let q, abs(value - expected) >= 1e-9 else {
      return (.asChance, "\(subject): \(seen); \(chance) \(figures).")
    }
    if q < rules.level {
      let (peers, aside) = (
        boundary.others(beside: [name]),
        "at its size the \(boundary.others(beside: [name])) would have"
      )
      guard let others = beside.expected, let standing = self.standing(rules) else {
        return (
          .inward, "\(subject) works more inwardly than chance, \(seen), and \(chance) \(figures)."
        )
      }
      // Whoever those of no known group belong to, it would still be one.
      let most = (outside * ties + Double(unknown)) / (ties + Double(unknown))
      if let peerQ, peerQ < rules.level,
        max(doubt.bounds?.upperBound ?? outside, most) <= rules.siloShare * others
      {
        return (
          .silo,
          "\(subject) keeps to itself: \(seen); \(aside) \(percent(others)), and \(chance) \(figures)."
        )
      }
      let sentence =
        switch standing {
        case .outward:
          "\(subject) reaches out more than the \(peers) do: \(seen); at its size they would have \(percent(others)), and \(chance) \(figures)."
        case .inward:
          "\(subject) is more inward than most \(boundary.plural): \(seen); \(aside) \(percent(others)), and \(chance) \(figures)."
        case .unclear:
          "\(subject) works more inwardly than chance: \(seen); at its size the \(peers) would have \(percent(others)), these ties are too few to tell it from them, and \(chance) \(figures)."
        case .alike:
          "\(subject) works more inwardly than chance, as the \(peers) do: \(seen), \(percent(others)) would if it were like them, and \(chance) \(figures)."
        }
      return (.inward, sentence)
    }
    if let outwardQ, outwardQ < rules.level {
      return (
        .open, "\(subject) works more outwardly than chance: \(seen), and \(chance) \(figures)."
      )
    }
    return (
      .asChance,
      "\(subject) is no more inward than chance would have it: \(seen), and \(chance) \(figures)."
    )
  }
}

/// Ties as pairs of people, where those of working groups count for less in every share.
private func counted(_ pairs: Int, as ties: Double) -> String {
  counted(pairs, "tie")
    + (Double(pairs) >= ties + 0.5 ? ", and those of working groups count for less" : "")
}
