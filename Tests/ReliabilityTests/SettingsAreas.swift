import Foundation
import TestSupport
import Testing

/// Area 24: settings hold, or the run ends with 78 and the place.
@Suite struct SettingsAreas {
  static let count =
    Case.all("24 settings").count + files.count + folders.count + variables.count

  @Test(arguments: Case.all("24 settings")) func text(_ one: Case) { one.check() }

  // MARK: The file

  /// A way to make something of the folder's weft.toml, and what is said of it; nothing where it is read.
  struct FileCase: Sendable, CustomTestStringConvertible {
    let name: String
    /// A shell script, run in the folder.
    let make: String
    let says: String
    init(_ name: String, _ make: String, _ says: String = "") {
      (self.name, self.make, self.says) = (name, make, says)
    }
    var testDescription: String { name }
  }

  private static func unreadable(_ reason: String) -> String {
    "weft.toml is there and cannot be read: \(reason). Mend or remove it; without it its settings would not hold."
  }
  private static func capitals(_ name: String) -> String {
    "The folder holds \"\(name)\". Settings are read from weft.toml, in small letters. Rename the file, or delete it."
  }
  private static func near(_ name: String) -> String {
    "The folder holds \"\(name)\", but settings are read from weft.toml. Rename the file; if it holds no settings, give it a name less alike."
  }
  private static func told(_ mode: String) -> String {
    "weft.toml line 2: pseudonym_key is a secret, but the file is open to others (mode \(mode)). Run: chmod 600 FOLDER/weft.toml"
  }

  static let files = [
    FileCase(
      "no permission", "echo > weft.toml; chmod 000 weft.toml", unreadable("Permission denied")),
    FileCase("a folder", "mkdir weft.toml", unreadable("it is no plain file")),
    FileCase("a pipe", "mkfifo weft.toml", unreadable("it is no plain file")),
    FileCase(
      "a link to nothing", "ln -s /nowhere/at/all weft.toml",
      unreadable("No such file or directory")),
    FileCase(
      "a link to itself", "ln -s weft.toml weft.toml",
      unreadable("Too many levels of symbolic links")),
    FileCase(
      "a device without end", "ln -s /dev/zero weft.toml", unreadable("it is no plain file")),
    FileCase(
      "a device without bytes", "ln -s /dev/null weft.toml", unreadable("it is no plain file")),
    FileCase(
      "a socket",
      "python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"weft.toml\")'",
      unreadable("No such device or address")),
    FileCase(
      "300 GB", "truncate -s 300G weft.toml",
      "weft.toml is larger than 65,536 bytes. Keep settings alone in it."),
    FileCase(
      "a byte too many", "head -c 65537 /dev/zero | tr '\\0' '#' > weft.toml",
      "weft.toml is larger than 65,536 bytes. Keep settings alone in it."),
    FileCase("as large as may be", "head -c 65536 /dev/zero | tr '\\0' '#' > weft.toml"),
    FileCase("empty", ": > weft.toml"),
    FileCase("a link to a good file", "echo 'min_group = 10' > other; ln -s other weft.toml"),
    FileCase("in capitals", "echo 'min_group = 10' > WEFT.TOML", capitals("WEFT.TOML")),
    FileCase("in capitals beside it", "echo > weft.toml; echo > Weft.toml", capitals("Weft.toml")),
    FileCase("as Notepad names it", "echo 'min_group = 10' > weft.toml.txt", near("weft.toml.txt")),
    FileCase("with a slip", "echo 'min_group = 10' > weft.tml", near("weft.tml")),
    FileCase("hidden", "echo 'min_group = 10' > .weft.toml", near(".weft.toml")),
    FileCase("in YAML", "echo 'min_group: 10' > weft.yaml", near("weft.yaml")),
    FileCase("with a space in front", "echo 'min_group = 10' > ' weft.toml'", near(" weft.toml")),
    FileCase(
      "a secret for the group",
      "printf '\\npseudonym_key = \"k\"\\n' > weft.toml; chmod 640 weft.toml", told("640")),
    FileCase(
      "a secret for everybody",
      "printf '\\npseudonym_key = \"k\"\\n' > weft.toml; chmod 604 weft.toml", told("604")),
    FileCase(
      "a secret that others may write",
      "printf '\\npseudonym_key = \"k\"\\n' > weft.toml; chmod 602 weft.toml", told("602")),
    FileCase(
      "a secret of one's own",
      "printf '\\npseudonym_key = \"k\"\\n' > weft.toml; chmod 600 weft.toml"),
    FileCase("no secret, for everybody", "echo 'min_group = 10' > weft.toml; chmod 644 weft.toml"),
  ]

