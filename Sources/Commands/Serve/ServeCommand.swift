import ArgumentParser
import FoundationEssentials
import Glibc

/// `weft serve`: the program that serves stands beside this one, so that all else is built without it.
struct ServeCommand: ParsableCommand {
  static let configuration = ServeOptions.configuration

  @OptionGroup var options: ServeOptions

  func run() throws {
    if let program = Self.program {
      var words: [UnsafeMutablePointer<CChar>?] =
        ([program] + Linux.arguments.dropFirst()).map { strdup($0) } + [nil]
      execv(program, &words)
    }
    throw Failure(
      .unavailable,
      "The program weft-serve is not there beside weft. It is built from source by: make serve")
  }

  /// The program, beside this one.
  private static var program: String? {
    var path = [CChar](repeating: 0, count: 4097)
    let length = readlink("/proc/self/exe", &path, 4096)
    guard length > 0 else { return nil }
    let own = String(decoding: path.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return own.lastIndex(of: "/").map { own[...$0] + "weft-serve" }
  }
}

/// Whether this process was started as `weft`.
package var isCalledWeft: Bool {
  CommandLine.arguments.first?.split(separator: "/").last == "weft"
}

/// Runs the program that serves.
///
/// - Parameter serve: serves until the program is told to end.
package func weftServe(_ serve: (ServeOptions) async throws -> Void) async {
  // The layout of figures is done by the program itself, begun anew.
  if Linux.arguments.first == LayoutWorkerCommand.configuration.commandName { return await weft() }
  Terminal.prepare()
  do {
    try MachineLimits.check()
    try Linux.demandProc()
    try await serve(ServeOptions.parse(Linux.arguments))
  } catch let failure as Failure {
    Terminal.tell(failure.message)
    exit(failure.status.rawValue)
  } catch {
    let code = ServeOptions.exitCode(for: error)
    let text = ServeOptions.fullMessage(for: error)
    if code == .success { try? Terminal.print(text + "\n") } else { Terminal.tell(text) }
    exit(code.rawValue)
  }
}

extension Failure {
  /// That a port cannot be listened on, by the number of the system's error.
  package static func cannotListen(on port: Int, _ number: Int32) -> Failure {
    let why =
      switch number {
      case EADDRINUSE: "another program uses it"
      case EACCES: "ports below 1024 are for the administrator"
      default: Terminal.reason(number)
      }
    return Failure(
      .unavailable,
      "Port \(port) cannot be listened on: \(why). Choose another with --port, or leave it out for any that is free."
    )
  }
}

/// Tells whoever started the program what somebody did, and when.
package func logToOperator(_ text: String) {
  Terminal.tell("\(Date().formatted(.iso8601)) \(text).")
}

/// Tells whoever started the program.
package func tellOperator(_ text: String) { Terminal.tell(text) }
