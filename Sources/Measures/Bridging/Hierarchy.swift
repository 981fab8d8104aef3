import GraphEngine
import Networks
import RealModule

/// How far somebody's constraint comes from one contact: Burt's hierarchy.
public struct Hierarchy: Measure {
  public init() {}

  public let card = Card(
    id: "hierarchy", title: "Hierarchy of constraint", family: .bridging,
    question: "Does somebody hang on one contact, or evenly on all?",
    formula:
      "sum over contacts of r ln r / (n ln n), r = c_ij / (C_i / n); c_ij what contact j adds to constraint C_i, n contacts",
    range: "0 (every contact alike) to 1 (one contact alone)",
    reading: "High means that one contact stands between this person and everybody else.",
    undefined: "for a person without ties; 1 for a single contact",
    source: "Burt (1992), Structural Holes, chapter 2")

  public var trace: ContactTrace { .faint }

  public func finding(in study: Study) -> Finding {
    let values = contactConstraints(study, weighted: false).map { parts -> Double? in
      guard !parts.isEmpty else { return nil }
      guard parts.count > 1 else { return 1 }
      let n = Double(parts.count)
      let mean = parts.reduce(0, +) / n
      let sum = parts.reduce(0) { $0 + $1 / mean * Double.log($1 / mean) }
      return max(0, sum / (n * Double.log(n)))
    }
    return Finding(card.id, people: PersonColumn(values, undefined: .isolate))
  }
}
