/// Why no network can be made at all.
public struct IntakeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of obstacle it is; the command line turns it into an exit code.
  public enum Kind: Sendable, Equatable {
    /// A file or folder is not there.
    case missing
    /// The files are there and cannot be used.
    case unusable
    /// The machine would not read or write.
    case unreadable
  }
  public let kind: Kind
  /// Where, what was found, and what to do.
  public let description: String
  /// What was learnt before reading stopped.
  public let ledger: Ledger

  init(_ kind: Kind, _ description: String, ledger: Ledger = Ledger()) {
    self.kind = kind
    self.description = description
    self.ledger = ledger
  }

  public static func == (a: IntakeError, b: IntakeError) -> Bool {
    a.kind == b.kind && a.description == b.description
  }
}
