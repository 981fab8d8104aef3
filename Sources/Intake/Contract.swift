/// One of the CSV files a workspace may hold.
public enum TableKind: String, Sendable, CaseIterable {
  case schools, people, collaborations, teams, partners
  case partnerships, ratings, events, attendance, goals, progress
  case stories, ideas, needs, decisions
  case expertise, topics

  /// The name the contract gives the file.
  public var fileName: String { rawValue + ".csv" }

  /// Names under which other tools write the same table, the contract's own first; read without case.
  var fileStems: [String] {
    switch self {
    case .schools: ["schools", "academies"]
    case .people: ["people", "staff", "nodes", "elements", "persons", "employees"]
    case .collaborations:
      ["collaborations", "ties", "edges", "connections", "links", "relations", "relationships"]
    case .teams: ["teams"]
    case .partners: ["partners", "organisations", "organizations"]
    case .expertise: ["expertise", "skills"]
    case .topics: ["topics"]
    case .events: ["events", "meetings"]
    case .attendance: ["attendance", "attendances", "attendees"]
    default: [rawValue]
    }
  }

  /// Whether Weft can do nothing without the file.
  var isRequired: Bool { self == .people || self == .collaborations }

  /// Whether the file tells of partnerships or of what work is for.
  var isOfRecords: Bool {
    switch self {
    case .schools, .people, .collaborations, .teams, .partners, .expertise, .topics: false
    default: true
    }
  }

  /// The columns that mean something, in the order `weft init` writes them.
  public var columns: [ColumnRole] {
    switch self {
    case .schools:
      [
        ColumnRole("id", also: "school_id", "urn", "code"),
        ColumnRole("name", also: "EstablishmentName", "school", "school_name"),
        ColumnRole("phase", also: "PhaseOfEducation (name)", "phase_of_education"),
        ColumnRole("hub", also: "region", "cluster", "locality"),
        ColumnRole("opened", also: "joined", "open_date"),
        ColumnRole("closed", also: "close_date"),
        ColumnRole("became"),
      ]
    case .people:
      [
        ColumnRole("id", also: "person_id", "staff_id", "employee_id", "vertex"),
        ColumnRole("name", also: "label", "full_name", "staff_name", "display_name"),
        ColumnRole("first_name", also: "forename", "given_name"),
        ColumnRole("last_name", also: "surname", "family_name"),
        ColumnRole("school", also: "school_id", "school_name"),
        ColumnRole("team", also: "team_id", "teams"),
        ColumnRole("role", also: "job_title", "job", "post"),
        ColumnRole("email", also: "e-mail", "email_address", "mail"),
        ColumnRole("expertise", also: "skills"),
        ColumnRole("seeks", also: "wants"),
        ColumnRole("started", also: "start_date"),
        ColumnRole("ended", also: "end_date", "leaving_date"),
        ColumnRole("visibility", also: "consent"),
        ColumnRole("responded", also: "response", "answered"),
      ]
    case .collaborations:
      [
        ColumnRole("from", also: "source", "person_a", "respondent", "from_id", "vertex 1"),
        ColumnRole("to", also: "target", "person_b", "named", "to_id", "vertex 2"),
        ColumnRole("members", also: "participants", "people"),
        ColumnRole("kind", also: "type", "relation", "layer", "relationship"),
        ColumnRole("depth"),
        ColumnRole("strength", also: "weight", "value", "edge_weight"),
        ColumnRole(
          "frequency", also: "how_often", "contact_frequency", "often", "frequency_of_contact"),
        ColumnRole("direction"),
        ColumnRole("purpose"),
        ColumnRole("goal"),
        ColumnRole("started", also: "date", "start", "start_date"),
        ColumnRole("ended", also: "end", "end_date"),
        ColumnRole("reported_by", also: "reporter"),
        ColumnRole("outcome", also: "impact"),
      ]
    case .teams:
      [
        ColumnRole("id", also: "team_id"),
        ColumnRole("name", also: "team", "team_name"),
        ColumnRole("school", also: "school_id", "school_name"),
        ColumnRole("kind", also: "type"),
        ColumnRole("lead", also: "leader", "lead_id"),
        ColumnRole("objective"),
        ColumnRole("success_criteria"),
      ]
    case .partners:
      [
        ColumnRole("id", also: "partner_id", "organisation_id"),
        ColumnRole("name", also: "partner", "organisation", "partner_name"),
        ColumnRole("sector"),
        ColumnRole("mission"),
        ColumnRole("offers"),
        ColumnRole("seeks"),
        ColumnRole("area"),
        ColumnRole("website", also: "url"),
      ]
    case .expertise:
      [
        ColumnRole("person", also: "person_id", "staff_id", "id"),
        ColumnRole("topic", also: "skill", "expertise", "subject"),
        ColumnRole("level"),
        ColumnRole("evidence"),
        ColumnRole("date"),
        ColumnRole("offers"),
        ColumnRole("seeks", also: "wants"),
      ]
    case .topics:
      [
        ColumnRole("topic", also: "name", "skill"),
        ColumnRole("broader", also: "parent", "broader_topic"),
        ColumnRole("synonyms", also: "also", "other_names", "aliases"),
      ]
    default: recordColumns
    }
  }

  /// Columns that may hold what names or identifies a person.
  func isPersonal(_ role: String) -> Bool {
    switch self {
    case .people: ["id", "name", "first_name", "last_name", "email"].contains(role)
    case .collaborations: ["from", "to", "members", "reported_by"].contains(role)
    case .teams: role == "lead"
    case .expertise: role == "person"
    case .schools, .partners, .topics: false
    default: isPersonalRecord(role)
    }
  }
}

/// A column that means something, and the other headings it may carry.
public struct ColumnRole: Sendable {
  public let name: String
  public let aliases: [String]

  init(_ name: String, also aliases: String...) {
    self.name = name
    self.aliases = aliases
  }
}

/// Sizes beyond which a cell or a table is refused, with a plain message.
public enum Limits {
  /// The largest file, in bytes.
  public static let file = 1 << 31
  /// The largest file of UTF-16, in bytes: it is held in memory while it is read.
  public static let utf16 = 1 << 27
  /// The longest cell, in bytes.
  public static let cell = 32_000
  /// The most ties that one row may list.
  public static let tiesOfARow = 10_000
  /// The longest row, in bytes; a quote that stays open longer is taken as never closed.
  public static let row = 4_000_000
  /// The most columns of one file.
  public static let columns = 500
  /// The most problems of one kind that are kept singly; the rest are only counted.
  public static let problemsOfAKind = 100_000
  /// The largest number of a cell, and the smallest above 0: whatever is made of such numbers is finite.
  public static let largest = 1e12
  public static let smallest = 1e-12
  /// More topics than this say little of what one person knows.
  public static let topicsOfAPerson = 60
  /// The most people among whom near-duplicates are looked for.
  public static let nearDuplicates = 50_000
}
