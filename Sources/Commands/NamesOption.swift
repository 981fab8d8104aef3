import ArgumentParser
import Documents
import Findings
import Sections

/// What people are called in what a command says.
struct NamesOption: ParsableArguments {
  @Option(help: "What people are called: pseudonym (unless you say otherwise) or full.")
  var names: MapCommand.Names?

  var areFull: Bool { names == .full }

  /// What people are called in this copy.
  func naming(_ session: Session, _ analysis: Analysis? = nil) -> Naming {
    session.naming(areFull ? .full : .pseudonym, analysis)
  }
}
