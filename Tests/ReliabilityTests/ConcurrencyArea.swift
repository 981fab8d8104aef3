import Foundation
import Glibc
import TestSupport
import Testing

/// Area 18: two runs at once, one after another's death, and people at work in the folder meanwhile.
///
/// Every run that is told to wait leaves with 75 and changes nothing; whoever wins, the output is that of one run, whole.
@Suite struct ConcurrencyArea {
  static let count = races.count + locks.count + late.count + changed.count + 8

  private static let map = [
    "map", "$D/new", "-o", "Output", "--no-figures", "--names", "full", "--title", "New",
  ]
  private static let mapOld = ["map", "$D/old", "-o", "Output", "--no-figures"]
  private static let makeOld = Scene.map + Scene.foreign

  private func scene(_ make: String = makeOld) -> Workdir {
    let folder = Workdir()
    _ = run(
      "/bin/sh", ["-c", make], in: folder.path,
      environment: ["W": weftProgram, "D": Scene.data.path])
    return folder
  }

  private static func filled(_ arguments: [String]) -> [String] {
    arguments.map { $0.replacing("$D", with: Scene.data.path) }
  }

  /// What a run alone makes of the scene.
  private func alone(_ arguments: [String], _ make: String = makeOld) -> [String: Standing.Content]
  {
    let folder = scene(make)
    _ = weft(Self.filled(arguments), in: folder.path)
    return Standing(folder.path).seen
  }

  private func expectForeign(_ before: Standing, _ after: Standing, _ what: String) {
    for (path, item) in before.items
    where [
      "Output/mine", "Output/closed", "Output/notes", "Output/link", "Output/pipe", "elsewhere",
    ]
    .contains(where: path.hasPrefix) {
      #expect(after.items[path] == item, "\(what): \(path)")
    }
    #expect(after.items["Output"]?.node == before.items["Output"]?.node, "\(what)")
    #expect(after.litter == [], "\(what)")
  }

  // MARK: At once

  /// Runs that begin together.
  static let races: [(name: String, make: String, runs: [[String]])] = [
    ("two maps into one folder", makeOld, [map, mapOld]),
    ("two maps into a folder that is not there", "true", [map, mapOld]),
    ("four maps", makeOld, [map, mapOld, map, mapOld]),
    (
      "a map and a figure in its folder", makeOld,
      [map, ["draw", "matrix", "$D/old", "-o", "Output/f.svg"]]
    ),
    ("a map and rows set aside", makeOld, [map, ["check", "$D/new", "--set-aside", "Output"]]),
    (
      "two of the same figure", "true",
      [["draw", "matrix", "$D/old", "-o", "f.svg"], ["draw", "matrix", "$D/new", "-o", "f.svg"]]
    ),
    (
      "two maps into neighbours", makeOld, [map, ["map", "$D/old", "-o", "Other", "--no-figures"]]
    ),
  ]

  @Test(arguments: races.indices) func race(_ place: Int) {
    let (name, make, runs) = Self.races[place]
    for round in 0..<4 {
      let folder = scene(make)
      let before = Standing(folder.path)
      // The order of starting changes from round to round.
      let order = round % 2 == 0 ? runs : runs.reversed()
      let script = order.map { arguments in
        "(\"$W\" \(Self.filled(arguments).joined(separator: " ")) >/dev/null 2>said-\(UUID().uuidString); echo $? >> codes) &"
      }
      _ = run(
        "/bin/bash", ["-c", script.joined(separator: "\n") + "\nwait"], in: folder.path,
        environment: ["W": weftProgram])
      let codes = (folder.text("codes") ?? "").split(separator: "\n").compactMap { Int32($0) }
      #expect(codes.count == runs.count, "\(name)")
      // Rows were set aside: 65.
      #expect(codes.allSatisfy { [0, 65, 75].contains($0) }, "\(name): \(codes)")
      #expect(codes.contains { $0 != 75 }, "\(name): \(codes)")
      let after = Standing(folder.path)
      if before.items["Output/mine"] != nil { expectForeign(before, after, name) }
      #expect(after.litter == [], "\(name)")
      for path in folder.names() where path.hasPrefix("said-") {
        let said = folder.text(path) ?? ""
        #expect(!said.contains("Another run") || said.contains("Try again in a moment."), "\(said)")
      }
      // One whole run decided each file of a map.
      let summary = folder.text("Output/summary.md") ?? ""
      guard !summary.isEmpty else { continue }
      let winner = summary.contains("# New") ? Self.map : Self.mapOld
      let expected = alone(winner, make)
      for (path, content) in expected
      where path.hasPrefix("Output/") && !path.hasSuffix(".weft-files") {
        #expect(after.seen[path]?.bytes == content.bytes, "\(name): \(path)")
      }
    }
  }

