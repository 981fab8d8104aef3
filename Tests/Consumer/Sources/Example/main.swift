import GraphEngine
import Measures
import Networks

// Krackhardt's kite (1990): who has most ties, and who stands between the others?
let ends: [(Int32, Int32)] = [
  (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5), (3, 6),
  (4, 6), (5, 6), (5, 7), (6, 7), (7, 8), (8, 9),
]
let kite = CompactGraph(
  nodeCount: 10, from: ends.map(\.0), to: ends.map(\.1), isDirected: false)
let between = kite.betweenness()
let busiest = (0..<kite.nodeCount).max { kite.degree($0) < kite.degree($1) } ?? 0
let broker = between.indices.max { between[$0] < between[$1] } ?? 0
print(
  "Most ties: \(busiest), \(kite.degree(busiest)). Most often between: \(broker), \(between[broker])."
)

// Two schools of three, who work inside but for one tie: how inward is that, beside chance?
let trust = Network(
  title: "A small trust",
  people: People(
    ids: ["a", "b", "c", "d", "e", "f"], names: ["Ann", "Bo", "Cy", "Di", "Ed", "Flo"],
    school: [0, 0, 0, 1, 1, 1], isHidden: Array(repeating: false, count: 6),
    response: Array(repeating: .unknown, count: 6), started: Array(repeating: nil, count: 6),
    ended: Array(repeating: nil, count: 6)),
  schools: [School(id: "N", name: "North"), School(id: "S", name: "South")],
  ties: Ties(from: [0, 0, 1, 3, 3, 4, 2], to: [1, 2, 2, 4, 5, 5, 3]))
let study = Study(trust, by: .school)
let finding = ExternalInternalIndex(weighted: false).finding(in: study)
if let index = finding[.network], let value = index.value, let expected = index.expected {
  print("E-I index: \(fixed(value, places: 3)), by chance \(fixed(expected, places: 3)).")
}
