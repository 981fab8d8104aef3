public import Measures
import Networks

/// What a set of figures comes to, in a sentence a board can read out.
public struct Verdict: Sendable, Equatable {
  /// What was found.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Keeps to itself: more inward than chance, and than the other groups would be at its size.
    case silo
    /// More inward than chance, as the other groups are.
    case inward
    /// No further from chance than chance itself explains.
    case asChance = "as chance"
    /// More outward than chance.
    case open
    /// Too few people, ties or answers.
    case notEnoughData = "not enough data to say"
    /// Hardly any tie crosses, most likely because nobody was asked about others.
    case notSurveyedAcross = "not surveyed across"

    /// Whether anything is said: there is enough to go by, and people were asked.
    public var isSaid: Bool { self != .notEnoughData && self != .notSurveyedAcross }

    /// What it says of a group, for a table.
    public var inWords: String {
      switch self {
      case .silo: "a silo: keeps to itself"
      case .inward: "more inward than chance"
      case .asChance: "about as chance has it"
      case .open: "more outward than chance"
      case .notEnoughData: "not enough data to say"
      case .notSurveyedAcross: "not asked across"
      }
    }
  }

  public let subject: Subject
  public let kind: Kind
  /// Seen beside expected, and what it rests on.
  public let sentence: String
  /// How sure that is, in a sentence of its own; empty where the first says it.
  public let sureness: String
  /// How sure it is, by the one rule.
  public let certainty: Certainty

  public init(
    _ subject: Subject, _ kind: Kind, _ sentence: String, sureness: String = "",
    certainty: Certainty = .cannotSay
  ) {
    self.subject = subject
    self.certainty = certainty
    self.kind = kind
    self.sentence = sentence
    self.sureness = sureness
  }

  /// Both sentences.
  public var inFull: String { sureness.isEmpty ? sentence : "\(sentence) \(sureness)" }
}

/// The limits under which verdicts are given.
public struct VerdictRules: Sendable, Equatable {
  /// Groups with fewer people get no verdict and no figures.
  public var minGroup = 5
  /// Groups whose people have fewer ties get no verdict.
  public var minTies = 10
  /// Groups of which a smaller share answered get no verdict.
  public var minCoverage = Coverage.least
  /// No verdict where the missing answers could move the share of ties that lead out by more than this.
  public var maxWidth = 0.3
  /// The false discovery rate under which a difference counts.
  public var level = 0.05
  /// A silo has at most this much of the outside ties that the other groups would have at its size.
  public var siloShare = 0.6
  /// Whether people were asked about everybody, so that no ties across means what it says.
  public var isSurveyedAcross = false

  public init() {}

  /// The usual rules, with a change.
  public init(_ change: (inout VerdictRules) -> Void) { change(&self) }
}

/// A probability in words: "less than 1 in 10,000", "about 3 in 100".
public func inWords(probability p: Double) -> String {
  if p < 0.0001 { return "less than 1 in 10,000" }
  if p < 0.001 { return "less than 1 in 1,000" }
  if p < 0.01 { return "about \(max(1, Int((p * 1000).rounded()))) in 1,000" }
  return "about \(Int((p * 100).rounded())) in 100"
}

/// A range of shares: "19 % to 23 %".
public func inWords(_ range: ClosedRange<Double>, _ word: String = "to") -> String {
  "\(percent(range.lowerBound)) \(word) \(percent(range.upperBound))"
}
