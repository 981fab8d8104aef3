import Foundation

/// A folder of its own for one test, gone afterwards.
public final class Workdir: Sendable {
  public let path: String

  public init(_ files: [String: String] = [:]) {
    let name = "weft-test-\(UUID().uuidString)"
    path = FileManager.default.temporaryDirectory.path + "/" + name
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (file, text) in files { write(file, Array(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file of the folder.
  public func write(_ file: String, _ bytes: [UInt8]) {
    _ = FileManager.default.createFile(atPath: path + "/" + file, contents: Data(bytes))
  }

  /// The text of a file of the folder, or nothing when it is not there.
  public func text(_ file: String) -> String? {
    bytes(file).map { String(decoding: $0, as: UTF8.self) }
  }

  public func bytes(_ file: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path + "/" + file).map { [UInt8]($0) }
  }

  /// The names in a folder below, in order.
  public func names(_ folder: String = "") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []).sorted()
  }
}

/// What a run of the program came to.
public struct Outcome: Sendable, Equatable {
  public let status: Int32
  public let out: String
  public let err: String

  public init(status: Int32, out: String, err: String) {
    (self.status, self.out, self.err) = (status, out, err)
  }
}

/// The folder of the package.
public let packageFolder: String = {
  var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  parts.removeLast(3)
  return parts.joined(separator: "/")
}()

/// The program as it was built for the tests.
public let weftProgram: String = {
  let beside =
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/weft"
  return FileManager.default.isExecutableFile(atPath: beside)
    ? beside : packageFolder + "/.build/debug/weft"
}()

/// Runs the program and waits for it.
public func weft(
  _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:],
  input: String = ""
) -> Outcome {
  run(weftProgram, arguments, in: folder, environment: environment, input: input)
}

/// One key of codes for all folders, so that copies can be compared.
public let testKey = "the tests' own"

/// What programs under test see of the environment: nothing that is meant for Weft, but the one key.
public var environmentOfTests: [String: String] {
  ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("WEFT_") }
    .merging(["WEFT_PSEUDONYM_KEY": testKey]) { $1 }
}

/// Runs a program and waits for it.
public func run(
  _ program: String, _ arguments: [String], in folder: String? = nil,
  environment: [String: String] = [:], input: String = ""
) -> Outcome {
  let scratch = Workdir(["in": input, "out": "", "err": ""])
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
  var variables = environmentOfTests  // A key of "" is for a test of keys.
  variables.merge(environment) { _, new in new }
  if variables["WEFT_PSEUDONYM_KEY"] == "" { variables["WEFT_PSEUDONYM_KEY"] = nil }
  process.environment = variables
  process.standardInput = FileHandle(forReadingAtPath: scratch.path + "/in")
  process.standardOutput = FileHandle(forWritingAtPath: scratch.path + "/out")
  process.standardError = FileHandle(forWritingAtPath: scratch.path + "/err")
  do {
    try process.run()
  } catch {
    return Outcome(status: -1, out: "", err: "\(error)")
  }
  process.waitUntilExit()
  return Outcome(
    status: process.terminationStatus, out: scratch.text("out") ?? "",
    err: scratch.text("err") ?? "")
}
