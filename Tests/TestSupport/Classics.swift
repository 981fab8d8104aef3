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

  /// Borgatti (1997), *Structural holes: unpacking Burt's redundancy measures*: A to G are 0 to 6; strengths as in networkx.
  public static let borgatti = Classic(
    nodeCount: 7,
    edges: [(0, 1), (0, 5), (0, 6), (0, 4), (4, 6), (5, 6), (1, 6), (1, 3), (3, 6), (6, 2)],
    weights: [2, 3, 5, 2, 8, 3, 4, 1, 3, 10])

  /// Three people, four arcs: 0 asks 1 and 2, 1 asks 0, 2 asks 1.
  public static let smallDirected = Classic(
    nodeCount: 3, edges: [(0, 1), (0, 2), (1, 0), (2, 1)], isDirected: true)

  /// A class of 26 nine-year-olds and with whom they like to play: 88 choices, one pupil without any.
  ///
  /// As the R package netseg carries it.
  public static let classroom = Classic(
    nodeCount: 26,
    edges: [
      (0, 5), (0, 16), (0, 23), (1, 2), (1, 13), (1, 18), (1, 25), (2, 1), (2, 18), (2, 25), (3, 4),
      (3, 6), (3, 24), (4, 3), (4, 6), (4, 25), (5, 13), (5, 15), (5, 16), (5, 19), (5, 23), (6, 1),
      (6, 2), (6, 3), (6, 18), (6, 25), (8, 1), (8, 2), (8, 15), (8, 16), (8, 18), (8, 25), (9, 2),
      (9, 25), (10, 16), (11, 1), (11, 10), (11, 13), (12, 5), (12, 13), (13, 1), (13, 5), (13, 12),
      (13, 16), (14, 5), (14, 13), (15, 5), (15, 13), (15, 14), (15, 16), (15, 17), (16, 5),
      (16, 13), (16, 14), (16, 15), (16, 17), (17, 5), (17, 12), (17, 15), (17, 16), (17, 23),
      (18, 2), (18, 25), (19, 0), (19, 5), (19, 13), (19, 16), (20, 1), (20, 13), (20, 21),
      (20, 22), (21, 8), (21, 20), (21, 22), (21, 24), (22, 16), (22, 20), (22, 21), (23, 0),
      (23, 5), (23, 16), (24, 2), (24, 8), (24, 18), (24, 25), (25, 1), (25, 2), (25, 18),
    ], isDirected: true,
    groups: [
      0, 1, 1, 1, 1, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 0, 1, 1,
    ], groupNames: ["Boy", "Girl"])

  /// Echenique & Fryer (2007), figure III: streets A to E (rows of six houses), neighbours tied; B1 is 6, E6 is 29.
  public static let echeniqueFryer: Classic = {
    var edges: [(Int32, Int32)] = []
    for house in 0..<Int32(30) {
      if house % 6 < 5 { edges.append((house, house + 1)) }
      if house < 24 { edges.append((house, house + 6)) }
    }
    let first: Set = [6, 7, 10, 12, 13, 16, 18, 19, 20, 21]
    return Classic(
      nodeCount: 30, edges: edges, groups: (0..<30).map { first.contains($0) ? 0 : 1 },
      groupNames: ["1", "2"])
  }()

  /// Gould & Fernandez's roles in seven arcs among six people, two in each of three groups.
  public static let brokers = Classic(
    nodeCount: 6, edges: [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (1, 3), (5, 0)],
    isDirected: true, groups: [0, 0, 1, 1, 2, 2], groupNames: ["a", "b", "c"])

  /// Six in a ring of arcs, three colours in consecutive pairs.
  public static let ring = Classic(
    nodeCount: 6, edges: (0..<6).map { ($0, ($0 + 1) % 6) }, isDirected: true,
    groups: [0, 0, 1, 1, 2, 2], groupNames: ["amber", "blue", "cyan"])

  /// Newman (2003), table I: partnerships in the Catania study, 1,958 in all, by women's (row) and men's group.
  ///
  /// The table says nothing of people: thirty in each group are enough to hold its cells.
  public static let catania = Classic(
    cells: [[506, 32, 69, 26], [23, 308, 114, 38], [26, 46, 599, 68], [10, 14, 47, 32]],
    sizes: [30, 30, 30, 30], names: ["black", "hispanic", "white", "other"])

  /// Coleman (1958): 60 boys and 40 girls, each choosing one friend.
  public static let coleman = Classic(
    cells: [[45, 15], [20, 20]], sizes: [60, 40], names: ["boys", "girls"])

  /// Davis, Gardner & Gardner (1941), *Deep South*: which of 18 women came to each of 14 events (0 Evelyn, 1 Laura, ...).
  public static let southernWomen: [[Int32]] = [
    [0, 1, 3], [0, 1, 2], [0, 1, 2, 3, 4, 5], [0, 2, 3, 4], [0, 1, 2, 3, 4, 5, 6, 8],
    [0, 1, 2, 3, 5, 6, 7, 13], [1, 2, 3, 4, 6, 8, 9, 12, 13, 14],
    [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15], [0, 2, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17],
    [10, 11, 12, 13, 14], [13, 14, 16, 17], [9, 10, 11, 12, 13, 14], [11, 12, 13], [11, 12, 13],
  ]

  /// Arcs that fill a table of arcs from group to group, one step round the groups after another.
  private init(cells: [[Int]], sizes: [Int], names: [String]) {
    var edges: [(Int32, Int32)] = []
    for (row, counts) in cells.enumerated() {
      for (column, count) in counts.enumerated() {
        let (firstRow, firstColumn) = (
          sizes[..<row].reduce(0, +), sizes[..<column].reduce(0, +)
        )
        for arc in 0..<count {
          let from = arc % sizes[row]
          let step = arc / sizes[row] + (row == column ? 1 : 0)
          edges.append(
            (Int32(firstRow + from), Int32(firstColumn + (from + step) % sizes[column])))
        }
      }
    }
    self.init(
      nodeCount: sizes.reduce(0, +), edges: edges, isDirected: true,
      groups: sizes.indices.flatMap { [Int32](repeating: Int32($0), count: sizes[$0]) },
      groupNames: names)
  }

  public init(
    nodeCount: Int, edges: [(Int32, Int32)], weights: [Double] = [], isDirected: Bool = false,
    groups: [Int32] = [], groupNames: [String] = []
  ) {
    self.nodeCount = nodeCount
    self.edges = edges
    self.weights = weights
    self.isDirected = isDirected
    self.groups = groups
    self.groupNames = groupNames
  }
}
