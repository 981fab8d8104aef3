public import Networks

/// A term that is kept: what was read then, what was published of it, and by what.
public struct Term: Sendable, Equatable {
  public var name: String
  /// The newest day of its files; `nil` where nothing is dated.
  public var day: Day?
  /// The day on which it was kept.
  public var kept: Day
  /// The version of Weft that kept it.
  public var version: String
  /// What tells its people and ties from those of any other (`Network.edition`).
  public var edition: String
  public var people: Int
  public var ties: Int

  public init(
    name: String, day: Day?, kept: Day, version: String, edition: String, people: Int, ties: Int
  ) {
    self.name = name
    self.day = day
    self.kept = kept
    self.version = version
    self.edition = edition
    self.people = people
    self.ties = ties
  }
}

/// A file of a term.
public struct TermFile: Sendable, Equatable {
  /// What the file is.
  public enum Role: String, Sendable, CaseIterable {
    /// One of the tables that were read.
    case table
    /// How they were read: which file is which table, which column what.
    case reading
    /// weft.toml and import.txt, for whoever restores the term.
    case settings
    /// The figures as they were published, without people.
    case figures
    /// Where the groups stood on the map.
    case places
  }
  public var role: Role
  public var name: String
  public var bytes: [UInt8]

  public init(_ role: Role, _ name: String, _ bytes: [UInt8]) {
    self.role = role
    self.name = name
    self.bytes = bytes
  }
}

/// Why terms could not be kept or read.
public struct StoreError: Error, Equatable, CustomStringConvertible {
  public enum Kind: Sendable, Equatable {
    /// There is no such term, or one of the name already.
    case name
    /// The file is not Weft's, damaged, or of a newer Weft.
    case content
    /// It may not be read or written.
    case access
    /// Somebody else is at it.
    case busy
  }
  public let kind: Kind
  public let description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
