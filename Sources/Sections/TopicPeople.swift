public import Documents
public import Measures
import Networks

/// Who may be asked about a topic: people by the evidence for it, in order of name within each kind, never by a score.
///
/// A copy without names counts them and lists nobody, as what people know tells who they are, code or no code.
public struct TopicPeople: Sendable {
  /// Somebody who may be asked.
  public struct Colleague: Sendable {
    public let person: Int32
    /// What stands for the person: a name, or a code in a copy without names.
    public let name: String
    public let role: String?
    public let school: String?
    /// How far it goes: "leads in school".
    public let level: String
    /// How old the evidence is: "2 years old", "no date".
    public let age: String
    public let offers: [String]
  }

  /// People whose best evidence is of one kind.
  public struct Group: Sendable {
    public let heading: String
    public let count: Int
    /// Those who are listed, in copies with names.
    public let people: [Colleague]
  }

  public let topic: Int32
  public let name: String
  /// The kind of evidence that counts most first; kinds that nobody has are not here.
  public let groups: [Group]
  public let isNamed: Bool

  public init(_ knowledge: Knowledge, _ topic: Int32, _ naming: Naming) {
    self.topic = topic
    name = knowledge.topics[topic].name
    isNamed = naming.showsAll
    let words = IntroductionWords(knowledge, naming)
    var byKind: [Evidence: [Colleague]] = [:]
    var counts: [Evidence: Int] = [:]
    for entry in knowledge.holders(of: topic) {
      let kind = Self.kind(entry.weight)
      guard isNamed else {
        counts[kind, default: 0] += 1
        continue
      }
      guard let name = naming.name(entry.person) else { continue }
      counts[kind, default: 0] += 1
      byKind[kind, default: []].append(
        Colleague(
          person: entry.person, name: name, role: words.role(entry.person),
          school: words.school(entry.person), level: (entry.weight.level ?? .confident).words,
          age: entry.weight.parts.first.map(WeightWords.age) ?? "no date",
          offers: entry.weight.offers.map(\.rawValue)))
    }
    groups = Evidence.allCases.compactMap { kind in
      counts[kind].map { count in
        Group(
          heading: Self.heading(kind), count: count,
          people: (byKind[kind] ?? []).sorted { ($0.name, $0.person) < ($1.name, $1.person) })
      }
    }
  }

  /// The kind of evidence that counts most.
  static func kind(_ weight: SkillWeight) -> Evidence {
    weight.isClaimed ? .own : weight.parts.first?.skill.evidence ?? .own
  }

  static func heading(_ kind: Evidence) -> String {
    switch kind {
    case .qualification: "Qualification"
    case .role: "Part of the role"
    case .project: "From a project"
    case .peer: "Named by a colleague"
    case .own: "Own account; no other evidence"
    }
  }

  /// How many people there are.
  public var count: Int { groups.reduce(0) { $0 + $1.count } }

  /// The finding: "19 people can be asked about Phonics".
  public var heading: String {
    switch count {
    case 0: "Nobody is listed for \(name)"
    case 1 where !isNamed: "One person knows \(name)"
    case _ where !isNamed: "\(counted(count)) people know \(name)"
    case 1: "One person can be asked about \(name)"
    default: "\(counted(count)) people can be asked about \(name)"
    }
  }

  /// One row a person; in a copy without names, a kind of evidence.
  public var table: Table {
    guard isNamed else {
      return Table(
        [.text("evidence", "Evidence"), .number("people", "People")],
        rows: groups.map { [.text($0.heading), .count($0.count)] })
    }
    var table = Table(
      [
        .text("name", "Name"), .text("role", "Role"),
        .text("school", "School"), .text("level", "How far"), .text("evidence", "Evidence"),
        .text("age", "How old"), .text("offers", "Offers"),
      ],
      rows: groups.flatMap { group in
        group.people.map { person in
          [
            .text(person.name), .text(person.role ?? ""), .text(person.school ?? ""),
            .text(person.level), .text(group.heading), .text(person.age),
            .text(person.offers.joined(separator: "; ")),
          ]
        }
      })
    if table.rows.allSatisfy({ $0[2] == .text("") }) { table.dropColumn("school") }
    return table
  }
}

/// One colleague who may be named: what they can help with, and where somebody could introduce them.
///
/// No figure of theirs.
public struct ColleaguePage: Sendable {
  public struct Help: Sendable {
    public let topic: Int32
    public let name: String
    public let level: String
    public let basis: String
    public let offers: [String]
  }

  public let person: Int32
  public let name: String
  public let role: String?
  public let school: String?
  /// In order of name.
  public let helps: [Help]
  /// The topic that they know best, and those that they have begun to learn; in order of name.
  public let strongest: String?
  public let learns: [String]
  public let seeks: [String]
  /// The schools in which somebody works with the person, and could introduce; in order of name.
  public let schools: [String]

  /// `nil` for whoever is not to be named.
  public init?(
    _ knowledge: Knowledge, _ introductions: Introductions, _ person: Int32, _ naming: Naming
  ) {
    guard naming.showsAll, let name = naming.name(person), knowledge.isPresent(person) else {
      return nil
    }
    let words = IntroductionWords(knowledge, naming)
    self.person = person
    self.name = name
    role = words.role(person)
    school = words.school(person)
    let own = knowledge.entries(of: person)
    let held = own.filter(\.weight.isHeld)
    strongest = held.max { ($0.weight.value, $1.topic) < ($1.weight.value, $0.topic) }
      .map { knowledge.topics[$0.topic].name }
    learns = own.filter { !$0.weight.isHeld }.map { knowledge.topics[$0.topic].name }.sorted()
    helps = held.map { entry in
      Help(
        topic: entry.topic, name: knowledge.topics[entry.topic].name,
        level: (entry.weight.level ?? .confident).words,
        basis: TopicPeople.heading(TopicPeople.kind(entry.weight)) + ", "
          + (entry.weight.parts.first.map(WeightWords.age) ?? "no date"),
        offers: entry.weight.offers.map(\.rawValue))
    }.sorted { ($0.name, $0.topic) < ($1.name, $1.topic) }
    seeks = knowledge.wishes.filter { $0.person == person }.map { knowledge.topics[$0.topic].name }
      .sorted()
    let home = words.school(person)
    schools = Set(introductions.links(of: person).compactMap { words.school($0.to) })
      .subtracting([home].compactMap { $0 }).sorted()
  }

  /// What they can help with.
  public var table: Table {
    Table(
      [
        .text("topic", "Topic"), .text("level", "How far"), .text("basis", "How we know"),
        .text("offers", "Offers"),
      ],
      rows: helps.map {
        [
          .text($0.name), .text(capitalised($0.level)), .text($0.basis),
          .text(capitalised($0.offers.joined(separator: "; "))),
        ]
      })
  }
}
