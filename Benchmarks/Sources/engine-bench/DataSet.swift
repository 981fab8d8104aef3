import Foundation
import GraphEngine
import Intake
import Networks

/// A folder of CSV files as a graph of people and partners, numbered in the order of the files.
struct DataSet: Sendable {
  /// How much of it a task looks at.
  enum Needs { case ties, order }

  let graph: CompactGraph
  let peopleCount: Int
  /// The school of each person, and one further group for all partners.
  let schools: Partition

  init(_ folder: String, _ needs: Needs) throws {
    // The network is let go before the graph is made.
    let read = try Self.read(folder, needs)
    graph = CompactGraph(
      nodeCount: read.schools.groupOf.count, from: read.from, to: read.to, weights: read.strength,
      isDirected: false)
    (peopleCount, schools) = (read.peopleCount, read.schools)
  }

  private struct Read {
    let from: [Int32]
    let to: [Int32]
    let strength: [Double]
    let peopleCount: Int
    let schools: Partition
  }

  private static func read(_ folder: String, _ needs: Needs) throws -> Read {
    var options = IntakeOptions()
    options.today = nil
    let (network, _) = try readNetwork(folder: folder, options: options)
    let peopleCount = network.people.count
    let partners = network.partners.count
    // Members are in order of id; peers number them in the order of the files.
    var place = [Int32](repeating: 0, count: network.memberCount)
    if needs == .order {
      for (file, kind) in [("people", MemberKind.person), ("partners", .partner)] {
        let ids = kind == .person ? network.people.ids : network.partners.map(\.id)
        let rank = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        let offset = kind == .person ? 0 : network.people.count
        for (row, id) in try Self.ids("\(folder)/\(file).csv").enumerated() {
          guard let member = rank[id] else { throw Trouble("\(id) in \(file).csv was not read") }
          place[network.first(of: kind) + member] = Int32(offset + row)
        }
      }
    } else {
      for person in 0..<peopleCount { place[person] = Int32(person) }
      for partner in 0..<partners {
        place[network.first(of: .partner) + partner] = Int32(peopleCount + partner)
      }
    }
    var groupOf = [Int32](
      repeating: Int32(network.schools.count), count: peopleCount + partners)
    for person in 0..<peopleCount { groupOf[Int(place[person])] = network.people.school[person] }
    return Read(
      from: network.ties.from.map { place[Int($0)] }, to: network.ties.to.map { place[Int($0)] },
      strength: network.ties.strength, peopleCount: peopleCount,
      schools: Partition(groupOf: groupOf, names: network.schools.map(\.name) + ["Partners"]))
  }

  /// The first cell of each row.
  private static func ids(_ path: String) throws -> [String] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.utf8.split(separator: 10).dropFirst().map {
      String(decoding: $0.prefix { $0 != 44 }, as: UTF8.self)
    }
  }

  /// The nodes that every peer starts from in the tasks of 2,000 sources.
  var sources: [Int32] { Array(PeerDraws(seed: 7).permutation(graph.nodeCount).prefix(2_000)) }
}
