import GraphEngine
import Findings
import Measures
import Networks

/// The trails of ideas: where each began, who brought it in, and which schools took it up, a line for each idea that runs
/// from left to right.
public struct IdeaTrail: Sendable, Equatable {
  public var furniture: Furniture
  /// Ideas from the top, those taken up most widely first.
  public let rows: [Row]
  /// Those who took any of them up, the busiest first.
  public let columns: [Column]
  /// How many further places share the last column; 0 when it stands for itself.
  public let shared: Int
  let labels: GroupLabels

  public struct Row: Sendable, Equatable {
    public let id: String
    public let title: String
    public let origin: Station?
    public let carrier: Station?
    /// Whether somebody carried it from one side to another.
    public let isCarriedAcross: Bool
    /// What became of it in each column; `nil` where it never came.
    public let stops: [Stop?]
    public let adopted: Int
    public let trialled: Int
    public let dropped: Int
    /// Places that it reached and that are not shown.
    public let unshown: Int
    /// Whether the file has a place for who took it up.
    public let isTold: Bool
    /// Whether something is said of who took it up or tried it that could not be read.
    public var isUnread = false
    /// Whether where it began could not be read.
    public var hasUnreadOrigin = false

    /// What stands where no place has it.
    var nothing: String {
      unshown > 0
        ? "not shown"
        : isUnread ? "could not be read" : isTold ? "nobody on record" : "not recorded"
    }
    /// What became of it, where no place that is shown has it.
    var outcome: String {
      unshown > 0
        ? "what became of it is not shown"
        : isUnread
          ? "who took it up could not be read"
          : isTold ? "taken up by nobody on record" : "who took it up is not recorded"
    }
  }

  /// A place on the way, with a second line.
  public struct Station: Sendable, Equatable {
    public let title: String
    public let note: String
    /// What stands there.
    public let mark: Mark

    public enum Mark: Sendable, Equatable {
      case node(NodeClass)
      case person(isBridge: Bool)
    }
  }

  /// What became of an idea somewhere.
  public enum Stop: Int, Sendable, CaseIterable {
    case adopted, trialled, dropped

    var words: String {
      switch self {
      case .adopted: "taken up"
      case .trialled: "being tried"
      case .dropped: "tried or taken up, and dropped"
      }
    }
  }

  public struct Column: Sendable, Equatable {
    public let id: String
    public let title: String
    public let kind: NodeClass
  }

  /// The most ideas and places that a page takes.
  static func limits(_ paper: PaperSize) -> (ideas: Int, places: Int) {
    switch paper {
    case .a4, .wide: (20, 22)
    case .a4p: (40, 12)
    case .a3: (28, 28)
    case .slide: (13, 22)
    case .column: (10, 12)
    case .half, .inset: (6, 5)
    }
  }

  /// - Parameters:
  ///   - isNamed: whether groups of any size and single people may be told apart.
  ///   - name: what a person is called in this copy; `nil` for nobody, as for those never named.
  public init(
    _ facts: FigureFacts, isNamed: Bool = false, name: @escaping (Int32) -> String? = { _ in nil },
    number: Int? = nil, on paper: PaperSize = .a4
  ) {
    labels = facts.labels
    let book = facts.analysis.stories
    let bridges = facts.analysis.ideas
    let places = IdeaPlaces(facts, isNamed: isNamed, name: name)
    let limits = Self.limits(paper)
    let trails = book.trails.map { (trail: $0, stops: places.stops($0)) }
    func rank(_ place: Int) -> (Int, Int, Int, String) {
      let stops = trails[place].stops.values
      return (
        -stops.count { $0 == .adopted }, -stops.count { $0 == .trialled },
        stops.isEmpty ? 1 : 0, trails[place].trail.idea.title + trails[place].trail.idea.id
      )
    }
    let order = trails.indices.sorted { rank($0) < rank($1) }
    let shown = Array(order.prefix(limits.ideas))
    var uses: [IdeaPlaces.Place: (adopted: Int, all: Int)] = [:]
    for place in shown {
      for (key, stop) in trails[place].stops {
        uses[key, default: (0, 0)].adopted += stop == .adopted ? 1 : 0
        uses[key, default: (0, 0)].all += 1
      }
    }
    let ranked = uses.keys.sorted {
      let (a, b) = (uses[$0] ?? (0, 0), uses[$1] ?? (0, 0))
      return (b.adopted, b.all, $0) < (a.adopted, a.all, $1)
    }
    let own = ranked.count > limits.places ? Array(ranked.prefix(limits.places - 1)) : ranked
    shared = ranked.count - own.count
    columns =
      own.map(places.column)
      + (shared > 0
        ? [Column(id: "", title: "\(counted(shared)) further places", kind: .group)] : [])
    let rest = shared
    rows = shown.map { place in
      let (trail, stops) = trails[place]
      let further = Stop.allCases.first { stop in
        stops.contains { $0.value == stop && !own.contains($0.key) }
      }
      return Row(
        id: trail.idea.id, title: trail.idea.title, origin: places.origin(trail.idea),
        carrier: places.carrier(trail, bridges: bridges.bridges[place]),
        isCarriedAcross: trail.cameThroughBridge,
        stops: own.map { stops[$0] } + (rest > 0 ? [further] : []),
        adopted: stops.values.count { $0 == .adopted },
        trialled: stops.values.count { $0 == .trialled },
        dropped: stops.values.count { $0 == .dropped }, unshown: places.unshown(trail),
        isTold: book.tellsAdopters, isUnread: trail.hasUnreadStops,
        hasUnreadOrigin: trail.idea.unread.contains("origin"))
    }
    let schools = Set(book.trails.flatMap { $0.adopters.map(places.place) }.filter(\.isSchool))
    let outside = book.trails.count { $0.isAdopted && $0.isFromOutside }
    let small = places.small(book.trails.map(\.idea))
    let hidden = [
      order.count > shown.count
        ? "\(counted(order.count - shown.count, "idea")) that fewer took up" : nil,
      small > 0
        ? "\(counted(small, "place")) of fewer than \(facts.map.suppressed.minGroup) people\(facts.map.suppressed.isUnitBeside ? ", or beside one" : "")"
        : nil,
    ].compactMap { $0 }
    furniture = facts.furniture(
      form: "Trails of ideas", headline: Self.headline(book, bridges),
      subtitle:
        "Where ideas in \(facts.study.network.title) began, who brought them in, and where they were taken up\(facts.when)",
      basis:
        "\(counted(book.trails.count, "idea")) · \(book.tellsAdopters ? "\(counted(bridges.adopted)) taken up, \(book.tellsOrigins ? "\(counted(outside)) of them from outside the trust, " : "")by \(counted(schools.count)) of \(counted(facts.study.schools.count, "school"))" : "who took them up is not recorded") · "
        + "\(counted(facts.study.peopleCount, "person", "people"))",
      reading:
        "Each line is one idea, from where it began to the last place it reached. A bridge works or has a tie both where an idea began and "
        + "where it went; chance: if those who carried ideas had been drawn from all staff. Ideas that nobody wrote down are missing.",
      suppression: hidden.isEmpty ? "" : "Not shown: \(listed(hidden)).",
      description: Self.description(rows, columns), number: number)
  }

