import GraphEngine
import Measures
import Networks

/// Over how many other groups people's contacts are spread, as far as a copy without names may tell it.
///
/// Whoever has ties in more groups than those to which a link of theirs is told has one behind a link that is not. So it is told of
/// those alone who have no more contacts outside their group than it has links that are told, or where all of its links are.
public struct ContactSpread: Sendable, Equatable {
  /// The contacts of each person in other groups.
  private let contacts: [Int]
  /// To how many other groups there is a link of theirs for all that is told; one where somebody has contacts outside at all.
  private let links: [Int]
  private let places: [Int32: Int]

  /// - Parameter told: of each group, how many of its links with others are told.
  init(_ study: Study, told: [Int]) {
    let groupOf = study.grouping?.partition.groupOf ?? []
    let nodes = groupOf.indices
    places = Dictionary(
      uniqueKeysWithValues: zip(study.slice.people.prefix(nodes.count), nodes))
    contacts = nodes.map { node in
      let own = groupOf[node]
      guard own >= 0 else { return 0 }
      return study.graph.neighbours(node).count { groupOf[Int($0)] >= 0 && groupOf[Int($0)] != own }
    }
    links = nodes.map { node in
      guard groupOf[node] >= 0, case let links = told[Int(groupOf[node])], links < told.count - 1
      else { return .max }
      return max(1, links)
    }
  }

  /// Whether it is told of the person at a place of the study; of everybody where nothing groups people.
  public func isTold(at place: Int) -> Bool {
    !contacts.indices.contains(place) || contacts[place] <= links[place]
  }

  public func isTold(of person: Int32) -> Bool { places[person].map { isTold(at: $0) } ?? true }

  /// In how many other groups a person may have ties, were none behind a link that is not told.
  public func most(of person: Int32) -> Int {
    places[person].map { min(contacts[$0], links[$0]) } ?? 0
  }
}

extension GroupNetwork {
  /// Of each group by its id, how many of its links with others are told; the centre counts as one.
  func toldLinks(_ links: LinkDisclosure, centre: String?) -> [String: Int] {
    var told: [String: Int] = [:]
    for pair in links.shown where pair.allSatisfy({ units[$0].kind != .central }) {
      for place in pair { told[units[place].id, default: 0] += 1 }
    }
    for place in links.withCentre {
      told[units[place].id, default: 0] += 1
      if let centre { told[centre, default: 0] += 1 }
    }
    return told
  }
}
