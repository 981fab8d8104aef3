import ArgumentParser
import Documents
import Sections

/// What people are called in what a command says.
struct NamesOption: ParsableArguments {
  @Option(help: "What people are called: pseudonym (unless you say otherwise) or full.")
  var names: MapCommand.Names?

  var areFull: Bool { names == .full }

  /// What people are called in this copy.
  func naming(_ session: Session, minGroup: Int? = nil) -> Naming {
    session.naming(areFull ? .full : .pseudonym, minGroup: minGroup)
  }
}
