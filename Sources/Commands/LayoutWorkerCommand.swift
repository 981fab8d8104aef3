import ArgumentParser
import Diagrams

/// `weft layout-worker`: what the program runs itself as, to lay out one figure within limits.
struct LayoutWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout-worker",
    abstract: "Read a layout request from stdin, write the reply to stdout.",
    shouldDisplay: false)

  func run() throws {
    guard LayoutWorker.serve() else { throw ExitCode(ExitStatus.internalError.rawValue) }
  }
}

extension LayoutWorker {
  /// This very program as the worker.
  static let own = LayoutWorker(program: "/proc/self/exe")
}
