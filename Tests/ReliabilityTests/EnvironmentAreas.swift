import Foundation
import TestSupport
import Testing

/// Area 22: clock, locale and environment give the same bytes or a clean error.
@Suite struct EnvironmentAreas {
  static let count = worlds.count + streams.count + days.count

  private static let karate = packageFolder + "/Data/karate-club"

  /// What is run in every world: sentences, JSON, a figure, and a whole map, as one text.
  private static let script = """
    set -e
    "$W" silos "$D" --csv; "$W" bridges "$D" --json; "$W" check "$D" || true
    "$W" draw map "$D" -o - ; "$W" map "$D" -o "$O" 2>/dev/null; cat "$O"/*
    """

  private static func output(_ prelude: String, _ environment: [String: String] = [:]) -> Outcome {
    let folder = Workdir()
    let all = ["W": weftProgram, "D": karate, "O": folder.path + "/out", "T": folder.path]
    return run(
      "/bin/sh", ["-c", prelude + "\n" + script],
      environment: all.merging(environment) { $1 })
  }

  private static let usual = output("")

  // MARK: Worlds

  /// A world to run in: shell lines before the program, and variables.
  struct World: Sendable, CustomTestStringConvertible {
    let name: String
    var prelude = ""
    var variables: [String: String] = [:]
    var testDescription: String { name }

    static func zone(_ name: String) -> World {
      World(name: "TZ=\(name)", variables: ["TZ": name])
    }

    /// A locale, made for the test where the system can.
    static func locale(_ name: String) -> World {
      World(
        name: "LC_ALL=\(name)",
        prelude:
          "localedef -i ${LC_ALL%.*} -f UTF-8 \"$T/$LC_ALL\" 2>/dev/null && export LOCPATH=\"$T\"",
        variables: ["LC_ALL": name, "LANG": name])
    }
  }

  static let worlds: [World] = [
    .zone("Pacific/Kiritimati"), .zone("America/Los_Angeles"), .zone("Europe/London"),
    .zone("Nonsense/Nowhere"), .zone(":/nowhere"), .zone(""), .zone("XYZ-14:59:59"),
    .locale("C"), .locale("POSIX"), .locale("tr_TR.UTF-8"), .locale("de_DE.UTF-8"),
    .locale("ar_SA.UTF-8"), .locale("xx_XX.UTF-8"),
    World(name: "no locale", prelude: "unset LANG LC_ALL LC_CTYPE LC_NUMERIC LANGUAGE"),
    World(name: "a locale for numbers alone", variables: ["LC_NUMERIC": "de_DE.UTF-8"]),
    World(name: "no home", prelude: "unset HOME"),
    World(name: "a home that is not there", variables: ["HOME": "/nowhere"]),
    World(name: "a home that cannot be written", variables: ["HOME": "/proc"]),
    World(name: "no path", prelude: "cat() { /bin/cat \"$@\"; }; PATH="),
    World(name: "no temporary folder", variables: ["TMPDIR": "/nowhere"]),
    World(name: "a full temporary folder", variables: ["TMPDIR": "/dev/full"]),
    World(name: "caches nowhere", variables: ["XDG_CACHE_HOME": "/nowhere"]),
    World(name: "no user", prelude: "unset USER LOGNAME SHELL"),
    World(name: "a dumb terminal", variables: ["TERM": "dumb"]),
    World(name: "no terminal type", prelude: "unset TERM"),
    World(name: "colour asked for", variables: ["CLICOLOR_FORCE": "1", "FORCE_COLOR": "1"]),
    World(name: "no colour", variables: ["NO_COLOR": "1"]),
    World(name: "a build server", variables: ["CI": "1"]),
    World(name: "a narrow screen", variables: ["COLUMNS": "10", "LINES": "2"]),
    World(
      name: "Graphviz's own variables",
      variables: ["GVBINDIR": "/nowhere", "DOTFONTPATH": "/nowhere"]),
    World(
      name: "glib's own variables", variables: ["G_DEBUG": "fatal-warnings", "LANGUAGE": "de"]),
    World(name: "umask 077", prelude: "umask 077"),
    World(name: "umask 000", prelude: "umask 000"),
    World(name: "from the root", prelude: "cd /"),
    World(
      name: "from a folder that is gone",
      prelude: "mkdir \"$T/gone\"; cd \"$T/gone\"; rmdir \"$T/gone\""),
    World(name: "no stdin", prelude: "exec 0<&-"),
    World(name: "stdin without end", prelude: "exec 0</dev/zero"),
    World(name: "few open files", prelude: "ulimit -n 32"),
    World(name: "low priority", prelude: "renice -n 19 $$ >/dev/null"),
    World(name: "a high line of descriptors", prelude: "exec 9<\"$D/people.csv\" 7</dev/null"),
  ]

  @Test(arguments: worlds) func sameBytes(_ world: World) {
    let outcome = Self.output(world.prelude, world.variables)
    #expect(Self.usual.status == 0 && Self.usual.out.utf8.count > 100_000)
    #expect(outcome.status == 0, "\(world.name): \(outcome.err)")
    #expect(outcome.out == Self.usual.out, "\(world.name)")
  }

  // MARK: Streams

