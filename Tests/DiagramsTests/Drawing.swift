import Diagrams
import Foundation
import GraphEngine
import Intake
@testable import Findings
import Measures
import Networks
import TestSupport

/// `WEFT_WORKER` names another build of the program, for drawing thousands of figures.
let worker = LayoutWorker(
  program: ProcessInfo.processInfo.environment["WEFT_WORKER"] ?? weftProgram)

/// The facts of a workspace in Data/.
func facts(_ workspace: String, by boundary: Boundary? = nil) throws -> FigureFacts {
  let network = try readNetwork(folder: packageFolder + "/Data/" + workspace).network
  let study = Study(network, by: boundary ?? network.boundaries.first)
  return figureFacts(study, source: "Source: \(workspace).")
}

/// A trust with groups of people and a density of ties between them, hostile names included.
func madeFacts(
  groups: Int, density: Double, seed: UInt64, names: (Int) -> String = { "Group number \($0)" }
) -> FigureFacts {
  var generator = SeededGenerator(seed: seed)
  let size = 6
  let n = groups * size
  var (from, to): ([Int32], [Int32]) = ([], [])
  for g in 0..<groups {
    for h in g..<groups where g == h || generator.unit() < density {
      for _ in 0..<(g == h ? 8 : 2 + generator.below(9)) {
        let a = g * size + generator.below(size)
        let b = h * size + generator.below(size)
        if a != b {
          from.append(Int32(a))
          to.append(Int32(b))
        }
      }
    }
  }
  let graph = CompactGraph(nodeCount: n, from: from, to: to, isDirected: false)
  let labels = (0..<groups).map(names)
  let network = Network(
    graph, groups: Partition(groupOf: (0..<Int32(n)).map { $0 / Int32(size) }, names: labels))
  let study = Study(network, by: Boundary("group"))
  return figureFacts(study, source: "Source: made for a test.")
}

func lint(_ figure: DrawnFigure) -> FigureLint {
  FigureLint(svg: figure.svg) { text, size, weight in
    TextRuler.width(text, size, TypeWeight(rawValue: weight) ?? .regular)
  }
}

/// Names that would do harm if they were taken for more than names.
let hostileNames = [
  "<script>alert(1)</script>", "javascript:alert(1)", "\\N \\G \\E \\T",
  "&lt;b&gt; & \"quotes\" 'n'",
  "]]> --> <!--", "=cmd|' /C calc'!A0", "🏫👩‍🏫 School", "مدرسة النور",
  String(repeating: "Long ", count: 60),
  "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "学校 第一", "%s%n${x}{{y}}",
]

/// The facts of a study that has a boundary.
func figureFacts(_ study: Study, source: String) -> FigureFacts {
  guard let facts = FigureFacts(Analysis(of: study), source: source) else {
    preconditionFailure("the study has a boundary")
  }
  return facts
}
