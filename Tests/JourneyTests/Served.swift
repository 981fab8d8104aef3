import Foundation
import Glibc
import TestSupport
import Testing

/// The built program with a trust of its own.
final class Served {
  static let program =
    weftProgram.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/weft-serve"

  let folder = Workdir()
  private let process = Process()
  /// Where to begin.
  private(set) var address = ""

  /// - Parameter settings: what weft.toml says; whoever starts it is told the address unless people sign in.
  init(settings: String? = nil, port: Int? = nil) throws {
    let trust = folder.path + "/trust"
    #expect(run(weftProgram, ["sample", trust, "--people", "300", "--ties", "1200"]).status == 0)
    if let settings { folder.write("trust/weft.toml", Array(settings.utf8)) }
    folder.write("err", [])
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = [trust] + (port.map { ["--port", "\($0)"] } ?? [])
    process.environment = environmentOfTests
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: folder.path + "/err")
    try process.run()
    for _ in 0..<500 {
      let told = folder.text("err") ?? ""
      if let found = told.firstMatch(of: #/http://\S+/#), told.contains("Control-C") {
        address = String(found.output).trimmingCharacters(in: CharacterSet(charactersIn: "."))
        return
      }
      usleep(20_000)
    }
    Issue.record("\(folder.text("err") ?? "")")
  }

  deinit { if process.isRunning { process.terminate() } }

  func text(_ name: String) -> String { folder.text("trust/" + name) ?? "" }

  /// The rows of a file, cell by cell.
  func rows(_ name: String) -> [[String]] {
    text(name).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
