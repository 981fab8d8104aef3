import Foundation
import Glibc
import TestSupport

/// A process that runs while the test goes on.
final class Background {
  private let process = Process()

  init(_ program: String, _ arguments: [String], input: Pipe? = nil) {
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environmentOfTests
    process.standardInput = input ?? FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? process.run()
  }

  var isRunning: Bool { process.isRunning }

  func end() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// The exit code, or -1 when it does not come in time.
  func status(within seconds: Double) -> Int32 {
    let end = Date().addingTimeInterval(seconds)
    while process.isRunning, Date() < end { usleep(20_000) }
    guard !process.isRunning else {
      self.end()
      return -1
    }
    return process.terminationStatus
  }

  /// A process that this one started.
  var child: pid_t? {
    // The kernel lists them by thread: a worker lives a tenth of a second, too short to look through all processes.
    let threads = "/proc/\(process.processIdentifier)/task"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: threads)) ?? []
    for name in names {
      let children = Self.text("\(threads)/\(name)/children") ?? ""
      if let child = children.split(separator: " ").first.flatMap({ pid_t($0) }) { return child }
    }
    return nil
  }

  /// The limits it has given itself, once it has.
  var limits: String? {
    for _ in 0..<200 {
      if let text = Self.limits(process.processIdentifier), text.contains("536870912") {
        return text
      }
      usleep(20_000)
    }
    return nil
  }

  static func limits(_ process: pid_t) -> String? { text("/proc/\(process)/limits") }

  private static func status(_ process: pid_t) -> String {
    text("/proc/\(process)/status") ?? ""
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a process is there, alive or not yet waited for.
  static func isThere(_ process: pid_t) -> Bool { kill(process, 0) == 0 }

  /// Whether a process goes, or is a corpse that waits for whoever takes in orphans.
  static func isGone(_ process: pid_t, within seconds: Double) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      if !isThere(process) || status(process).contains("State:\tZ") { return true }
      usleep(20_000)
    }
    return false
  }
}

/// Runs with a part of the file system hidden, which takes the right to mount.
enum Isolated {
  static let isPossible = run("/usr/bin/unshare", ["-m", "true"]).status == 0

  static func withoutPlugins(_ script: String) -> Outcome {
    run(
      "/usr/bin/unshare",
      [
        "-m", "sh", "-c",
        "for folder in /usr/lib/*/graphviz; do mount -t tmpfs none \"$folder\"; done; " + script,
      ])
  }
}
