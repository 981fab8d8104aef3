/// Everything that intake can find wrong or worth saying, each with a stable code.
public enum ProblemCode: String, Sendable, CaseIterable, Comparable {
  // The file as a whole
  case emptyFile = "empty-file"
  case headerOnly = "header-only"
  case notATable = "not-a-table"
  case utf16WithoutMark = "utf16-without-mark"
  case brokenUTF16 = "broken-utf16"
  case largeUTF16 = "large-utf16"
  case missingColumn = "missing-column"
  case missingHeading = "missing-heading"
  case repeatedColumn = "repeated-column"
  case repeatedAttribute = "repeated-attribute"
  case usDates = "us-dates"
  case tooManyColumns = "too-many-columns"
  case mostlyUnusable = "mostly-unusable"
  case specialCategory = "special-category"
  case unnamedColumn = "unnamed-column"
  case unusedFile = "unused-file"
  case ignoredFile = "ignored-file"
  case macRoman = "mac-roman"
  case savedTwice = "saved-twice"
  case columnBeside = "column-beside"
  case windows1252 = "windows-1252"
  case utf16 = "utf-16"
  case delimiterGuessed = "delimiter-guessed"
  case mixedLineEnds = "mixed-line-ends"
  case preamble = "preamble"
  case instructionRow = "instruction-row"
  case totalsRow = "totals-row"
  case footerRow = "footer-row"
  case repeatedHeader = "repeated-header"
  case blankRows = "blank-rows"
  case sylk = "sylk"
  case rankColumn = "rank-column"
  case strengthHint = "strength-hint"
  case namesFromIds = "names-from-ids"
  case idsFromNames = "ids-from-names"
  // The row
  case unclosedQuote = "unclosed-quote"
  case textAfterQuote = "text-after-quote"
  case quoteInCell = "quote-in-cell"
  case longRow = "long-row"
  case shortRow = "short-row"
  case longCell = "long-cell"
  case damagedText = "damaged-text"
  case mixedEncoding = "mixed-encoding"
  case nulCharacter = "nul-character"
  case controlCharacter = "control-character"
  case invisibleCharacter = "invisible-character"
  case stackedMarks = "stacked-marks"
  case missingValue = "missing-value"
  case duplicateId = "duplicate-id"
  case duplicateRow = "duplicate-row"
  // The cell
  case scientificId = "scientific-id"
  case apostropheId = "apostrophe-id"
  case longId = "long-id"
  case formula = "formula"
  case formulaId = "formula-id"
  case textGuard = "text-guard"
  case excelError = "excel-error"
  case pupilNumber = "pupil-number"
  case unreadableDate = "unreadable-date"
  case noSuchDay = "no-such-day"
  case twoDigitYear = "two-digit-year"
  case serialDate = "serial-date"
  case monthDate = "month-date"
  case futureDate = "future-date"
  case endBeforeStart = "end-before-start"
  case unreadableNumber = "unreadable-number"
  case decimalComma = "decimal-comma"
  case groupedNumber = "grouped-number"
  case unreadStrength = "unread-strength"
  case openFrequency = "open-frequency"
  case notPositive = "not-positive"
  case numberTooLarge = "number-too-large"
  case numberTooSmall = "number-too-small"
  case unknownDepth = "unknown-depth"
  case unknownDirection = "unknown-direction"
  case unknownWord = "unknown-word"
  case unknownVisibility = "unknown-visibility"
  case misspeltVisibility = "misspelt-visibility"
  case notYesOrNo = "not-yes-or-no"
  // References
  case unknownMember = "unknown-member"
  case unknownInGroup = "unknown-in-group"
  case unknownInList = "unknown-in-list"
  case ambiguousInList = "ambiguous-in-list"
  case changedId = "changed-id"
  case unknownSchool = "unknown-school"
  case ambiguousSchool = "ambiguous-school"
  case closedSchool = "closed-school"
  case schoolCycle = "school-cycle"
  case unknownSuccessor = "unknown-successor"
  case unknownTeam = "unknown-team"
  case unknownLead = "unknown-lead"
  case idClash = "id-clash"
  case matchedByName = "matched-by-name"
  case matchedByColumn = "matched-by-column"
  case likelyName = "likely-name"
  case ambiguousName = "ambiguous-name"
  case selfTie = "self-tie"
  case loneMember = "lone-member"
  case repeatedMember = "repeated-member"
  case bothEndsAndMembers = "ends-and-members"
  case excludedPerson = "excluded-person"
  case unknownReference = "unknown-reference"
  case unknownEntry = "unknown-entry"
  case unknownPartnership = "unknown-partnership"
  case unknownSide = "unknown-side"
  case unknownScore = "unknown-score"
  case notANumber = "not-a-number"
  case unusableNumber = "unusable-number"
  case goalCycle = "goal-cycle"
  case repeatedRating = "repeated-rating"
  case madeFromNames = "made-from-names"
  case sameEmail = "same-email"
  case sameName = "same-name"
  case similarName = "similar-name"
  case similarGroup = "similar-group"
  case notAPerson = "not-a-person"
  // Topics
  case unknownTopic = "unknown-topic"
  case unknownTopicInList = "unknown-topic-in-list"
  case unknownLevel = "unknown-level"
  case manyTopics = "many-topics"
  case topicCycle = "topic-cycle"
  case sharedSynonym = "shared-synonym"
  // The network
  case noTie = "no-tie"
  case noSkill = "no-skill"
  case leaverTies = "leaver-ties"
  case bothDirections = "both-directions"
  case maybeDirected = "maybe-directed"
  case parallelTies = "parallel-ties"
  case scaleZero = "scale-zero"
  case severalGroups = "several-groups"
  case noGroup = "no-group"
  case groupOfOne = "group-of-one"
  case largeGroup = "large-group"

