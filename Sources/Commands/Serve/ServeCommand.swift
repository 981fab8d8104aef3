import ArgumentParser
import Glibc

/// `weft serve`: the program that serves stands beside this one, so that all else is built without it.
struct ServeCommand: ParsableCommand {
  static let configuration = ServeOptions.configuration

  @OptionGroup var options: ServeOptions

  func run() throws {
    let arguments = Linux.arguments
    for program in Self.programs {
      var words: [UnsafeMutablePointer<CChar>?] =
        ([program] + arguments.dropFirst()).map { strdup($0) } + [nil]
      execv(program, &words)
    }
    throw Failure(
      .unavailable,
      "The program weft-serve is not installed beside weft. From source: make serve. As a package: apt-get install weft-serve"
    )
  }

  /// Where the program may be: beside this one.
  private static var programs: [String] {
    var path = [CChar](repeating: 0, count: 4097)
    let length = readlink("/proc/self/exe", &path, 4096)
    guard length > 0 else { return [] }
    let own = String(decoding: path.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard let slash = own.lastIndex(of: "/") else { return [] }
    return [own[...slash] + "weft-serve"]
  }
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

/// Tells whoever started the program.
package func tellOperator(_ text: String) { Terminal.tell(text) }
