import Diagrams
import Foundation
import Glibc
import TestSupport
import Testing

/// A program in the worker's place, in a few words of shell, and how soon the layout goes on without it.
struct WorkerCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  var program = "/bin/sh"
  let script: String
  /// Whether its answer is taken.
  var isTaken = false
  /// Whether it lasts until its time is up, so that the layout takes just that long.
  var lasts = false

  init(
    _ name: String, _ script: String, program: String = "/bin/sh", isTaken: Bool = false,
    lasts: Bool = false
  ) {
    testDescription = name
    self.script = script
    self.program = program
    self.isTaken = isTaken
    self.lasts = lasts
  }

  func check() async {
    let folder = Workdir(["whole": Self.whole])
    // Every process that the script tells of must be gone afterwards.
    let told = "cd \(folder.path); echo $$ >> pids; "
    var worker = LayoutWorker(program: program, arguments: ["-c", told + script])
    let patience = lasts ? 1.0 : 8
    worker.patience = .seconds(patience)
    let start = ContinuousClock.now
    let outcome = await worker.layOut(RequestCase.three)
    let took = ContinuousClock.now - start
    if case .routed(let reply, let routing) = outcome {
      #expect(isTaken && routing == .splines && reply.parts[0].places.count == 3)
    } else {
      #expect(!isTaken && outcome.reply.parts[0].fits)
    }
    #expect(took < .seconds(lasts ? patience + 2 : 4), "\(took)")
    if lasts { #expect(took > .seconds(patience * 0.9), "\(took)") }
    let pids = (folder.text("pids") ?? "").split(separator: "\n").compactMap { pid_t($0) }
    for pid in pids { #expect(Background.isGone(pid, within: 1), "process \(pid)") }
  }

  /// A whole answer to `RequestCase.three`.
  private static let whole = reply()

  private static func reply(
    _ places: String =
      #"{"x":100,"y":100},{"x":300,"y":100},{"x":500,"y":100}"#, fits: Bool = true,
    routes: String = "[\(route(100, 300))],[\(route(300, 500))]"
  ) -> String {
    #"{"parts":[{"places":[\#(places)],"routes":[\#(routes)],"fits":\#(fits)}]}"#
  }

  private static func route(_ from: Int, _ to: Int) -> String {
    [from, from + 60, to - 60, to].map { #"{"x":\#($0),"y":100}"# }.joined(separator: ",")
  }

  private static func says(_ name: String, _ reply: String) -> WorkerCase {
    WorkerCase(name, "printf '%s' '\(reply)'")
  }

  static let all: [WorkerCase] = [
    // So that the others do not fail for want of a right answer.
    WorkerCase("answers", "cat whole", isTaken: true),
    WorkerCase("answers after a while", "sleep 0.3; cat whole", isTaken: true),
    WorkerCase("answers with blanks round it", "echo; cat whole; echo", isTaken: true),
    WorkerCase(
      "leaves a child behind that is quiet", "sleep 3600 >&- & echo $! >> pids; cat whole",
      isTaken: true),

    WorkerCase("sleeps", "exec sleep 3600", lasts: true),
    WorkerCase("stops itself", "kill -STOP $$", lasts: true),
    WorkerCase("goes round for ever", "while :; do :; done", lasts: true),
    WorkerCase(
      "is deaf to requests to end", "trap '' TERM INT HUP; sleep 3600 & wait; sleep 3600",
      lasts: true),
    WorkerCase("closes its output and stays", "exec >&-; sleep 3600", lasts: true),
    WorkerCase("answers and stays", "cat whole; exec sleep 3600", lasts: true),
    WorkerCase("answers and stops itself", "cat whole; kill -STOP $$", lasts: true),
    WorkerCase("drips", "while :; do printf ' '; sleep 0.05; done", lasts: true),
    WorkerCase("complains without end", "exec yes >&2", lasts: true),
    WorkerCase("waits for a child", "sleep 3600 & echo $! >> pids; wait", lasts: true),
    WorkerCase(
      "starts children that start children",
      "for i in 1 2 3; do sh -c 'sleep 3600 & echo $! >> pids; wait' & echo $! >> pids; done; wait",
      lasts: true),
    WorkerCase(
      "leaves a child behind that holds its output", "sleep 3600 & echo $! >> pids; exit 0"),

    WorkerCase("ends without a word", "exit 0"),
    WorkerCase("fails", "exit 1"),
    WorkerCase("answers and fails", "cat whole; exit 3"),
    WorkerCase("crashes", "kill -SEGV $$"),
    WorkerCase("aborts", "kill -ABRT $$"),
    WorkerCase("is killed", "kill -KILL $$"),
    WorkerCase("answers and crashes", "cat whole; kill -SEGV $$"),
    WorkerCase("runs out of memory", "ulimit -v 60000; exec \(weftProgram) layout-worker"),
    WorkerCase("runs out of files", "ulimit -n 3; exec \(weftProgram) layout-worker"),
    WorkerCase("is not there", "", program: "/nowhere/weft"),
    WorkerCase("is a folder", "", program: "/tmp"),
    WorkerCase("is no program", "", program: "/etc/passwd"),

    says("says something else", "not json"),
    says("says nothing that was asked", "{}"),
    says("says null", "null"),
    says("breaks off", String(whole.dropLast(40))),
    says("says it twice", whole + whole),
    says(
      "says what is no number", reply(#"{"x":NaN,"y":100},{"x":300,"y":100},{"x":500,"y":100}"#)),
    says("says infinity", reply(#"{"x":1e999,"y":100},{"x":300,"y":100},{"x":500,"y":100}"#)),
    says(
      "says a number off any page",
      reply(#"{"x":1e300,"y":100},{"x":300,"y":100},{"x":500,"y":100}"#, fits: false)),
    says(
      "says words for numbers", reply(#"{"x":"100","y":100},{"x":300,"y":100},{"x":500,"y":100}"#)),
    says("says a place too few", reply(#"{"x":100,"y":100},{"x":300,"y":100}"#)),
    says(
      "says a place too many",
      reply(#"{"x":100,"y":100},{"x":300,"y":100},{"x":500,"y":100},{"x":9,"y":9}"#)),
    says(
      "says that all fits on one spot",
      reply(#"{"x":100,"y":100},{"x":100,"y":100},{"x":100,"y":100}"#)),
    says(
      "says that all fits outside the frame",
      reply(#"{"x":100,"y":900},{"x":300,"y":100},{"x":500,"y":100}"#)),
    says("leaves out a route", reply(routes: "[\(route(100, 300))]")),
    says("gives a route without points", reply(routes: "[\(route(100, 300))],[]")),
    says(
      "gives a route that breaks off",
      reply(routes: "[\(route(100, 300))],[\(route(300, 500)),\(route(9, 99))]")),
    says(
      "gives a route off any page",
      reply(routes: "[\(route(100, 300))],[\(route(300, 900_000_000))]")),
    says("has no part", #"{"parts":[]}"#),
    says(
      "has two parts",
      #"{"parts":[\#(reply().dropFirst(10).dropLast(2)),\#(reply().dropFirst(10).dropLast(2))]}"#),
    WorkerCase("says bytes that are no text", #"printf '\377\376\000\001'; cat whole"#),
    WorkerCase("says brackets in brackets", "yes '[' | head -n 1000000 | tr -d '\\n'"),
    WorkerCase("says a gigabyte", "head -c 1000000000 /dev/zero"),
    WorkerCase("does not stop talking", "exec yes"),
  ]
}
