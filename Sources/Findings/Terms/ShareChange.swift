import GraphEngine
import Measures
import Networks

/// How far a share of ties that lead out moved between two times, and how sure that is.
///
///     d = s2 - s1,   d +- sqrt ((1.96 SE)^2 + m1^2 + m2^2)
///     SE^2 = (N - 2) / (2 N) sum over strata of n / (n - 1) sum over their people i of (d_i - mean)^2
///     d_i = (s2 without i - s2) - (s1 without i - s1)
///
/// s1 and s2 are the shares then and now. Each person is left out of both at once, so that what somebody does alike at both times cancels;
/// who was there at one time alone is left out of that one. N is the number of people of either time; strata are groups, as they
/// are now. The formula of Snijders & Borgatti (1999), Connections 22:161, for the difference of two shares. m1 and m2 are half the widths of what
/// missing answers leave open (`Uncertainty.bounds`), 0 where everybody answered or the files do not say who did.
public struct ShareChange: Sendable, Equatable {
  public let then: Double
  public let now: Double
  public var difference: Double { now - then }
  /// The 95% interval of the difference.
  public let interval: ClosedRange<Double>
  /// The probability of a difference as large where there is none.
  public let p: Double
  /// The number of ties that the smaller of the two shares rests on.
  public let contacts: Double

  /// The smallest change that these data could have shown.
  public var smallestShown: Double { (interval.upperBound - interval.lowerBound) / 2 }
}

/// What is to be said of a difference.
public enum ChangeVerdict: Sendable, Equatable {
  case better(Certainty)
  case worse(Certainty)
  /// None that these data could show.
  case none
  case cannotCompare(Hindrance)

  /// Why two times cannot be set beside each other.
  public enum Hindrance: Sendable, Equatable {
    /// So many answered then and now, too different to compare.
    case coverage(then: Double, now: Double)
    /// At one time under half answered.
    case fewAnswered(then: Double, now: Double)
    /// Fewer than ten ties at one of the times.
    case fewTies
    /// People named so many colleagues each, then and now: they were asked in another way.
    case askedOtherwise(then: Double, now: Double)
    /// At one time a tie has a direction, at the other it has none.
    case direction
    /// The group was not there at both times.
    case notThere
  }

  public var isReal: Bool {
    switch self {
    case .better, .worse: true
    case .none, .cannotCompare: false
    }
  }

  /// - Parameters:
  ///   - p: of the difference, adjusted where several were looked at.
  ///   - response: the smaller share who answered; `nil` where either time does not say.
  init(_ change: ShareChange, p: Double, response: Double?) {
    let certainty = Certainty(p: p, response: response, contacts: change.contacts)
    // A hint of change is none to act on.
    guard certainty >= .likely else {
      self = .none
      return
    }
    self = change.difference > 0 ? .better(certainty) : .worse(certainty)
  }
}

/// The shares of ties that lead out at two times, of the whole and of each group.
struct ShareChanges {
  let whole: ShareChange?
  let groups: [String: ShareChange]

  init(_ then: Study, _ now: Study) {
    let people = UnitedPeople(then, now)
    let (before, after) = (TieSides(then, people), TieSides(now, people))
    let doubts = (then.uncertainties, now.uncertainties)
    whole = Self.change(
      before.whole, after.whole, strata: people.groups,
      missing: (doubts.0.whole.bounds, doubts.1.whole.bounds))
    let places = { (study: Study) in
      Dictionary(
        uniqueKeysWithValues: (study.grouping?.ids ?? []).enumerated().map { ($1, $0) })
    }
    let (early, late) = (places(then), places(now))
    var groups: [String: ShareChange] = [:]
    for (id, place) in late {
      guard let old = early[id] else { continue }
      let inside = Set([id])
      groups[id] = Self.change(
        before.groups[old], after.groups[place],
        strata: people.groups.map { inside.contains($0) ? "in" : "out" },
        missing: (doubts.0.groups[old].bounds, doubts.1.groups[place].bounds))
    }
    self.groups = groups
  }