  @Test(arguments: files) func file(_ one: FileCase) {
    let folder = Self.workspace()
    let made = run("/bin/sh", ["-c", one.make], in: folder.path)
    #expect(made.status == 0, "\(one.name): \(made.err)")
    let outcome = Self.asAnybody(["check", folder.path])
    let said = outcome.err.replacing(folder.path, with: "FOLDER").split(separator: "\n").first ?? ""
    #expect(outcome.status == (one.says.isEmpty ? 0 : 78), "\(one.name): \(outcome.err)")
    #expect(said == one.says, "\(one.name)")
    _ = run("/bin/sh", ["-c", "chmod 600 weft.toml"], in: folder.path)
  }

  private static func workspace(_ files: [String: String] = [:]) -> Workdir {
    Workdir(
      ["people.csv": "id,name\nP1,Ann\nP2,Bo\n", "collaborations.csv": "from,to\nP1,P2\n"].merging(
        files
      ) { $1 })
  }

  /// Runs the program as somebody whom permissions bind, with ten seconds to answer.
  private static func asAnybody(_ arguments: [String]) -> Outcome {
    guard geteuid() == 0 else {
      return run("/usr/bin/env", ["timeout", "10", weftProgram] + arguments)
    }
    return run(
      "/usr/bin/env",
      ["timeout", "10", "setpriv", "--bounding-set=-all", "--inh-caps=-all", weftProgram]
        + arguments)
  }

  // MARK: What only the folder can tell

  static let folders: [(toml: String, status: Int32, says: String)] = [
    (
      "title = \"x\"\n[files]\nteams = \"no.csv\"\n", 78,
      "weft.toml line 3: there is no file \"no.csv\" in the folder. Correct the name or leave the line out."
    ),
    (
      "boundaries = [\"schol\"]\n", 78,
      "weft.toml line 1: boundaries names \"schol\". There is no column \"schol\" to group people by. Did you mean school? The files offer school or dept."
    ),
    (
      "\nboundaries = [\"school\", \"dpt\"]\n", 78,
      "weft.toml line 2: boundaries names \"dpt\". There is no column \"dpt\" to group people by. Did you mean dept? The files offer school or dept."
    ),
    (
      "[columns.people]\nvisibility = \"consnt\"\n", 65, "there is no heading \"consnt\""
    ),
  ]

  @Test(arguments: folders.indices) func folder(_ place: Int) {
    let one = Self.folders[place]
    let folder = Self.workspace([
      "people.csv": "id,name,school,dept\nP1,Ann,A,x\nP2,Bo,A,y\nP3,Cy,B,x\nP4,Di,B,y\n",
      "collaborations.csv": "from,to\nP1,P2\nP3,P4\nP2,P3\n", "weft.toml": one.toml,
    ])
    for command in [["silos"], ["boundaries"], ["map", "-o", folder.path + "/out"]] {
      let outcome = weft([command[0], folder.path] + command.dropFirst())
      #expect(outcome.status == one.status, "\(command): \(outcome.err)")
      #expect(outcome.err.contains(one.says), "\(command): \(outcome.err)")
    }
  }

  // MARK: The environment

  static let known =
    "WEFT_BOUNDARIES, WEFT_DELIMITER, WEFT_DEPTH, WEFT_DIRECTED, WEFT_MIN_GROUP, WEFT_MIN_LINK, WEFT_PARALLEL, WEFT_PERIOD, WEFT_PSEUDONYM_KEY, WEFT_SCALE_ZERO, WEFT_SEED, WEFT_STABLE_CODES, WEFT_SURVEYED_ACROSS, WEFT_TITLE and WEFT_YEARS_KEPT"

