import Dispatch

/// Does pieces of work side by side and gives their results in the order of the pieces.
///
/// How many threads take part, and which piece any of them takes, changes nothing: pieces share nothing, and whoever adds
/// their results up does so in their order. This file is the one place where the engine starts threads.
/// - Parameters:
///   - pieces: the number of pieces.
///   - threads: 1 keeps to this thread; otherwise as many as the machine has processors.
///   - work: makes the result of a piece; called once for each.
public func fanOut<Result: Sendable>(
  _ pieces: Int, threads: Int? = nil, _ work: @Sendable (Int) -> Result
) -> [Result] {
  guard pieces > 1, threads != 1 else { return (0..<pieces).map(work) }
  // Each piece initialises its own slot once; nobody reads before all are done.
  nonisolated(unsafe) let slots = UnsafeMutablePointer<Result>.allocate(capacity: pieces)
  defer { slots.deallocate() }
  DispatchQueue.concurrentPerform(iterations: pieces) { piece in
    (slots + piece).initialize(to: work(piece))
  }
  defer { slots.deinitialize(count: pieces) }
  return Array(UnsafeBufferPointer(start: slots, count: pieces))
}

/// Does two things side by side, each of which may itself fan out: work that fans out from inside `fanOut` would keep to
/// one thread.
public func sideBySide<One: Sendable, Other: Sendable>(
  _ one: () -> One, _ other: @Sendable () -> Other
) -> (One, Other) {
  // Set by one thread alone, and read when that thread is done.
  nonisolated(unsafe) let slot = UnsafeMutablePointer<Other>.allocate(capacity: 1)
  defer { slot.deallocate() }
  let done = DispatchGroup()
  let first = withoutActuallyEscaping(other) { other in
    DispatchQueue.global().async(group: done) { slot.initialize(to: other()) }
    let first = one()
    done.wait()
    return first
  }
  return (first, slot.move())
}

/// The pieces that `count` batches of work are done in: a number that depends on the work alone, never on the machine.
///
/// More pieces keep threads evenly busy; each holds a row of `nodeCount` results, so large graphs get fewer.
func pieces(of count: Int, nodeCount: Int) -> [Range<Int>] {
  let pieces = max(1, min(count, nodeCount > 200_000 ? 8 : 32))
  return (0..<pieces).map { count * $0 / pieces..<count * ($0 + 1) / pieces }
}

/// Adds up rows of equal length, the first to the second and so on.
func sum(_ rows: [[Double]], count: Int) -> [Double] {
  var total = [Double](repeating: 0, count: count)
  for row in rows {
    for place in 0..<count { total[place] += row[place] }
  }
  return total
}
