import Measures
public import Networks

/// A reason to look at a partnership, and the one thing to do about it.
public enum RedFlag: Sendable, Equatable {
  case overdue(Day)
  case singleHolder
  case noContact
  /// Somebody of theirs came to an event within the year, and no tie says who speaks to them.
  case metOnly
  case leadLeft
  case sidesApart(PerceptionGap)
  case fallingTrust(Rating.Side, from: Double, to: Double)
  case noAgreement
  case undervalued(by: Rating.Side, Double)
  case noCommonGround(weeks: Int)
  case rolesUnclear
  case oneWay(isGiving: Bool)
  case noReviewDate
  case theirViewUnknown

  /// What a reason can do to a partnership.
  public enum Gravity: Int, Sendable, Comparable {
    /// Paperwork, or a question not asked yet.
    case light
    /// It does harm when something else is weak as well.
    case serious
    /// It ends or spoils a partnership by itself.
    case grave

    public static func < (a: Gravity, b: Gravity) -> Bool { a.rawValue < b.rawValue }
  }

  public var gravity: Gravity {
    switch self {
    case .leadLeft, .noContact, .sidesApart, .fallingTrust: .grave
    case .overdue, .singleHolder, .undervalued, .metOnly: .serious
    case .noAgreement, .noCommonGround, .rolesUnclear, .oneWay, .noReviewDate, .theirViewUnknown:
      .light
    }
  }

  /// How much it weighs when partnerships are put in order.
  public var weight: Int {
    switch self {
    case .leadLeft, .noContact, .sidesApart, .fallingTrust: 10
    case .overdue: 5
    case .singleHolder, .undervalued, .metOnly: 4
    case .noAgreement, .noCommonGround, .rolesUnclear: 2
    case .oneWay, .noReviewDate, .theirViewUnknown: 1
    }
  }

  /// Whether these reasons together put a partnership on the red list.
  ///
  /// One that is grave does, so do two that are serious, and so does a serious one where nothing is agreed.
  public static func areRed(_ flags: [RedFlag]) -> Bool {
    let serious = flags.count { $0.gravity == .serious }
    return flags.contains { $0.gravity == .grave } || serious > 1
      || (serious == 1 && flags.contains(.noAgreement))
  }

  /// A short name for files.
  public var code: String {
    switch self {
    case .overdue: "overdue"
    case .singleHolder: "single-holder"
    case .noContact: "no-contact"
    case .metOnly: "met-only"
    case .leadLeft: "lead-left"
    case .sidesApart: "sides-apart"
    case .fallingTrust: "falling-trust"
    case .noAgreement: "no-agreement"
    case .undervalued: "undervalued"
    case .noCommonGround: "no-common-ground"
    case .rolesUnclear: "roles-unclear"
    case .oneWay: "one-way"
    case .noReviewDate: "no-review-date"
    case .theirViewUnknown: "their-view-unknown"
    }
  }

  /// The reason in a few words.
  public var reason: String {
    switch self {
    case .overdue(let day): "review overdue since \(day.inWords)"
    case .singleHolder: "depends on one person"
    case .noContact: "nobody is on record as in touch with them"
    case .metOnly: "they came to an event, and nobody is on record as in touch with them"
    case .leadLeft: "its lead has left"
    case .sidesApart(let gap):
      "we rate it \(View.words(gap.ours ?? 0)), they \(View.words(gap.theirs ?? 0))"
    case .fallingTrust(let side, let from, let to):
      "\(side == .ours ? "our" : "their") trust fell from \(View.words(from)) to \(View.words(to))"
    case .noAgreement: "no agreement"
    case .undervalued(let side, let value):
      "\(side == .ours ? "we" : "they") value it \(View.isAtEnd(value) ? View.words(value) : "at \(View.words(value)) of 4"), and one or two people carry it"
    case .noCommonGround(let weeks):
      "\(weeks) weeks old and no meeting yet to find common ground"
    case .rolesUnclear: "roles are not clear"
    case .oneWay(let isGiving):
      "\(isGiving ? "they give" : "they get"), and nothing is on record in return"
    case .noReviewDate: "no review date"
    case .theirViewUnknown: "their view is unknown"
    }
  }

  /// The reason in two or three words, for a figure that does not tell one person from two.
  public var label: String {
    switch self {
    case .overdue: "review overdue"
    case .singleHolder: "few carry it"
    case .noContact: "nobody on record"
    case .metOnly: "met at events only"
    case .leadLeft: "lead has left"
    case .sidesApart: "sides far apart"
    case .fallingTrust: "trust falling"
    case .noAgreement: "no agreement"
    case .undervalued: "little valued"
    case .noCommonGround: "no common ground yet"
    case .rolesUnclear: "roles unclear"
    case .oneWay: "one way only"
    case .noReviewDate: "no review date"
    case .theirViewUnknown: "their view unknown"
    }
  }

  /// The one thing to do.
  public var action: String {
    switch self {
    case .overdue: "Hold the review this term, both sides at the table."
    case .singleHolder: "Bring a second colleague to the next meeting."
    case .noContact: "Find out who still speaks to them, or close it properly."
    case .metOnly: "Find out who speaks to them, and put it on record."
    case .leadLeft: "Name a new lead and introduce them in person."
    case .sidesApart: "Meet, and ask each side what it sees before settling anything."
    case .fallingTrust: "Ask what changed since the last round, and answer it."
    case .noAgreement: "Write one page together: what for, who does what, until when."
    case .undervalued: "Ask what would make it worth their while, and widen who takes part."
    case .noCommonGround: "Hold a first meeting on aims and assumptions."
    case .rolesUnclear: "Write down who does what, on both sides."
    case .oneWay(let isGiving):
      isGiving ? "Ask what they would like in return." : "Ask what they could offer."
    case .noReviewDate: "Set a day for the next review."
    case .theirViewUnknown: "Ask them how they see it; three answers are enough to show."
    }
  }

  /// Whether it can be done this term.
  public var horizon: Action.Horizon {
    switch self {
    case .undervalued, .noAgreement, .oneWay: .longTerm
    default: .thisTerm
    }
  }
}