  private static func change(
    _ then: TieSides.Side, _ now: TieSides.Side, strata: [String],
    missing: (ClosedRange<Double>?, ClosedRange<Double>?)
  ) -> ShareChange? {
    guard then.total > 0, now.total > 0 else { return nil }
    let count = strata.count
    var sums: [String: (sum: Double, squares: Double, n: Double)] = [:]
    for stratum in strata { sums[stratum, default: (0, 0, 0)].n += 1 }
    for person in Set(then.own.keys).union(now.own.keys).sorted() {
      guard let late = now.shift(without: person), let early = then.shift(without: person) else {
        return nil
      }
      let shift = late - early
      sums[strata[person], default: (0, 0, 0)].sum += shift
      sums[strata[person], default: (0, 0, 0)].squares += shift * shift
    }
    let squares = sums.sorted { $0.key < $1.key }.reduce(0.0) { total, entry in
      let (own, n) = (entry.value, entry.value.n)
      return total
        + (n > 1 ? max(0, own.squares - own.sum * own.sum / n) * n / (n - 1) : own.squares)
    }
    guard count > 2 else { return nil }
    let error = (Double(count - 2) / Double(2 * count) * squares).squareRoot()
    func half(_ range: ClosedRange<Double>?) -> Double {
      range.map { ($0.upperBound - $0.lowerBound) / 2 } ?? 0
    }
    let (m1, m2) = (half(missing.0), half(missing.1))
    let width = (1.96 * 1.96 * error * error + m1 * m1 + m2 * m2).squareRoot()
    let difference = now.share - then.share
    return ShareChange(
      then: then.share, now: now.share,
      interval: max(-1, difference - width)...min(1, difference + width),
      p: width > 0 ? bothTails(difference / (width / 1.96)) : difference == 0 ? 1 : 1e-300,
      contacts: min(then.total, now.total))
  }
}

/// The people of two studies in one numbering, told by id, each with the group they are in now, or were in then.
private struct UnitedPeople {
  private(set) var number: [String: Int] = [:]
  private(set) var groups: [String] = []

  init(_ then: Study, _ now: Study) {
    for study in [now, then] {
      let ids = study.grouping?.ids ?? []
      for node in 0..<study.peopleCount {
        let id = study.id(ofNode: node)
        guard number[id] == nil else { continue }
        number[id] = groups.count
        let group = study.group(ofNode: node)
        groups.append(group < 0 ? "" : ids[group])
      }
    }
  }
}

/// Ties that lead out, of all, and how many of each are somebody's.
private struct TieSides {
  struct Side {
    var outside = 0.0
    var total = 0.0
    var own: [Int: (outside: Double, total: Double)] = [:]

    var share: Double { outside / total }

    /// How far the share moves without a person; `nil` where nothing would be left.
    func shift(without person: Int) -> Double? {
      guard let own = own[person] else { return 0 }
      let left = total - own.total
      return left > 1e-9 ? (outside - own.outside) / left - share : nil
    }

    mutating func add(_ count: Double, isOutside: Bool, of people: [Int]) {
      total += count
      if isOutside { outside += count }
      for person in people {
        own[person, default: (0, 0)].total += count
        if isOutside { own[person, default: (0, 0)].outside += count }
      }
    }
  }
  private(set) var whole = Side()
  private(set) var groups: [Side]

  init(_ study: Study, _ people: UnitedPeople) {
    let graph = study.counted
    groups = [Side](repeating: Side(), count: study.grouping?.ids.count ?? 0)
    let number = (0..<study.peopleCount).map { people.number[study.id(ofNode: $0)] ?? 0 }
    for node in 0..<study.peopleCount {
      let own = study.group(ofNode: node)
      guard own >= 0 else { continue }
      for entry in Int(graph.starts[node])..<Int(graph.starts[node + 1]) {
        let other = Int(graph.targets[entry])
        let group = study.group(ofNode: other)
        guard node < other, group >= 0 else { continue }
        let ends = [number[node], number[other]]
        let count = graph.weights[entry]
        whole.add(count, isOutside: own != group, of: ends)
        for touched in own == group ? [own] : [own, group] {
          groups[touched].add(count, isOutside: own != group, of: ends)
        }
      }
    }
  }
}
