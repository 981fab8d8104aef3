/// The files of a trust with a network of a known shape.
struct MadeTrust: Sendable {
  private(set) var files: [String: String] = [:]
  /// The people and ties of a sample trust, in place of files.
  var sample: (Int, Int)?

  init(sample: (Int, Int)) { self.sample = sample }

  /// - Parameters:
  ///   - schools: how many schools the people are dealt to in turn.
  init(people: Int, schools: Int, ties: [(Int, Int)]) {
    files = [
      "people.csv": "id,name,school\n"
        + (0..<people).map { "P\(Self.padded($0)),Person \($0),S\($0 % schools)\n" }.joined(),
      "collaborations.csv": "from,to\n"
        + ties.map { "P\(Self.padded($0)),P\(Self.padded($1))\n" }.joined(),
      "schools.csv": "id,name\n" + (0..<schools).map { "S\($0),S\($0)\n" }.joined(),
    ]
  }

  private static func padded(_ number: Int) -> String {
    String(repeating: "0", count: 5 - "\(number)".count) + "\(number)"
  }

  static func star(_ people: Int, schools: Int) -> MadeTrust {
    MadeTrust(people: people, schools: schools, ties: (1..<people).map { (0, $0) })
  }

  /// Everybody tied to the next and the one after next.
  static func ring(_ people: Int, schools: Int) -> MadeTrust {
    MadeTrust(
      people: people, schools: schools,
      ties: (0..<people).flatMap { [($0, ($0 + 1) % people), ($0, ($0 + 2) % people)] })
  }

  /// Everybody tied to the next and to somebody far off.
  static func knit(_ people: Int, schools: Int) -> MadeTrust {
    MadeTrust(
      people: people, schools: schools,
      ties: (0..<people).flatMap { [($0, ($0 + 1) % people), ($0, ($0 * 37 + 11) % people)] }
        .filter { $0.0 != $0.1 })
  }

  static func path(_ people: Int) -> MadeTrust {
    MadeTrust(people: people, schools: 1, ties: (1..<people).map { ($0 - 1, $0) })
  }

  static func isolates(_ people: Int, schools: Int) -> MadeTrust {
    MadeTrust(people: people, schools: schools, ties: [(0, 1)])
  }

  /// All of a number of people, each standing for some in every school, tied to all.
  static func clique(_ size: Int, schools: Int = 1, each: Int = 1) -> MadeTrust {
    MadeTrust(
      people: size * each, schools: schools,
      ties: (0..<size).flatMap { a in
        (0..<a).flatMap { b in (0..<min(each, 5)).map { (a + $0 * size, b + $0 * size) } }
      })
  }

  /// Pieces that hang together, each with its people in as many schools of their own.
  static func components(_ pieces: Int, of size: Int, schools: Int = 0) -> MadeTrust {
    MadeTrust(
      people: pieces * size, schools: schools == 0 ? 1 : pieces * schools,
      ties: (0..<pieces).flatMap { piece in
        (0..<size).flatMap { a in
          (0..<a).map { b in
            schools == 0
              ? (piece * size + a, piece * size + b)
              : (
                piece * schools + a % schools + pieces * schools * (a / schools),
                piece * schools + b % schools + pieces * schools * (b / schools)
              )
          }
        }
      })
  }
}
