/// What a figure is about.
public struct Subject: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable {
    case network, group, pair, person, tie
    /// Several people together.
    case set
  }
  public let kind: Kind
  /// The ids as the files have them: none for the network, one for a group or person, two for a pair or tie.
  public let ids: [String]

  public init(kind: Kind, ids: [String]) {
    self.kind = kind
    self.ids = ids
  }

  public static let network = Subject(kind: .network, ids: [])
  public static func group(_ id: String) -> Subject { Subject(kind: .group, ids: [id]) }
  public static func pair(_ a: String, _ b: String) -> Subject {
    Subject(kind: .pair, ids: [a, b])
  }
  public static func person(_ id: String) -> Subject { Subject(kind: .person, ids: [id]) }
  public static func tie(_ a: String, _ b: String) -> Subject { Subject(kind: .tie, ids: [a, b]) }
}

/// Why a figure has no value.
public enum Undefined: String, Sendable, Codable, CaseIterable {
  case noTies = "no ties"
  case noPeople = "no people"
  case tooFewPeople = "too few people"
  case tooFewGroups = "too few groups"
  case oneGroup = "only one group"
  case groupOfOne = "a group of one person"
  case isolate = "a person without ties"
  case noGroup = "no group recorded"
  case noVariation = "chance allows no other value"
  case insideOneGroup = "every tie lies inside one group"
  case fewContacts = "fewer than two contacts"
  case noGroupedTies = "no ties among people who have a group"
  case emptyCells = "no ties inside and none outside, or every tie that could be"
  case fractionalTies = "working groups count in fractions of a tie"
  case notConnected = "not everybody can reach everybody"
  case notDirected = "ties have no direction"
  case noDegree = "nobody reaches anybody"
  case noWorkingGroups = "no working groups"
  case noPartners = "no ties with partners on record for the time"
  case oneSector = "the partners are of one sector"
  case noSectors = "the sector of a partner is not recorded"
  case untold = "not told: it would tell of a link that is not shown"
}

/// What chance is taken to be.
public enum Null: String, Sendable, Codable {
  /// Ties stay as they are, people's groups are dealt out anew; every dealing counts.
  case labelsEnumerated = "labels dealt anew, all dealings counted"
  /// The same, by exact mean and variance and the normal curve.
  case labels = "labels dealt anew, exact mean and variance"
  /// The same, groups too small for the normal curve by drawing many from a seed.
  case labelsDrawn = "labels dealt anew, many dealings drawn"
  /// Every set of as many ties among all pairs of people is equally likely.
  case anyTies = "any ties, as many"
  /// Ties are dealt out anew, everybody keeping their number.
  case degrees = "ties dealt anew, everybody keeping as many"
  /// Any arc with the same probability, groups as they are.
  case anyArcs = "any arc with the density seen"
  /// What the other groups do, given the sizes of groups.
  case otherGroups = "what the other groups do"
}

/// One number, with what chance alone would give.
public struct Figure: Sendable, Equatable {
  public var subject: Subject
  /// The figure, or `nil` when it is undefined; never 0 or NaN for "unknown".
  public var value: Double?
  public var undefined: Undefined?
  /// What the null gives on average.
  public var expected: Double?
  /// How many standard deviations the value lies from the expected one.
  public var z: Double?
  /// The probability that the null gives a value at least as far on the side the card names.
  public var p: Double?
  /// `p` adjusted for the number of figures of the same kind (Benjamini & Hochberg).
  public var q: Double?
  public var null: Null?
  /// What a reader must know of how this value came about.
  public var note: String?
  /// The number of ties (or people) the figure rests on.
  public var basis: Double?

  public init(
    _ subject: Subject, _ value: Double, expected: Double? = nil, z: Double? = nil,
    p: Double? = nil, null: Null? = nil, note: String? = nil, basis: Double? = nil
  ) {
    precondition(value.isFinite, "a figure is a finite number or undefined")
    self.subject = subject
    self.value = value
    self.expected = expected
    self.z = z
    self.p = p
    self.null = null
    self.note = note
    self.basis = basis
  }

  /// A figure that may be undefined for one reason.
  public init(
    _ subject: Subject, _ value: Double?, or reason: Undefined, basis: Double? = nil
  ) {
    if let value {
      self.init(subject, value, basis: basis)
    } else {
      self.init(subject, undefined: reason, basis: basis)
    }
  }

  public init(_ subject: Subject, undefined: Undefined, basis: Double? = nil) {
    self.subject = subject
    self.undefined = undefined
    self.basis = basis
  }
}

/// One number for each person of a slice, in the order of its nodes.
public struct PersonColumn: Sendable, Equatable {
  /// The values; `nil` where undefined.
  public let values: [Double?]
  /// What chance alone would give, where that is known.
  public let expected: [Double?]?
  /// How many standard deviations a value lies from the expected one.
  public let z: [Double?]?
  /// Why a value may be missing.
  public let undefined: Undefined

  public init(
    _ values: [Double?], expected: [Double?]? = nil, z: [Double?]? = nil, undefined: Undefined
  ) {
    self.values = values
    self.expected = expected
    self.z = z
    self.undefined = undefined
  }
}

/// What one measure found in one study.
public struct Finding: Sendable, Equatable {
  public let measure: String
  public var figures: [Figure]
  public var people: PersonColumn?

  public init(_ measure: String, _ figures: [Figure] = [], people: PersonColumn? = nil) {
    self.measure = measure
    self.figures = figures
    self.people = people
  }

  /// The figures by what they are about: for whoever asks for many.
  public var bySubject: [Subject: Figure] {
    Dictionary(figures.map { ($0.subject, $0) }) { first, _ in first }
  }

  /// The figure of a subject.
  public subscript(subject: Subject) -> Figure? { figures.first { $0.subject == subject } }
}