  /// What a problem means for the work.
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Nothing can be made of the file.
    case stop
    /// The row is set aside.
    case error
    /// The row is used, mended or with a cell left out; somebody should look.
    case warning
    /// Said so that nobody wonders.
    case note

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  public var severity: Severity {
    switch self {
    case .emptyFile, .headerOnly, .notATable, .utf16WithoutMark, .brokenUTF16, .largeUTF16,
      .missingColumn, .missingHeading,
      .repeatedColumn, .usDates, .mostlyUnusable:
      .stop
    case .specialCategory, .unclosedQuote, .textAfterQuote, .longRow, .longCell, .damagedText,
      .nulCharacter, .missingValue, .duplicateId, .scientificId, .longId, .pupilNumber,
      .unreadableNumber, .notPositive, .numberTooLarge, .numberTooSmall, .formulaId,
      .unknownMember, .changedId, .idClash, .ambiguousName, .selfTie, .loneMember,
      .bothEndsAndMembers, .unknownEntry, .unknownPartnership, .unknownSide, .unknownScore,
      .notAPerson, .unknownTopic:
      .error
    case .tooManyColumns, .repeatedAttribute, .mixedEncoding, .controlCharacter,
      .invisibleCharacter, .stackedMarks, .misspeltVisibility, .apostropheId,
      .formula, .excelError, .unreadableDate, .noSuchDay, .endBeforeStart, .unknownVisibility,
      .notYesOrNo, .unknownInGroup, .unknownSchool, .unknownTeam, .unknownLead, .unknownWord,
      .sameEmail,
      .sameName, .similarName, .repeatedMember, .severalGroups, .scaleZero, .maybeDirected,
      .quoteInCell, .shortRow, .twoDigitYear, .unnamedColumn, .futureDate, .unknownReference,
      .notANumber, .unusableNumber, .goalCycle,
      .unknownTopicInList, .unknownLevel, .manyTopics, .topicCycle, .sharedSynonym,
      .unknownDepth, .unknownDirection, .unreadStrength, .openFrequency, .monthDate, .unknownInList,
      .ambiguousInList, .ambiguousSchool, .closedSchool, .schoolCycle,
      .unknownSuccessor, .likelyName, .similarGroup:
      .warning
    default: .note
    }
  }

  public static func < (a: ProblemCode, b: ProblemCode) -> Bool { a.rawValue < b.rawValue }
}