  // MARK: Locks

  /// What holds a lock or seems to, the code, and whether the state is new afterwards.
  static let locks: [(name: String, make: String, hold: String, status: Int32)] = [
    ("the folder is locked", makeOld, "exec 9<Output; flock 9", 75),
    ("the folder is locked for reading", makeOld, "exec 9<Output; flock -s 9", 75),
    ("another folder is locked", makeOld, "exec 9<Output/mine; flock 9", 0),
    ("a lock file of a dead run", makeOld, "touch Output/.weft-lock", 0),
    (
      "a hidden folder of a live run", makeOld,
      "mkdir .weft-\(hidden); exec 9>.weft-\(hidden)/journal; flock 9", 0
    ),
    (
      "a hidden folder of a dead run", makeOld,
      "mkdir .weft-\(hidden); : > .weft-\(hidden)/journal", 0
    ),
    ("an empty hidden folder", makeOld, "mkdir .weft-\(hidden)", 0),
    (
      "a hidden folder of somebody's", makeOld,
      "mkdir .weft-\(hidden); echo x > .weft-\(hidden)/mine", 0
    ),
  ]
  /// A name such as Weft gives.
  private static let hidden = "0123abcd" + check("0123abcd")

  /// The second half of such a name, taken from what Weft does with it: only a folder so named is ever looked into.
  private static func check(_ digits: String) -> String { StageName.check(digits) }

