import Foundation
import TestSupport

/// The program under strace, which lists its calls to the system, ends it at any of them, or lets one fail.
enum Strace {
  /// Whether strace is there and may do so; where not, this is said once.
  static let isPossible: Bool = {
    let trial = strace(
      ["-e", "trace=write", "-e", "inject=write:error=EIO:when=1"], "/bin/echo", ["x"])
    let works = trial.status == 1 && trial.err.contains("Input/output error")
    if !works {
      FileHandle.standardError.write(
        Data(
          "Crashes, failing disks and power cuts are not tried: there is no strace, or it may not trace (Scripts/setup-strace).\n"
            .utf8))
    }
    return works
  }()

  /// Runs a program with the calls changed as the options say.
  static func strace(
    _ options: [String], _ program: String, _ arguments: [String], in folder: String? = nil,
    log: String = "/dev/null"
  ) -> Outcome {
    run(
      "/usr/bin/env",
      ["strace", "-f", "-qq", "-s", "0", "-o", log] + options + [program] + arguments,
      in: folder)
  }

  /// One call, as strace writes it, with what it returned.
  struct Call: Sendable {
    let name: String
    /// Which of its thread's calls of this name it is, from 1.
    let number: Int
    let text: String
    /// Whether another thread makes as many calls of this name, so that strace, which counts for each, would meet that.
    var isAmbiguous = false

    var isDone: Bool { !text.contains(" = -1 ") && !text.hasSuffix(" = ?") }
    var result: Int? {
      text.range(of: " = ", options: .backwards).flatMap {
        Int(text[$0.upperBound...].prefix { $0.isNumber || $0 == "-" })
      }
    }
    /// Its folders and files: the paths of its descriptors and the names in quotes, in order.
    var parts: [String] {
      text.matches(of: /<([^>]*)>|"([^"]*)"/).map { String($0.1 ?? $0.2 ?? "") }
    }
    /// Whether it changes what is on the disk.
    var isChange: Bool {
      switch name {
      case "openat": text.contains("O_CREAT")
      case "write", "fsync", "mkdir", "mkdirat", "renameat2", "linkat", "unlinkat", "rmdir",
        "fchmod",
        "fchown", "ftruncate", "fsetxattr":
        true
      default: false
      }
    }
  }

  /// The calls of a run in a folder that touch anything in it, with how the run ended.
  static func calls(_ arguments: [String], in folder: String, options: [String] = [])
    -> (calls: [Call], outcome: Outcome)
  {
    let scratch = Workdir(["log": ""])
    // Names are told in full, and long texts not at all.
    let outcome = run(
      "/usr/bin/env",
      [
        "strace", "-f", "-qq", "-y", "-s", "256", "-e", "trace=!mmap,munmap,futex", "-o",
        scratch.path + "/log",
      ]
        + options + [weftProgram] + arguments, in: folder)
    var counts: [String: Int] = [:]
    var open: [String: (name: String, number: Int, text: String)] = [:]
    var calls: [Call] = []
    for line in (scratch.text("log") ?? "").split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { continue }
      let thread = String(words[0])
      let text = words[1].drop { $0 == " " }
      if let resumed = text.wholeMatch(of: /<... \w+ resumed>(.*)/), let begun = open[thread] {
        open[thread] = nil
        let whole = begun.text + resumed.1
        if touches(whole, folder) {
          calls.append(Call(name: begun.name, number: begun.number, text: whole))
        }
        continue
      }
      guard let name = text.prefixMatch(of: /(\w+)\(/)?.1 else { continue }
      let number = counts[thread + " " + name, default: 0] + 1
      counts[thread + " " + name] = number
      if let cut = text.range(of: " <unfinished ...>") {
        open[thread] = (String(name), number, String(text[..<cut.lowerBound]))
      } else if touches(String(text), folder) {
        calls.append(Call(name: String(name), number: number, text: String(text)))
      }
    }
    for place in calls.indices {
      let call = calls[place]
      calls[place].isAmbiguous =
        counts.count { $0.key.hasSuffix(" " + call.name) && $0.value >= call.number } > 1
    }
    return (calls, outcome)
  }

  /// Whether a call is about something in a folder, in which the program also stands.
  private static func touches(_ call: String, _ folder: String) -> Bool {
    call.replacing(/AT_FDCWD<[^>]*>, "\//, with: "\"/").contains(folder)
  }
}
