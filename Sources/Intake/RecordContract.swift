/// The tables of partnerships and of purpose: their columns.
extension TableKind {
  /// The columns that mean something in tables of partnerships and of purpose.
  var recordColumns: [ColumnRole] {
    switch self {
    case .partnerships:
      [
        ColumnRole("partner", also: "partner_id", "organisation"),
        ColumnRole("with", also: "school", "team"),
        ColumnRole("lead", also: "lead_id", "leader"),
        ColumnRole("level", also: "depth", "stage"),
        ColumnRole("agreement", also: "agreed"),
        ColumnRole("roles_clear", also: "roles"),
        ColumnRole("shared_goal", also: "goal"),
        ColumnRole("started", also: "start_date"),
        ColumnRole("review_due", also: "review", "next_review"),
        ColumnRole("ended", also: "end_date"),
        ColumnRole("gives"),
        ColumnRole("gets"),
      ]
    case .ratings:
      [
        ColumnRole("partnership"),
        ColumnRole("partner", also: "partner_id"),
        ColumnRole("with", also: "school", "team"),
        ColumnRole("side", also: "view"),
        ColumnRole("item", also: "question"),
        ColumnRole("score", also: "rating"),
        ColumnRole("date"),
        ColumnRole("rater", also: "respondent"),
        ColumnRole("words", also: "comment", "comments", "in_their_words"),
      ]
    case .events:
      [
        ColumnRole("id", also: "event", "event_id"),
        ColumnRole("name", also: "title"),
        ColumnRole("date"),
        ColumnRole("kind", also: "type"),
        ColumnRole("purpose"),
        ColumnRole("goal"),
        ColumnRole("planned"),
        ColumnRole("called", also: "notice_date", "invited_on", "called_on"),
      ]
    case .attendance:
      [
        ColumnRole("event", also: "event_id"),
        ColumnRole("person", also: "party", "person_id", "member"),
        ColumnRole("role", also: "part"),
        ColumnRole("attended", also: "came", "present"),
        ColumnRole("prepared"),
        ColumnRole("contributed"),
        ColumnRole("responsive"),
        ColumnRole("kept", also: "kept_promises"),
      ]
    case .goals:
      [
        ColumnRole("id", also: "goal_id"),
        ColumnRole("statement", also: "goal", "name"),
        ColumnRole("measure", also: "measured_by"),
        ColumnRole("baseline"),
        ColumnRole("target"),
        ColumnRole("due", also: "due_date"),
        ColumnRole("parent", also: "part_of"),
        ColumnRole("owner", also: "owners", "partners"),
      ]
    case .progress: [ColumnRole("goal", also: "goal_id"), ColumnRole("date"), ColumnRole("value")]
    case .stories:
      [
        ColumnRole("id"), ColumnRole("title", also: "story", "what"), ColumnRole("date"),
        ColumnRole("who", also: "with", "parties"), ColumnRole("goal"), ColumnRole("voice"),
        ColumnRole("impact", also: "outcome"),
      ]
    case .ideas:
      [
        ColumnRole("id"), ColumnRole("idea", also: "title", "name"), ColumnRole("date"),
        ColumnRole("origin", also: "from"), ColumnRole("carried_by", also: "through", "via"),
        ColumnRole("adopted_by", also: "adopters", "taken_up_by"),
        ColumnRole("trialled_by", also: "trialed_by", "tried_by", "piloted_by"),
        ColumnRole("dropped_by", also: "stopped_by", "given_up_by"),
      ]
    case .needs:
      [
        ColumnRole("id"), ColumnRole("need", also: "statement", "title"), ColumnRole("date"),
        ColumnRole("from", also: "voiced_by", "who"), ColumnRole("asked_of", also: "of"),
        ColumnRole("voice"), ColumnRole("channel"), ColumnRole("goal"), ColumnRole("action"),
        ColumnRole("met", also: "done"),
      ]
    case .decisions:
      [
        ColumnRole("id"), ColumnRole("decision", also: "statement", "title"), ColumnRole("date"),
        ColumnRole("decided_by", also: "who"), ColumnRole("consulted"), ColumnRole("affects"),
        ColumnRole("goal"),
      ]
    default: []
    }
  }

  /// Columns of these tables that may hold what names or identifies a person.
  func isPersonalRecord(_ role: String) -> Bool {
    [
      "lead", "person", "rater", "owner", "who", "origin", "carried_by", "adopted_by",
      "trialled_by", "dropped_by", "from", "asked_of", "decided_by", "consulted", "affects",
    ].contains(role)
  }

  /// The column such a table cannot do without and has not got, in words.
  func missingRecordColumn(has: (String) -> Bool) -> String? {
    switch self {
    case .partnerships: has("partner") ? nil : "partner"
    case .ratings:
      !has("partner") && !has("partnership")
        ? "partner (or partnership)" : ["side", "item", "score"].first { !has($0) }
    case .events: has("id") || has("name") ? nil : "id (or name)"
    case .attendance: ["event", "person"].first { !has($0) }
    case .goals: has("id") || has("statement") ? nil : "id (or statement)"
    case .progress: ["goal", "date", "value"].first { !has($0) }
    case .stories: has("id") || has("title") ? nil : "title"
    case .ideas: has("id") || has("idea") ? nil : "idea"
    case .needs: has("id") || has("need") ? nil : "need"
    case .decisions: has("id") || has("decision") ? nil : "decision"
    default: nil
    }
  }
}
