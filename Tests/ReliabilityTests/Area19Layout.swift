import Diagrams
import Foundation
import Glibc
import TestSupport
import Testing

/// The layout of figures: whatever becomes of the program that does it, a figure comes in time and says what it lacks.
@Suite(.serialized) struct Area19Layout {
  static let count =
    WorkerCase.all.count + RequestCase.all.count + ServedCase.all.count + DrawnCase.all.count + 8

  // MARK: - What the worker may do

  @Test(arguments: WorkerCase.all) func worker(_ one: WorkerCase) async { await one.check() }

  /// What is laid out by the true worker, within the limits and beyond.
  @Test(arguments: RequestCase.all) func request(_ one: RequestCase) async { await one.check() }

  /// What the true worker makes of what it is given.
  @Test(arguments: ServedCase.all) func served(_ one: ServedCase) { one.check() }

  /// All attempts at one figure share its time: three that fail after 0.4 s have 0.6 s in all.
  @Test func attemptsShareTheTime() async {
    var worker = LayoutWorker(program: "/bin/sh", arguments: ["-c", "sleep 0.4; exit 1"])
    worker.patience = .milliseconds(600)
    let start = ContinuousClock.now
    let outcome = await worker.layOut(RequestCase.three)
    #expect(outcome == .rows(outcome.reply))
    #expect(ContinuousClock.now - start < .milliseconds(1100))
  }

  /// So do smaller versions: once its time is up nothing is started for a figure.
  @Test func nothingStartsAfterTheTime() async {
    let folder = Workdir()
    var worker = LayoutWorker(
      program: "/bin/sh", arguments: ["-c", "echo >> \(folder.path)/runs; sleep 3600"])
    worker.patience = .milliseconds(500)
    let begun = worker.begun
    for _ in 0..<4 { _ = await begun.layOut(RequestCase.three) }
    #expect(folder.text("runs") == "\n")
  }

  @Test func theSameRequestGivesTheSamePlacesOnABusyMachine() async {
    let request = RequestCase.star(24)
    let worker = LayoutWorker(program: weftProgram)
    let alone = await worker.layOut(request)
    let busy = (0..<6).map { _ in Background("/bin/sh", ["-c", "while :; do :; done"]) }
    let crowded = await worker.layOut(request)
    for process in busy { process.end() }
    #expect(alone == crowded)
  }

  // MARK: - The built program

  @Test(arguments: DrawnCase.all) func drawn(_ one: DrawnCase) { one.check() }

  /// A worker that was stopped costs a figure its ten seconds and no more, and the figure says what happened.
  @Test func aStoppedWorkerIsEnded() throws {
    let folder = Workdir()
    let (draw, child) = try Self.drawing(to: folder.path + "/map.svg")
    let start = ContinuousClock.now
    #expect(kill(child, SIGSTOP) == 0)
    #expect(draw.status(within: 20) == 0)
    #expect(ContinuousClock.now - start < .seconds(13))
    #expect(!Background.isThere(child))
    #expect(folder.text("map.svg")?.contains("The layout program failed") == true)
  }

  /// A worker that was killed costs a figure its curves at most.
  @Test func aKilledWorkerIsAskedAgain() throws {
    let folder = Workdir()
    let (draw, child) = try Self.drawing(to: folder.path + "/map.svg")
    #expect(kill(child, SIGKILL) == 0)
    #expect(draw.status(within: 12) == 0)
    #expect(folder.text("map.svg")?.contains("class=\"node") == true)
    #expect(folder.text("map.svg")?.contains("The layout program failed") == false)
  }

  /// The worker goes when whoever asked it is killed, even when it was stopped.
  @Test func theWorkerEndsWithItsParent() throws {
    let folder = Workdir()
    let (draw, child) = try Self.drawing(to: folder.path + "/map.svg")
    #expect(kill(child, SIGSTOP) == 0)
    draw.end()
    #expect(Background.isGone(child, within: 2))
    #expect(folder.names() == [])
  }

  @Test func theWorkerHasLimits() throws {
    let worker = Background(weftProgram, ["layout-worker"], input: Pipe())
    defer { worker.end() }
    let limits = try #require(worker.limits)
    let rows = limits.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    func limit(_ name: String) -> [String]? {
      rows.first { $0.joined(separator: " ").hasPrefix(name) }.map {
        Array($0.dropFirst(name.split(separator: " ").count).prefix(2))
      }
    }
    #expect(limit("Max cpu time") == ["5", "5"])
    #expect(limit("Max data size") == ["536870912", "536870912"])
    #expect(limit("Max core file size") == ["0", "0"])
  }

  /// Without Graphviz's plugins figures are drawn in rows, and `weft doctor` says what to install.
  @Test(.enabled(if: Isolated.isPossible)) func withoutPlugins() {
    let folder = Workdir()
    let harbour = packageFolder + "/Data/harbour-trust"
    let hidden = Isolated.withoutPlugins(
      "\(weftProgram) draw bridges \(harbour) -o \(folder.path)/map.svg; echo $?; \(weftProgram) doctor; echo $?"
    )
    #expect(hidden.out.contains("missing Graphviz layouts in a child process"))
    #expect(hidden.out.contains("On Debian: apt-get install libgraphviz-dev graphviz"))
    #expect(hidden.out.split(separator: "\n").first == "0" && hidden.out.hasSuffix("69\n"))
    #expect(folder.text("map.svg")?.contains("The layout program failed") == true)
  }
}

