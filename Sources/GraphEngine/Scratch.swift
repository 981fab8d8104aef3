/// Memory of fixed size that a kernel works in, given back when the kernel ends.
///
/// Kernels read and write through `base` without a check a step: each states why its places lie in `0 ..< count`.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ count: Int, _ value: Element) {
    self.count = count
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: value, count: count)
  }

  deinit { base.deallocate() }

  /// The contents as an array.
  var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

/// The rows of a graph as a kernel reads them, without a check a step.
///
/// `starts` has `nodeCount + 1` entries, ascending from 0; `targets` and `weights` have `starts[nodeCount]`; each target
/// lies in `0 ..< nodeCount`. `CompactGraph` holds these invariants, and outlives the rows.
struct Rows: @unchecked Sendable {
  let nodeCount: Int
  let starts: UnsafePointer<Int32>
  let targets: UnsafePointer<Int32>
  let weights: UnsafePointer<Double>

  /// The entries of all rows.
  var tieCount: Int { Int(starts[nodeCount]) }

  /// The entries of a row.
  @inline(__always) func row(_ node: Int) -> (first: Int, end: Int) {
    (Int(starts[node]), Int(starts[node + 1]))
  }

  @inline(__always) func target(_ entry: Int) -> Int { Int(targets[entry]) }
  @inline(__always) func degree(_ node: Int) -> Int { Int(starts[node + 1] &- starts[node]) }
}

extension CompactGraph {
  /// Lends the rows to a kernel while `body` runs.
  func withRows<Result>(_ body: (Rows) -> Result) -> Result {
    starts.withUnsafeBufferPointer { starts in
      targets.withUnsafeBufferPointer { targets in
        weights.withUnsafeBufferPointer { weights in
          // Arrays that are empty have no address; nothing is read of them.
          guard let first = starts.baseAddress else { preconditionFailure("starts has an entry") }
          return body(
            Rows(
              nodeCount: nodeCount, starts: first,
              targets: targets.baseAddress ?? first,
              weights: weights.baseAddress ?? Self.noWeight))
        }
      }
    }
  }

  nonisolated(unsafe) private static let noWeight = UnsafePointer(
    UnsafeMutablePointer<Double>.allocate(capacity: 1))
}
