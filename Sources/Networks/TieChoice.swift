/// Which ties of a network count: those of some kinds, or those that both sides name.
extension Network {
  /// The kinds of ties that the files tell apart, in order.
  ///
  /// - Parameter heading: the heading of the column that says so.
  public func tieKinds(heading: String) -> [String] {
    let column = ties.attributes.first { folded($0.name) == folded(heading) }
    let groups = workingGroups.compactMap { $0.attributes[heading] }
    return Set(
      (column.map { column in Set(column.codes).filter { $0 >= 0 }.map { column.values[Int($0)] } }
        ?? []) + groups
    )
    .sorted()
  }

  /// The network with the ties of some kinds alone.
  public func keeping(kinds: Set<String>, heading: String) -> Network {
    let column = ties.attributes.first { folded($0.name) == folded(heading) }
    let kept = (0..<ties.count).filter { tie in column?[tie].map(kinds.contains) ?? false }
    let groups = workingGroups.filter { $0.attributes[heading].map(kinds.contains) ?? false }
    return replacing(ties: ties.keeping(kept), workingGroups: groups)
  }

  /// The network with the ties alone that each side names, as mutual ties of the lesser strength and depth.
  ///
  /// Where there are several kinds, both sides must name the same one. A row marked as mutual speaks for both; working groups count as
  /// they are.
  ///
  /// - Parameter heading: the heading of the column that tells kinds apart, where one does.
  public func confirmed(heading: String?) -> Network {
    let column = heading.flatMap { heading in
      ties.attributes.first { folded($0.name) == folded(heading) }
    }
    struct Side: Hashable { let from: Int32, to: Int32, kind: Int32 }
    var named: [Side: Int] = [:]
    for tie in 0..<ties.count where isOneWay(tie) && ties.depth(of: tie) != Depth.none {
      let side = Side(from: ties.from[tie], to: ties.to[tie], kind: column?.codes[tie] ?? -1)
      if named[side] == nil { named[side] = tie }
    }
    var kept: [Int] = []
    var changed = ties
    for tie in 0..<ties.count {
      guard isOneWay(tie) else {
        kept.append(tie)
        continue
      }
      let kind = column?.codes[tie] ?? -1
      guard ties.from[tie] < ties.to[tie],
        named[Side(from: ties.from[tie], to: ties.to[tie], kind: kind)] == tie,
        let other = named[Side(from: ties.to[tie], to: ties.from[tie], kind: kind)]
      else { continue }
      if !ties.strength.isEmpty {
        changed.strength[tie] = min(ties.strength[tie], ties.strength[other])
      }
      if !ties.depth.isEmpty { changed.depth[tie] = min(ties.depth[tie], ties.depth[other]) }
      kept.append(tie)
    }
    changed.isDirected = []
    return replacing(ties: changed.keeping(kept))
  }

  private func isOneWay(_ tie: Int) -> Bool { !ties.isDirected.isEmpty && ties.isDirected[tie] }
}

extension Ties {
  /// Some of the ties, in their order.
  func keeping(_ rows: [Int]) -> Ties {
    func picked<Value>(_ column: [Value]) -> [Value] {
      column.isEmpty ? [] : rows.map { column[$0] }
    }
    return Ties(
      from: picked(from), to: picked(to), strength: picked(strength), depth: picked(depth),
      isDirected: picked(isDirected),
      started: picked(started), ended: picked(ended),
      attributes: attributes.map {
        Column(name: $0.name, codes: picked($0.codes), values: $0.values)
      })
  }
}