  @Test(arguments: locks.indices) func lock(_ place: Int) {
    let one = Self.locks[place]
    let folder = scene(one.make)
    let before = Standing(folder.path).seen
    let outcome = run(
      "/bin/bash", ["-c", "\(one.hold)\n\"$W\" \(Self.filled(Self.map).joined(separator: " "))"],
      in: folder.path, environment: ["W": weftProgram])
    #expect(outcome.status == one.status, "\(one.name): \(outcome.err)")
    if one.status == 75 {
      #expect(
        outcome.err.hasSuffix("Another run is writing to Output. Try again in a moment.\n"),
        "\(outcome.err)")
      #expect(Standing(folder.path).seen == before, "\(one.name)")
    } else {
      #expect(folder.text("Output/summary.md")?.contains("# New") == true, "\(one.name)")
    }
    let left = folder.names().filter { $0.hasPrefix(".weft-") }
    switch one.name {
    case "a hidden folder of a live run": #expect(left == [".weft-" + Self.hidden])
    case "a hidden folder of somebody's":
      #expect(folder.text(".weft-" + Self.hidden + "/mine") == "x\n")
    default: #expect(left == [], "\(one.name)")
    }
  }

  // MARK: People at work meanwhile

  private static let held = "strace is not there or may not trace"

  /// Does something in the folder while a run waits before one of its renames.
  private func meanwhile(
    _ rename: Int, _ work: String, _ arguments: [String] = map
  ) -> (folder: Workdir, before: Standing, outcome: Outcome) {
    let folder = scene()
    let before = Standing(folder.path)
    // The work is done when the hidden folder is there, well within the second that the call waits.
    let helper =
      "(for n in $(seq 200); do sleep 0.02; grep -q renameat2 log 2>/dev/null && grep -c 'renameat2(' log | grep -qx \(rename) && break; done; \(work)) >/dev/null 2>&1 &"
    let outcome = run(
      "/bin/bash",
      [
        "-c",
        "\(helper)\nstrace -f -qq -o log -e trace=renameat2 -e inject=renameat2:delay_enter=1500000:when=\(rename) \"$W\" \(Self.filled(arguments).joined(separator: " ")); s=$?; wait; rm -f log; exit $s",
      ], in: folder.path, environment: ["W": weftProgram])
    return (folder, before, outcome)
  }

  /// Before which rename a file of somebody's appears: the first exchange, a change, a removal, the second exchange.
  static let late = [1, 2, 7, 13, 14]

  @Test(.enabled(if: Strace.isPossible, "\(held)"), arguments: late) func aFileAppears(
    _ rename: Int
  ) {
    let (folder, before, outcome) = meanwhile(
      rename, "echo late > Output/late.txt; mkdir Output/later; echo too > Output/mine/too.txt")
    #expect(outcome.status == 0, "\(rename): \(outcome.err)")
    #expect(folder.text("Output/late.txt") == "late\n", "\(rename): \(outcome.err)")
    #expect(folder.text("Output/mine/too.txt") == "too\n", "\(rename): \(outcome.err)")
    #expect(folder.names("Output").contains("later"), "\(rename)")
    #expect(folder.text("Output/summary.md")?.contains("# New") == true)
    let after = Standing(folder.path)
    #expect(after.litter == [], "\(rename)")
    #expect(after.items["Output/notes.txt"] == before.items["Output/notes.txt"])
    #expect(after.items["Output"]?.node == before.items["Output"]?.node)
  }

  /// What somebody does to a file of Weft's, and before which rename: their work stays, whatever the run says.
  static let changed: [(rename: Int, work: String, file: String)] = [
    (1, "echo mine >> Output/summary.md", "Output/summary.md"),
    (1, "echo mine > x; mv x Output/summary.md", "Output/summary.md"),
    (1, "echo mine > Output/goals.csv", "Output/goals.csv"),
    (1, "echo mine >> Output/gaps.csv", "Output/gaps.csv"),
    (3, "echo mine >> Output/summary.md", "Output/summary.md"),
    (3, "echo mine > x; mv x Output/summary.md", "Output/summary.md"),
    (14, "echo mine >> Output/summary.md", "Output/summary.md"),
    (14, "echo mine > x; mv x Output/summary.md", "Output/summary.md"),
  ]

  @Test(.enabled(if: Strace.isPossible, "\(held)"), arguments: changed.indices) func aFileIsChanged(
    _ place: Int
  ) {
    let one = Self.changed[place]
    let (folder, before, outcome) = meanwhile(one.rename, one.work)
    #expect([0, 73, 74, 75].contains(outcome.status), "\(outcome.err)")
    let text = folder.text(one.file) ?? "gone"
    #expect(text.hasSuffix("mine\n"), "\(one): \(text.suffix(80)) \(outcome.err)")
    expectForeign(before, Standing(folder.path), "\(one) \(outcome.err)")
  }

  /// Somebody saves over a figure just before it is replaced, and the run is killed, or fails, before it can give that back.
  @Test(.enabled(if: Strace.isPossible, "\(held)"), arguments: ["signal=KILL", "error=EIO"])
  func aFigureIsChanged(_ fate: String) {
    let folder = scene("\"$W\" draw matrix \"$D/old\" -o f.svg 2>/dev/null")
    let again = "\"$W\" draw matrix \"$D/new\" -o f.svg"
    // The fourth sync is the last thing before the figure changes places with what has its name.
    let outcome = run(
      "/bin/bash",
      [
        "-c",
        """
        (for n in $(seq 200); do sleep 0.02; [ "$(grep -c "fsync(" log)" = 4 ] && break; done; echo mine > f.svg) 2>/dev/null &
        strace -f -qq -o log -e trace=fsync,renameat2 -e inject=fsync:delay_enter=1500000:when=4 -e inject=renameat2:\(fate):when=2 \(again)
        wait; grep -c "renameat2(" log; rm -f log
        \(again) --force
        """,
      ], in: folder.path, environment: ["W": weftProgram, "D": Scene.data.path])
    #expect(outcome.out.hasPrefix("2"), "\(outcome)")
    let all = Standing(folder.path).items.values.map(\.bytes)
    #expect(all.contains(Array("mine\n".utf8)), "\(folder.names())")
    #expect(
      outcome.err.contains("holds files that a run that was cut short could not put back"),
      "\(outcome.err)")
  }

  // MARK: Readers

  /// Whoever opens a file of the output while it is replaced again and again finds it, whole, old or new.
  @Test func readers() async {
    let folder = scene()
    let states = [alone(Self.map), alone(Self.mapOld)]
    let wholes = [
      "Output/summary.md", "Output/people.csv", "Output/findings.json", "Output/.weft-files",
    ].map { path in
      (path, Set(states.compactMap { $0[path]?.bytes }))
    }
    let runs = Background(
      "/bin/bash",
      [
        "-c",
        "cd '\(folder.path)'; for n in 1 2 3 4 5 6; do '\(weftProgram)' \(Self.filled(Self.map).joined(separator: " ")); '\(weftProgram)' \(Self.filled(Self.mapOld).joined(separator: " ")); done",
      ])
    var reads = 0
    while runs.isRunning {
      for (path, whole) in wholes {
        let bytes = folder.bytes(path)
        #expect(bytes.map(whole.contains) == true, "\(path): \(bytes?.count ?? -1)")
        reads += 1
      }
      #expect(folder.text("Output/notes.txt") == "notes\n")
    }
    #expect(reads > 200)
  }

  /// Twenty runs leave what one leaves.
  @Test func twentyRuns() {
    let folder = scene()
    let before = Standing(folder.path)
    for number in 0..<20 {
      #expect(
        weft(Self.filled(number % 2 == 0 ? Self.map : Self.mapOld), in: folder.path).status == 0)
    }
    let after = Standing(folder.path)
    expectForeign(before, after, "twenty runs")
    #expect(
      after.seen.filter { !$0.key.contains(".weft-files") }.keys
        == alone(Self.mapOld).filter { !$0.key.contains(".weft-files") }.keys)
  }

  /// A run asked to stop clears up, and one asked twice ends at once; the next one finds nothing in its way.
  @Test(arguments: ["INT", "TERM", "HUP"]) func asked(_ signal: String) {
    for delay in ["0.02", "0.06", "0.1", "0.15"] {
      let folder = scene()
      let before = Standing(folder.path)
      let outcome = run(
        "/bin/bash",
        [
          "-c",
          "\"$W\" \(Self.filled(Self.map).joined(separator: " ")) 2>/dev/null & sleep \(delay); kill -\(signal) $! 2>/dev/null; wait $!",
        ],
        in: folder.path, environment: ["W": weftProgram])
      let after = Standing(folder.path)
      let codes: [Int32] = [0, ["INT": 130, "TERM": 143, "HUP": 129][signal] ?? 0]
      #expect(codes.contains(outcome.status), "\(signal) after \(delay): \(outcome)")
      expectForeign(before, after, "\(signal) after \(delay)")
      #expect(weft(Self.filled(Self.map), in: folder.path).status == 0)
    }
  }

  /// Nothing of a run is named after its process, whose number another may get.
  @Test(.enabled(if: Strace.isPossible, "\(held)")) func noProcessNumbers() {
    let folder = scene()
    let outcome = run(
      "/bin/bash",
      [
        "-c",
        "strace -f -qq -o /dev/null -e trace=linkat -e inject=linkat:signal=KILL:when=2 \"$W\" \(Self.filled(Self.map).joined(separator: " ")) 2>/dev/null & echo $!; wait",
      ],
      in: folder.path, environment: ["W": weftProgram])
    let number = Int(outcome.out.split(separator: "\n").first ?? "") ?? 0
    let left = folder.names().filter { $0.hasPrefix(".weft-") }
    #expect(left.count == 1 && number > 0)
    for name in left {
      for other in number...(number + 3) {
        #expect(!name.contains("-\(other)") && !name.hasSuffix("\(other)"), "\(name)")
      }
    }
    #expect(weft(Self.filled(Self.map), in: folder.path).status == 0)
    #expect(folder.names().filter { $0.hasPrefix(".weft-") } == [])
  }
}
