public import GraphEngine

/// Small published networks, typed in as they are printed or as networkx carries them.
public struct Classic: Sendable {
  public let nodeCount: Int
  public let edges: [(Int32, Int32)]
  public var weights: [Double] = []
  public var isDirected = false
  /// The group of each node, where the source has groups.
  public var groups: [Int32] = []
  public var groupNames: [String] = []

  public var graph: CompactGraph {
    CompactGraph(
      nodeCount: nodeCount, from: edges.map(\.0), to: edges.map(\.1), weights: weights,
      isDirected: isDirected)
  }

  /// The same ties, each counting once.
  public var unweighted: CompactGraph {
    CompactGraph(
      nodeCount: nodeCount, from: edges.map(\.0), to: edges.map(\.1), isDirected: isDirected)
  }

  public var partition: Partition { Partition(groupOf: groups, names: groupNames) }

  /// Krackhardt (1990), *Assessing the political landscape*: the kite.
  public static let kite = Classic(
    nodeCount: 10,
    edges: [
      (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5),
      (3, 6), (4, 6), (5, 6), (5, 7), (6, 7), (7, 8), (8, 9),
    ])

  /// Zachary (1977), with the weights and clubs that networkx carries (17 and 17 members).
  public static let karate: Classic = {
    let ties: [(Int32, Int32, Double)] = [
      (0, 1, 4), (0, 2, 5), (0, 3, 3), (0, 4, 3), (0, 5, 3), (0, 6, 3), (0, 7, 2), (0, 8, 2),
      (0, 10, 2), (0, 11, 3), (0, 12, 1), (0, 13, 3), (0, 17, 2), (0, 19, 2), (0, 21, 2),
      (0, 31, 2), (1, 2, 6), (1, 3, 3), (1, 7, 4), (1, 13, 5), (1, 17, 1), (1, 19, 2), (1, 21, 2),
      (1, 30, 2), (2, 3, 3), (2, 7, 4), (2, 8, 5), (2, 9, 1), (2, 13, 3), (2, 27, 2), (2, 28, 2),
      (2, 32, 2), (3, 7, 3), (3, 12, 3), (3, 13, 3), (4, 6, 2), (4, 10, 3), (5, 6, 5), (5, 10, 3),
      (5, 16, 3), (6, 16, 3), (8, 30, 3), (8, 32, 3), (8, 33, 4), (9, 33, 2), (13, 33, 3),
      (14, 32, 3), (14, 33, 2), (15, 32, 3), (15, 33, 4), (18, 32, 1), (18, 33, 2), (19, 33, 1),
      (20, 32, 3), (20, 33, 1), (22, 32, 2), (22, 33, 3), (23, 25, 5), (23, 27, 4), (23, 29, 3),
      (23, 32, 5), (23, 33, 4), (24, 25, 2), (24, 27, 3), (24, 31, 2), (25, 31, 7), (26, 29, 4),
      (26, 33, 2), (27, 33, 4), (28, 31, 2), (28, 33, 2), (29, 32, 4), (29, 33, 2), (30, 32, 3),
      (30, 33, 3), (31, 32, 4), (31, 33, 4), (32, 33, 5),
    ]
    return Classic(
      nodeCount: 34, edges: ties.map { ($0.0, $0.1) }, weights: ties.map(\.2),
      groups: [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1,
      ], groupNames: ["Mr. Hi", "Officer"])
  }()

  /// Padgett & Ansell (1993): marriages among Florentine families, without the isolate Pucci.
  public static let florentine = Classic(
    nodeCount: 15,
    edges: [
      (0, 1), (1, 5), (1, 6), (1, 7), (1, 8), (1, 9), (2, 3), (2, 4), (2, 5), (3, 4), (3, 11),
      (4, 6), (4, 11), (6, 7), (7, 12), (8, 13), (8, 12), (9, 10), (11, 12), (12, 14),
    ])
  public static let florentineNames = [
    "Acciaiuoli", "Medici", "Castellani", "Peruzzi", "Strozzi", "Barbadori", "Ridolfi",
    "Tornabuoni", "Albizzi", "Salviati", "Pazzi", "Bischeri", "Guadagni", "Ginori", "Lamberteschi",
  ]

  /// White's kinship roles, as in Freeman (1978): five of women (0-4: M S BW SD BD), five of men (5-9: F B SH BS SS).
  public static let whiteKinship = Classic(
    nodeCount: 10,
    edges: [
      (0, 1), (0, 3), (0, 4), (0, 5), (0, 6), (0, 8), (0, 9), (1, 3), (1, 4), (1, 5), (1, 9),
      (2, 4), (3, 5), (4, 5), (4, 6), (5, 6), (5, 8), (5, 9), (6, 8), (6, 9), (7, 8), (7, 9),
    ], groups: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1], groupNames: ["F", "M"])

  /// Borgatti (1997), *Structural holes: unpacking Burt's redundancy measures*: A to G are 0 to 6.
  public static let borgatti = Classic(
    nodeCount: 7,
    edges: [(0, 1), (0, 5), (0, 6), (0, 4), (4, 6), (5, 6), (1, 6), (1, 3), (3, 6), (6, 2)])

  /// Three people, four arcs: 0 asks 1 and 2, 1 asks 0, 2 asks 1.
  public static let smallDirected = Classic(
    nodeCount: 3, edges: [(0, 1), (0, 2), (1, 0), (2, 1)], isDirected: true)
}
