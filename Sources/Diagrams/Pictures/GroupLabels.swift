import GraphEngine
import Measures
import Networks

/// Labels that fit and that tell a group from every other of the trust, drawn or not.
struct GroupLabels: Sendable, Equatable {
  /// The words of every group's name, of which a label may name one alone.
  private let all: [[String]]

  init(_ names: [String]) {
    all = Set(names).sorted().map { Self.folded(Self.words(ShortNames.brief($0))) }
  }

  /// How much of a name is wanted where all of it has room.
  enum Wish: Sendable {
    /// The name itself.
    case whole
    /// Without what the shape of a school tells, "Primary School" and the like.
    case short
    /// The first words that tell which it is.
    case head
  }

  /// What a label has room for: so many points in one line, or in several.
  struct Room {
    var width: Double
    var size: Double
    var weight = TypeWeight.bold
    var lines = 1
    /// Whether a label loses its middle rather than run on a little.
    var isStrict = false

    func width(of label: String) -> Double { TextRuler.width(label, size, weight) }

    func takes(_ label: String) -> Bool {
      guard lines > 1 else { return TextRuler.width(label, size, weight) <= width }
      return TextRuler.wrap(label, size, weight, room: width).count <= lines
        && label.split(separator: " ").allSatisfy {
          TextRuler.width(String($0), size, weight) <= width
        }
    }
  }

  /// The label of each name, in order: as much as has room, and never less than tells it from every other, whatever the room.
  func fitting(
    _ names: [(name: String, kind: NodeClass)], _ room: Room, _ wish: Wish
  ) -> [String] {
    let short = ShortNames.all(names)
    let drawn = GroupLabels(names.map(\.name)).all
    let all = self.all + drawn.filter { !self.all.contains($0) }
    return zip(names, short).map { name, short in
      let tries = Self.tries(name.name, short, name.kind, wish, all)
      if let label = tries.first(where: room.takes) { return label }
      let shortest = tries.min { room.width(of: $0) < room.width(of: $1) } ?? name.name
      // What has no room at all loses its middle.
      let isCut =
        room.width(of: shortest) > (room.isStrict ? room.width : max(room.width * 1.6, 150))
      return isCut ? Self.cut(shortest, room) : shortest
    }
  }

  /// A text without its middle.
  private static func cut(_ text: String, _ room: Room) -> String {
    var count = text.count / 2
    while count > 1, room.width(of: text.prefix(count) + "…" + text.suffix(count)) > room.width {
      count -= 1
    }
    return text.prefix(count) + "…" + text.suffix(count)
  }

  /// What a name may be called, the most wanted first: each tells it from every other.
  private static func tries(
    _ name: String, _ short: String, _ kind: NodeClass, _ wish: Wish, _ all: [[String]]
  ) -> [String] {
    let words = Self.words(ShortNames.brief(name))
    let own = folded(words)
    let others = all.filter { $0 != own }
    let counts = (1...max(1, words.count)).reversed()
    let heads = counts.map { Array(words.prefix($0)) }
    let wholes = [words, Self.words(short)]
    // What many are called is dropped before what tells them apart.
    let bare = Self.plain(words)
    let ends = counts.filter { $0 < 24 }.flatMap { count in
      (1...max(1, count)).reversed().compactMap { head -> [String]? in
        guard count > head, count < words.count else { return nil }
        let joint = words[head - 1].hasSuffix(",") ? [] : ["…"]
        return words.prefix(head) + joint + words.suffix(count - head)
      }
    }
    let isSchool = kind != .central && kind != .group
    var order: [[String]] =
      switch wish {
      case .whole: wholes
      case .short: Array(wholes.dropFirst())
      case .head: isSchool ? heads.reversed() + wholes.dropFirst() : Array(wholes.dropFirst())
      }
    order += [bare] + heads + tails(words) + ends
    let told = order.compactMap { words -> String? in
      let words = Self.trimmed(words)
      guard let label = Self.label(words), says(words) else { return nil }
      let key = Self.folded(words)
      return key == own || !others.contains(where: { isWithin(key, $0) }) ? label : nil
    }
    return (wish == .whole ? [name] : []) + (told.isEmpty ? [name] : told)
  }

  /// What stands after the last comma, behind the first words: "Sacred Heart, Lower Brinton".
  private static func tails(_ words: [String]) -> [[String]] {
    guard let comma = words.lastIndex(where: { $0.hasSuffix(",") }), comma > 0 else { return [] }
    let tail = words[(comma + 1)...]
    return (1...comma).reversed().map { count in
      var head = trimmed(Array(words.prefix(count)))
      if let last = head.popLast() { head.append(last.hasSuffix(",") ? last : last + ",") }
      return head + tail
    }
  }

  /// Without what many schools are called.
  private static func plain(_ words: [String]) -> [String] {
    var kept: [String] = []
    for word in words {
      if !stems.contains(folded(word)) {
        kept.append(word)
      } else if word.hasSuffix(","), let last = kept.popLast() {
        kept.append(last.hasSuffix(",") ? last : last + ",")
      }
    }
    return kept
  }

  /// Words that many schools have in their names.
  private static let stems: Set<String> = [
    "academy", "aided", "catholic", "cofe", "college", "community", "controlled", "primary", "rc",
    "school", "trust", "voluntary",
  ]

  /// Words that say nothing of a school by themselves.
  private static let bare: Set<String> = [
    "the", "sir", "dame", "lady", "lord", "king", "queen", "prince", "princess", "our", "all",
    "saint", "ss", "holy", "sacred", "blessed", "church", "royal", "new", "old", "north", "south",
    "east", "west", "upper", "lower", "great", "little", "bishop", "archbishop", "christ",
    "corpus", "english", "university", "good", "immaculate",
  ]

  /// Words that a label does not end with.
  private static let joints: Set<String> = [
    "a", "and", "at", "by", "for", "in", "of", "on", "saint", "the", "with", "&",
  ]

  private static func words(_ name: String) -> [String] {
    name.split(separator: " ").map(String.init)
  }

  private static func folded(_ word: String) -> String {
    let plain = Networks.folded(word).filter { $0.isLetter || $0.isNumber }
    return plain == "st" ? "saint" : plain
  }

  private static func folded(_ words: [String]) -> [String] {
    words.map { folded($0) }.filter { !$0.isEmpty }
  }

  /// Without what a label cannot end in.
  private static func trimmed(_ words: [String]) -> [String] {
    var words = words
    while words.count > 1, let last = words.last, joints.contains(folded(last)) || last == "…" {
      words.removeLast()
    }
    return words
  }

  /// Whether the words say which school it is, and not only that it is somebody's.
  private static func says(_ words: [String]) -> Bool {
    let head = words.prefix { $0 != "…" }
    return head.contains { !bare.contains(folded($0)) && $0.count > 2 } || head.count > 2
  }

  private static func label(_ words: [String]) -> String? {
    guard var last = words.last else { return nil }
    while let sign = last.last, ",;–-".contains(sign), last.count > 1 { last.removeLast() }
    return (words.dropLast() + [last]).joined(separator: " ")
  }

  /// Whether some words stand in a name, in their order.
  private static func isWithin(_ words: [String], _ name: [String]) -> Bool {
    var rest = words[...]
    for word in name where word == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}

extension FigureFacts {
  /// Labels that tell every group of the trust from the others.
  var labels: GroupLabels { GroupLabels(study.grouping?.partition.names ?? []) }

  /// The class of a group of this boundary.
  func kind(_ id: String) -> NodeClass {
    guard boundary == .school else { return .group }
    return NodeClass(phase: study.network.schools.first { $0.id == id }?.phase)
  }
}