  /// A line of shell, the exit code, and what must stand on stderr; nothing else may.
  static let streams: [(line: String, status: Int32, says: String)] = [
    ("\"$W\" silos \"$D\" --csv >/dev/full", 74, full),
    ("\"$W\" --help >/dev/full", 74, full),
    ("\"$W\" silos --help >/dev/full", 74, full),
    ("\"$W\" --version >/dev/full", 74, full),
    ("\"$W\" measures --markdown >/dev/full", 74, full),
    ("\"$W\" draw matrix \"$D\" -o - 2>/dev/null >/dev/full", 74, ""),
    ("\"$W\" silos \"$D\" --csv >&-", 74, closed),
    ("\"$W\" --help >&-", 74, closed),
    ("\"$W\" explain >&-", 74, closed),
    ("\"$W\" silos \"$D\" --csv 2>&- | head -c 8 | wc -c | tr -d ' \\n' | grep -q 8", 0, ""),
    ("\"$W\" silos /nowhere 2>&-", 66, ""),
    ("\"$W\" silos /nowhere 2>/dev/full", 66, ""),
    ("\"$W\" mapp 2>&-", 64, ""),
    ("\"$W\" silos \"$D\" --csv <&- >/dev/null", 0, ""),
    ("\"$W\" silos \"$D\" --csv <&- >&- 2>&-", 74, ""),
    ("\"$W\" measures --markdown | head -n 1 >/dev/null; exit ${PIPESTATUS[0]}", 0, ""),
    ("\"$W\" --help | true; exit ${PIPESTATUS[0]}", 0, ""),
    (
      "\"$W\" draw map \"$D\" -o - 2>/dev/null | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}", 0, ""
    ),
    // A file opened where a stream was closed is never written to as that stream.
    (
      "\"$W\" draw matrix \"$D\" -o \"$T/f.csv\" >&- 2>&- <&-; head -c 6 \"$T/f.csv\"; tail -c 2 \"$T/f.csv\" | od -c | grep -q '\\\\r  *\\\\n'",
      0, ""
    ),
    (
      "\"$W\" map \"$D\" -o \"$T/o\" --no-figures >&- 2>&- <&-; ! grep -l 'Wrote' \"$T\"/o/*", 0, ""
    ),
  ]
  private static let full = "The output could not be written: No space left on device.\n"
  private static let closed = "The output could not be written: Bad file descriptor.\n"

  @Test(arguments: streams.indices) func stream(_ place: Int) {
    let one = Self.streams[place]
    let folder = Workdir()
    let outcome = run(
      "/bin/bash", ["-c", one.line],
      environment: ["W": weftProgram, "D": Self.karate, "T": folder.path])
    #expect(outcome.status == one.status, "\(one.line): \(outcome.err)")
    #expect(outcome.err == one.says, "\(one.line)")
  }

  // MARK: Days

  /// Arguments after the folder, the exit code, and what must be said: leap days and the days on which clocks change.
  static let days: [(arguments: [String], status: Int32, says: String)] = [
    (
      ["compare", "--from", "2024-02-28", "--to", "2024-02-29"], 0,
      "From 28 February 2024 to 29 February 2024: 1 tie begun"
    ),
    (
      ["compare", "--from", "2024-02-29", "--to", "2024-03-01"], 0,
      "From 29 February 2024 to 1 March 2024: 0 ties begun, 1 ended, 1 kept (stability 0.50)."
    ),
    (
      ["compare", "--from", "2023-02-29", "--to", "2024-03-01"], 64,
      "--from \"2023-02-29\": write a day such as 2026-07-17."
    ),
    (
      ["compare", "--from", "2100-02-29", "--to", "2101-03-01"], 64,
      "--from \"2100-02-29\": write a day such as 2026-07-17."
    ),
    (
      ["compare", "--from", "2000-02-29", "--to", "2000-03-01"], 0,
      "From 29 February 2000 to 1 March 2000"
    ),
    (
      ["compare", "--from", "2026-03-28", "--to", "2026-03-29"], 0,
      "From 28 March 2026 to 29 March 2026"
    ),
    (
      ["compare", "--from", "2025-10-25", "--to", "2025-10-26"], 0,
      "From 25 October 2025 to 26 October 2025"
    ),
    (["silos", "--period", "2023-02-29"], 64, "--period \"2023-02-29\": write a day"),
    (
      ["compare", "--from", "2024-02-29", "--to", "2024-02-29"], 64,
      "2024-02-29 is not before 2024-02-29."
    ),
  ]

  @Test(arguments: days.indices) func day(_ place: Int) {
    let one = Self.days[place]
    let folder = Workdir([
      "people.csv": "id,name,school\nP1,Ann,A\nP2,Bo,A\nP3,Cy,B\nP4,Di,B\n",
      "collaborations.csv":
        "from,to,started,ended\nP1,P2,2020-01-01,\nP3,P4,2024-02-29,2024-02-29\n",
    ])
    for zone in ["UTC", "Europe/London", "Pacific/Apia"] {
      let outcome = weft(
        [one.arguments[0], folder.path] + one.arguments.dropFirst(), environment: ["TZ": zone])
      #expect(outcome.status == one.status, "\(one.arguments): \(outcome.err)")
      #expect((outcome.out + outcome.err).contains(one.says), "\(one.arguments): \(outcome.out)")
    }
  }

  /// Without /proc a program does not know its own arguments: it says so.
  ///
  /// Runs where a mount may be taken away.
  @Test func withoutProc() {
    let outcome = run(
      "/usr/bin/env",
      [
        "unshare", "-m", "/bin/sh", "-c",
        "umount -l /proc 2>/dev/null && exec \"$W\" silos \"$D\" || exit 99",
      ],
      environment: ["W": weftProgram, "D": Self.karate])
    guard outcome.status == 69 else {
      #expect(outcome.status == 99 || outcome.status == 1 || outcome.status == 127, "\(outcome)")
      return
    }
    #expect(
      outcome.err
        == "There is no /proc here, which Weft needs. Mount it: mount -t proc proc /proc\n")
  }
}
