/// What became of every row of every file: read = used + merged + set aside.
public struct Ledger: Sendable, Equatable {
  /// One account a file, in the order the files were read.
  public internal(set) var accounts: [Account] = []
  /// Every problem, in order of file, row, column and code.
  public internal(set) var problems: [Problem] = []
  /// How often each code occurred; more than the problems listed when there are very many.
  public internal(set) var counts: [ProblemCode: Int] = [:]
  /// Of whom no problem tells.
  var withheld = Withheld()

  public init() {}

  /// The rows of one file.
  public struct Account: Sendable, Equatable {
    public let file: String
    public let table: TableKind
    public internal(set) var encoding: Encoding = .utf8
    public internal(set) var delimiter: UInt8 = 0x2C
    /// Which file it was and when it was last written.
    var stamp: [Int] = []
    /// Rows with content, the header and rows that explain or add up not counted.
    public internal(set) var read = 0
    public internal(set) var used = 0
    /// Rows that repeat another: the same row again, or the same two people.
    public internal(set) var merged = 0
    public internal(set) var setAside: [SetAside] = []
    /// Which heading was read as which column.
    public internal(set) var columns: [Match] = []
    /// Headings kept as attributes.
    public internal(set) var attributes: [String] = []

    /// Whether every row is accounted for.
    public var balances: Bool { read == used + merged + setAside.count }

    /// The rows that may be told of: those of people who asked to be left out are counted nowhere.
    public var told: (read: Int, setAside: Int) {
      let theirs = setAside.count { $0.code == .excludedPerson }
      return (read - theirs, setAside.count - theirs)
    }

    init(file: String, table: TableKind) {
      self.file = file
      self.table = table
    }
  }

  /// A heading and the column of the contract it was read as.
  public struct Match: Sendable, Equatable {
    public let heading: String
    public let role: String
    /// Whether any row used has something in the column; told of records alone.
    var isFilled = false
  }

  /// A row that was not used: where it stands in the file, and why.
  public struct SetAside: Sendable, Equatable {
    public let row: Int
    public let offset: Int
    public let length: Int
    public let code: ProblemCode
    /// Whether the row concerns somebody who asked to be left out, so that it is never written.
    public var isPrivate = false
  }

  /// How many rows were set aside, those of people who asked to be left out aside: their number would tell of them.
  public var setAsideCount: Int { accounts.reduce(0) { $0 + $1.told.setAside } }

  /// Whether anything was set aside or left unread.
  public var hasErrors: Bool { counts.keys.contains { $0.severity <= .error } }

  /// Takes in a problem, without what may not be told: the one way into the ledger.
  mutating func report(_ problem: Problem) {
    counts[problem.code, default: 0] += 1
    if counts[problem.code, default: 0] <= Limits.problemsOfAKind {
      problems.append(withheld.told(problem))
    }
  }

  /// Puts problems in the order that does not depend on how the files were read.
  mutating func sortProblems() {
    let order = Dictionary(
      accounts.enumerated().map { ($1.file, $0) }, uniquingKeysWith: { first, _ in first })
    func key(_ problem: Problem) -> (Int, Int, Int, String) {
      (
        order[problem.file] ?? -1, problem.row ?? 0, problem.column ?? -1, problem.code.rawValue
      )
    }
    problems.sort { key($0) < key($1) }
  }
}
