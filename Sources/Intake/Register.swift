import Networks

/// Schools, teams or partners by id and by name, as they are described and as other files name them.
struct Register<Entry: Sendable>: Sendable {
  private(set) var entries: [Entry] = []
  /// Names and longer ids of those that a file describes; `nil` where there is no such file.
  private var described: (names: Vocabulary, ids: Vocabulary)?
  private var byId: [String: Int32] = [:]
  /// Places by folded name.
  private var byName: [String: [Int32]] = [:]
  private var made: Set<String> = []
  private let idOf: @Sendable (Entry) -> String
  private let nameOf: @Sendable (Entry) -> String

  init(
    id: @escaping @Sendable (Entry) -> String, name: @escaping @Sendable (Entry) -> String
  ) {
    idOf = id
    nameOf = name
  }

  /// What a cell that names an entry stands for.
  enum Match: Equatable {
    case id(Int32)
    case name(Int32)
    /// Nothing, but something near: its id or name.
    case near(String)
    case nothing
  }

  /// Whether a file describes them, rather than other files' cells alone.
  var isDescribed: Bool { described != nil }

  /// Takes in what a file describes; gives the place of each.
  mutating func describe(_ entries: [Entry]) -> [Int32] {
    described = (
      Vocabulary(entries.map(nameOf)), Vocabulary(entries.map(idOf).filter { $0.count > 3 })
    )
    return entries.map { add($0) }
  }

  private mutating func add(_ entry: Entry) -> Int32 {
    let place = Int32(entries.count)
    entries.append(entry)
    byId[idOf(entry)] = place
    byName[folded(nameOf(entry)), default: []].append(place)
    return place
  }

  /// Adds an entry that a cell names and no file describes.
  mutating func make(_ entry: Entry) -> Int32 {
    made.insert(idOf(entry))
    return add(entry)
  }

  /// How many entries were made from names.
  var madeCount: Int { made.count }

  func place(ofId id: String) -> Int32? { byId[id] }

  /// Every entry with a name, in the order they were added.
  func places(named text: String) -> [Int32] { byName[folded(text)] ?? [] }

  func match(_ text: String) -> Match {
    if let place = byId[text] { return .id(place) }
    let named = places(named: text)
    if named.count == 1 { return .name(named[0]) }
    guard let described else { return .nothing }
    return (described.names.nearest(to: text) ?? described.ids.nearest(to: text))
      .map(Match.near) ?? .nothing
  }

  /// The entries in ascending order of id, and the new place of each.
  func sorted() -> (entries: [Entry], place: [Int32]) {
    let order = entries.indices.sorted { idOf(entries[$0]) < idOf(entries[$1]) }
    var place = [Int32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = Int32(new) }
    return (order.map { entries[$0] }, place)
  }
}