  private static func headline(_ book: StoryBook, _ bridges: IdeaBridges) -> String {
    let total = book.trails.count
    guard total > 0 else { return "No idea is recorded" }
    let stuck = book.trails.count {
      !$0.isAdopted && $0.triers.isEmpty && $0.idea.droppers.isEmpty && !$0.hasUnreadStops
    }
    guard book.tellsAdopters else {
      return
        "Who took up \(total == 1 ? "the one idea" : "the \(inWords(total)) ideas") is not recorded"
    }
    guard bridges.adopted > 0 || !book.trails.contains(where: \.hasUnreadStops) else {
      return
        "Who took up the ideas recorded could not be read of \(inWords(book.trails.count(where: \.hasUnreadStops)))"
    }
    guard bridges.adopted > 0 else {
      return total == 1
        ? "The one idea recorded has not been taken up yet"
        : "None of the \(inWords(total)) ideas recorded has been taken up yet"
    }
    guard book.tellsWays else {
      let taken =
        total == 1
        ? "The one idea recorded is"
        : "\(capitalised(inWords(bridges.adopted))) of \(inWords(total)) ideas \(bridges.adopted == 1 ? "is" : "are")"
      return "\(taken) taken up; by what way is not recorded"
    }
    guard bridges.untold.isEmpty else {
      guard bridges.adopted > 1 else {
        return "Whether the one idea taken up came through a bridge cannot be told"
      }
      return
        "\(bridges.seen == 0 ? "None" : capitalised(inWords(bridges.seen))) of the \(inWords(bridges.adopted)) ideas taken up \(bridges.seen < 2 ? "is" : "are") known to have come through a bridge; of \(inWords(bridges.untold.count)) it cannot be told"
    }
    let taken =
      bridges.adopted == 1
      ? (bridges.seen == 1 ? "The one idea taken up came" : "The one idea taken up did not come")
      : bridges.seen == 0
        ? "\(bridges.adopted == 2 ? "Neither" : "None") of the \(inWords(bridges.adopted)) ideas taken up came"
        : bridges.seen == bridges.adopted
          ? "\(bridges.adopted == 2 ? "Both" : "All \(inWords(bridges.adopted))") ideas taken up came"
          : "\(capitalised(inWords(bridges.seen))) of \(inWords(bridges.adopted)) ideas taken up came"
    var sentence = taken + " through a bridge"
    if let expected = bridges.expected, let p = bridges.p, bridges.carried > 2, bridges.seen > 0 {
      sentence +=
        p < 0.05
        ? ", where chance would give \(about(expected))"
        : ", no more than chance would give"
    }
    if stuck > 0 {
      sentence += "; \(inWords(stuck)) \(stuck == 1 ? "has" : "have") gone nowhere on record"
    }
    return sentence
  }

  /// A number that is none exactly, in words.
  private static func about(_ value: Double) -> String {
    let whole = Int(value.rounded())
    return whole == 0 ? "hardly one" : "about \(inWords(whole))"
  }

  private static func description(_ rows: [Row], _ columns: [Column]) -> String {
    guard !rows.isEmpty else {
      return
        "There is no trail to follow from where one began to where it went."
    }
    return rows.map { row in
      var parts = [
        "from \(row.origin?.title ?? (row.hasUnreadOrigin ? "where could not be read" : "where is not recorded"))"
      ]
      if let carrier = row.carrier { parts.append("through \(carrier.title)") }
      for stop in Stop.allCases {
        let there = zip(columns, row.stops).filter { $0.1 == stop }.map(\.0.title)
        if !there.isEmpty { parts.append("\(stop.words) by \(listed(there))") }
      }
      if row.adopted + row.trialled + row.dropped == 0 { parts.append(row.outcome) }
      return "\(row.title): \(parts.joined(separator: ", "))."
    }.joined(separator: " ")
  }
}

extension StoryBook.Trail {
  /// Whether something is said of who took it up, tries it or let it go that could not be read.
  fileprivate var hasUnreadStops: Bool {
    !idea.unread.isDisjoint(with: ["adopted_by", "trialled_by", "dropped_by"])
  }
}