/// A figure drawn by the built program within ten seconds, of a network that is hard to draw.
struct DrawnCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let figure: String
  let network: MadeTrust
  var flags: [String] = []
  /// The settings of fontconfig, in place of the system's.
  var fonts: String?
  /// The exit code, and what is on the figure, or in the message when there is none.
  var exit: Int32 = 0
  let says: String

  func check() {
    let folder = Workdir(network.files)
    if let people = network.sample {
      _ = weft([
        "sample", folder.path, "--people", "\(people.0)", "--ties", "\(people.1)",
      ])
    }
    if let fonts { folder.write("fonts.conf", Array(fonts.utf8)) }
    // Ten seconds of work, so that the test holds on a busy machine; the wall is for what waits.
    let start = ContinuousClock.now
    let outcome = run(
      "/bin/sh",
      [
        "-c", "ulimit -t 10; exec \"$0\" \"$@\"", weftProgram, "draw", figure, folder.path, "-o",
        folder.path + "/figure.svg",
      ] + flags,
      environment: fonts == nil ? [:] : ["FONTCONFIG_FILE": folder.path + "/fonts.conf"])
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(outcome.status == exit, "\(outcome.err)")
    let text = (exit == 0 ? folder.text("figure.svg") : outcome.err) ?? ""
    #expect(text.contains(says), "\(text.suffix(2000))")
  }

  private static func people(
    _ name: String, _ network: MadeTrust, by: String = "school", says: String
  ) -> DrawnCase {
    DrawnCase(
      testDescription: "people, " + name, figure: "people", network: network,
      flags: ["--names", "pseudonym", "--by", by], says: says)
  }

  private static func figure(
    _ figure: String, _ name: String, _ network: MadeTrust, exit: Int32 = 0, says: String
  ) -> DrawnCase {
    DrawnCase(
      testDescription: figure + ", " + name, figure: figure, network: network, exit: exit,
      says: says)
  }

  static let all: [DrawnCase] = [
    people(
      "a star of 1,000", MadeTrust.star(1000, schools: 1),
      says: "P-QDEHK connects"),
    people(
      "a star of 1,000 schools", MadeTrust.star(1000, schools: 1000),
      says: "Too many schools for one page, so all people stand on one panel."),
    people(
      "10,000 with 60,000 ties", MadeTrust(sample: (10_000, 60_000)),
      says: "Too many schools for one page, so people stand by hub."),
    people(
      "10,000 in one school", MadeTrust.knit(10_000, schools: 1), says: "S0\u{A0}·\u{A0}10,000"),
    people(
      "5,000 with one tie", MadeTrust.isolates(5000, schools: 40), says: "1 tie, 1 of them across"),
    people("a clique of 200", MadeTrust.clique(200), says: "19,900 ties"),
    people("a path of 500", MadeTrust.path(500), says: "connect"),
    people(
      "200 components", MadeTrust.components(200, of: 5), says: "2,000 ties"),
    people("two people", MadeTrust.path(2), says: "2 people"),
    figure("map", "two schools", MadeTrust.ring(20, schools: 2), says: "class=\"node school\""),
    figure(
      "map", "one school", MadeTrust.ring(20, schools: 1), exit: 65,
      says: "Nothing in the files groups people"),
    figure(
      "map", "all schools without a link", MadeTrust.isolates(400, schools: 40),
      says: "Not shown: 1 link of fewer than 3 people."),
    figure(
      "map", "a star of 100 schools", MadeTrust.star(1000, schools: 100), says: "class=\"node"),
    figure(
      "map", "200 pairs of schools", MadeTrust.components(200, of: 10, schools: 2),
      says: "class=\"node"),
    figure(
      "map", "10,000 with 60,000 ties", MadeTrust(sample: (10_000, 60_000)), says: "class=\"node"),
    figure(
      "bridges", "10,000 with 60,000 ties", MadeTrust(sample: (10_000, 60_000)),
      says: "class=\"node"),
    figure(
      "change", "10,000 with 60,000 ties", MadeTrust(sample: (10_000, 60_000)),
      says: "class=\"node"),
    figure(
      "bridges", "all schools tied to all", MadeTrust.clique(100, schools: 100, each: 10),
      says: "class=\"node"),
    DrawnCase(
      testDescription: "map, without the typeface", figure: "map",
      network: MadeTrust.ring(20, schools: 2),
      fonts: "<fontconfig></fontconfig>", exit: 69,
      says:
        "The typeface Inter is not installed, and figures are set in it. On Debian: apt-get install fonts-inter."
    ),
  ]
}

extension Area19Layout {
  /// `weft draw bridges` at work, and its worker.
  fileprivate static func drawing(to file: String) throws -> (Background, pid_t) {
    for _ in 0..<40 {
      let draw = Background(
        weftProgram, ["draw", "bridges", packageFolder + "/Data/harbour-trust", "-o", file])
      // A worker that has its limits has also asked to end with its parent.
      while draw.isRunning {
        if let child = draw.child, Background.limits(child)?.contains("536870912") == true {
          return (draw, child)
        }
      }
    }
    throw MissedWorker()
  }

  private struct MissedWorker: Error {}
}