  /// A variable, its value, and what is said of it; nothing where it is taken.
  static let variables: [(name: String, value: String, says: String)] = [
    (
      "WEFT_MINGROUP", "10",
      "The environment has \"WEFT_MINGROUP\", which is no setting. Did you mean WEFT_MIN_GROUP?"
    ),
    (
      "weft_min_group", "10",
      "The environment has \"weft_min_group\", which is no setting. Did you mean WEFT_MIN_GROUP?"
    ),
    (
      "WEFT_PSEUDONYMKEY", "hush",
      "The environment has \"WEFT_PSEUDONYMKEY\", which is no setting. Did you mean WEFT_PSEUDONYM_KEY?"
    ),
    (
      "WEFT_CONFIG", "x",
      "The environment has \"WEFT_CONFIG\", which is no setting. Unset it; those that are read are \(known)."
    ),
    ("WEFT_MINGROUP", "", ""),
    ("WEFT_MIN_GROUP", "", ""),
    ("WEFT_MIN_GROUP", "10", ""),
    ("WEFT_MIN_GROUP", "2", "WEFT_MIN_GROUP is \"2\". Write a number from 3 to 10."),
    ("WEFT_MIN_GROUP", "ten", "WEFT_MIN_GROUP is \"ten\". Write a number from 3 to 10."),
    ("WEFT_MIN_GROUP", " 10", "WEFT_MIN_GROUP is \" 10\". Write a number from 3 to 10."),
    ("WEFT_MIN_GROUP", "10.0", "WEFT_MIN_GROUP is \"10.0\". Write a number from 3 to 10."),
    (
      "WEFT_MIN_GROUP", "\u{FF11}\u{FF10}",
      "WEFT_MIN_GROUP is \"\u{FF11}\u{FF10}\". Write a number from 3 to 10."
    ),
    ("WEFT_MIN_LINK", "0x5", "WEFT_MIN_LINK is \"0x5\". Write a number from 3 to 10."),
    (
      "WEFT_DEPTH", "0",
      "WEFT_DEPTH is \"0\". Write a number from 1 (networking) to 5 (collaboration)."
    ),
    ("WEFT_SEED", "1e3", "WEFT_SEED is \"1e3\". Write a number from 0 upwards."),
    (
      "WEFT_SEED", "99999999999999999999",
      "WEFT_SEED is \"99999999999999999999\". Write a number from 0 upwards."
    ),
    (
      "WEFT_SCALE_ZERO", "nan",
      "WEFT_SCALE_ZERO is \"nan\". Write a number of at most 1,000,000,000,000."
    ),
    (
      "WEFT_SCALE_ZERO", "0x1p3",
      "WEFT_SCALE_ZERO is \"0x1p3\". Write a number of at most 1,000,000,000,000."
    ),
    ("WEFT_DIRECTED", "TRUE", "WEFT_DIRECTED is \"TRUE\". Write true or false."),
    ("WEFT_PARALLEL", "add", "WEFT_PARALLEL is \"add\". Write sum, max or latest."),
    ("WEFT_DELIMITER", "abc", "WEFT_DELIMITER is \"abc\". Write comma, semicolon, tab or bar."),
    (
      "WEFT_PERIOD", "yesterday",
      "WEFT_PERIOD is \"yesterday\". Write a day such as 2026-11-01, a stretch such as 2025-09-01/2026-07-31, or all."
    ),
    (
      "WEFT_BOUNDARIES", "school,",
      "WEFT_BOUNDARIES is \"school,\". Write names with commas between, as in school,hub, each name once."
    ),
    (
      "WEFT_TITLE", "\u{1B}[31m",
      "WEFT_TITLE is \"\\u{1B}[31m\". Write a text of one line and at most 200 characters."
    ),
    (
      "WEFT_PSEUDONYM_KEY", "hush\u{7}",
      "WEFT_PSEUDONYM_KEY does not fit. Write a text of one line and at most 200 characters."
    ),
  ]

  @Test(arguments: variables.indices) func variable(_ place: Int) {
    let one = Self.variables[place]
    let folder = Self.workspace()
    let outcome = weft(
      ["check", folder.path], environment: [one.name: one.value])
    #expect(outcome.status == (one.says.isEmpty ? 0 : 78), "\(one.name)=\(one.value)")
    #expect(outcome.err == (one.says.isEmpty ? "" : one.says + "\n"))
  }
}
