import GraphEngine
import Networks

/// How far people are from each other, and how that was found.
enum Distances {
  /// The most steps, people times ends of ties, for which every distance is found: about 140,000 people with 20 ties each.
  static let foundSteps = 4e11
  /// How many people of each large part distances are found to in larger networks.
  static let ends = 2_048

  static func census(_ graph: CompactGraph, seed: UInt64) -> DistanceCensus {
    Double(graph.nodeCount) * Double(graph.targets.count) > foundSteps
      ? graph.sampledDistanceCensus(ends: ends, seed: seed) : graph.distanceCensus()
  }
}

extension DistanceCensus {
  /// What a reader must know of estimated distances; `nil` where every distance was found.
  var note: String? {
    sample.map {
      "estimated from those to \(counted($0.ends)) people drawn at random; "
        + "somebody's mean distance is off by about \(fixed($0.standardError, places: 3)) of a step"
    }
  }

  /// A figure of the network with that note.
  func figure(_ value: Double?, basis: Double? = nil, note: String? = nil) -> Figure {
    var figure = Figure(.network, value, or: .noDegree, basis: basis)
    figure.note = sample == nil ? nil : note ?? self.note
    return figure
  }
}
