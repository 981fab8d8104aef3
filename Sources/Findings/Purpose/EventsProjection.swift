import Measures
import Networks

/// Who met whom at events: each event gives every pair of its n people 1 / (n - 1), summed over events they share.
///
/// w_ij = sum over shared events k of 1 / (n_k - 1) (Newman 2001, Phys. Rev. E 64:016132), so that a person gains 1 from
/// each event however large. Events of one person tie nobody; events above the cap are left out, because a large meeting
/// says little about any two people; both are counted.
/// - Complexity: O(sum of n_k squared).
public struct EventsProjection: Sendable, Equatable {
  /// Pairs a < b with their weight, ascending.
  public let pairs: [Pair]
  /// The number of people at any event that counts.
  public let people: Int
  /// Events that tie nobody, and events above the cap.
  public let ofOne: Int
  public let overCap: Int
  public let cap: Int

  public struct Pair: Sendable, Equatable {
    public let a: Int32
    public let b: Int32
    public let weight: Double
    /// How many events they shared.
    public let events: Int
  }

  /// The largest event whose people count as having met.
  public static let cap = 50

  /// - Parameter events: for each event who was there.
  public init(_ events: [[Int32]], cap: Int = Self.cap) {
    var sums: [Int64: (weight: Double, events: Int)] = [:]
    var seen: Set<Int32> = []
    var (single, large) = (0, 0)
    for event in events {
      let present = Set(event).sorted()
      guard present.count > 1 else {
        single += 1
        continue
      }
      guard present.count <= cap else {
        large += 1
        continue
      }
      seen.formUnion(present)
      for (place, a) in present.enumerated() {
        for b in present[(place + 1)...] {
          let key = Int64(a) << 32 | Int64(b)
          let known = sums[key] ?? (0, 0)
          sums[key] = (known.weight + 1 / Double(present.count - 1), known.events + 1)
        }
      }
    }
    pairs = sums.sorted { $0.key < $1.key }.map { key, sum in
      Pair(
        a: Int32(key >> 32), b: Int32(truncatingIfNeeded: key), weight: sum.weight,
        events: sum.events)
    }
    people = seen.count
    ofOne = single
    overCap = large
    self.cap = cap
  }

  /// People at the events of a network, those who came.
  init(_ network: Network, cap: Int = Self.cap) {
    let staff = Int32(network.people.count)
    self.init(
      network.records.events.map { event in
        event.attendance.filter { $0.came == true && $0.party < staff }.map(\.party)
      }, cap: cap)
  }

  /// The pairs that met, as a share of all pairs of those people.
  public var density: Double? {
    people > 1 ? Double(pairs.count) / (Double(people) * Double(people - 1) / 2) : nil
  }
}
