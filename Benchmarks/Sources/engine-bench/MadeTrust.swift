import Foundation
import GraphEngine

/// A made-up trust of any size, for timing: the same for the same seed.
///
/// Schools of about 70 staff in teams of about 7; how active somebody is has a long tail; half of all ties stay in the
/// team, a third in the school, and a few very active people hold most of those that lead further.
struct MadeTrust {
  let people: Int
  let ties: Int
  let seed: UInt64

  func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var draws = SeededGenerator(seed: seed)
    let schoolOf = (0..<people).map { $0 / 70 }
    let teamOf = (0..<people).map { $0 / 7 }
    let schools = (schoolOf.last ?? 0) + 1
    let partners = max(5, people / 50)
    try save(
      "schools", "id,name,phase,region",
      (0..<schools).map { "s\($0),School \($0),primary,Region \($0 % 9)" }, folder)
    try save(
      "teams", "id,name,school_id,kind",
      (0...(teamOf.last ?? 0)).map { "t\($0),Team \($0),s\($0 / 10),english" }, folder)
    try save(
      "people", "id,name,school_id,team_id,role,expertise",
      (0..<people).map { "p\($0),Person \($0),s\(schoolOf[$0]),t\(teamOf[$0]),teacher,literacy" },
      folder)
    try save(
      "partners", "id,name,sector,type",
      (0..<partners).map { "x\($0),Partner \($0),health,charity" }, folder)

    var reach: [Double] = [0]
    for _ in 0..<people {
      // A long tail: most do little, one in a hundred fifty times as much.
      reach.append(reach[reach.count - 1] + min(50, 0.2 / (1 - draws.unit())))
    }
    func pick(_ range: Range<Int>, _ draws: inout SeededGenerator) -> Int {
      let wanted =
        reach[range.lowerBound] + draws.unit() * (reach[range.upperBound] - reach[range.lowerBound])
      var (low, high) = (range.lowerBound, range.upperBound - 1)
      while low < high {
        let middle = (low + high) / 2
        if reach[middle + 1] < wanted { low = middle + 1 } else { high = middle }
      }
      return low
    }
    var known: Set<Int> = []
    var rows: [String] = []
    rows.reserveCapacity(ties)
    while rows.count < ties {
      let a = pick(0..<people, &draws)
      let kind = draws.unit()
      if kind > 0.97 {
        let partner = draws.below(partners)
        guard known.insert(-1 - a * partners - partner).inserted else { continue }
        rows.append(
          "p\(a),x\(partner),project,\(1 + draws.below(5)),weekly,2024-09-01,,curriculum")
        continue
      }
      let block = kind < 0.5 ? 7 : kind < 0.85 ? 70 : people
      let first = a / block * block
      let b = pick(first..<min(first + block, people), &draws)
      guard a != b, known.insert(min(a, b) * people + max(a, b)).inserted else { continue }
      rows.append("p\(a),p\(b),advice,\(1 + draws.below(5)),weekly,2024-09-01,,assessment")
    }
    try save(
      "collaborations", "from_id,to_id,kind,strength,frequency,started,ended,purpose", rows, folder)
  }

  private func save(_ name: String, _ header: String, _ rows: [String], _ folder: String) throws {
    let text = ([header] + rows).joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name).csv"))
  }
}
