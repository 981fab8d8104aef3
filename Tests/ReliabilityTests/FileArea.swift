import Foundation
import Glibc
import TestSupport
import Testing

/// Area 11: files that are no files, are too large, or are not there: a sentence at once, and nothing waits.
struct FileCase: Sendable, CustomTestStringConvertible {
  let name: String
  /// What stands in place of people.csv; it may answer with what must be done when the program has ended.
  let make: @Sendable (String) -> Void
  let says: String
  let status: Int32
  var shell = ""

  var testDescription: String { name }

  private static func sparse(_ path: String, _ size: Int, _ head: [UInt8] = []) {
    _ = FileManager.default.createFile(atPath: path, contents: Data(head))
    truncate(path, size)
  }

  static let cases: [FileCase] = [
    FileCase(
      name: "a pipe", make: { mkfifo($0, 0o600) },
      says: "\"FOLDER/people.csv\" is a pipe, not a file. Name a CSV file.", status: 65),
    FileCase(
      name: "a folder", make: { mkdir($0, 0o700) },
      says: "\"FOLDER/people.csv\" is a folder, not a file. Name a CSV file.", status: 65),
    FileCase(
      name: "a socket",
      make: { path in
        let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8) + [0]) }
        withUnsafePointer(to: &address) { pointer in
          pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            _ = bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
          }
        }
        close(socket)
      },
      says: "\"FOLDER/people.csv\" is a socket, not a file. Name a CSV file.", status: 65),
    FileCase(
      name: "an endless device", make: { symlink("/dev/zero", $0) },
      says: "\"FOLDER/people.csv\" is a device, not a file. Name a CSV file.", status: 65),
    FileCase(
      name: "an empty device", make: { symlink("/dev/null", $0) },
      says: "\"FOLDER/people.csv\" is a device, not a file. Name a CSV file.", status: 65),
    FileCase(
      name: "a link to nothing", make: { symlink("nowhere.csv", $0) },
      says: "\"FOLDER/people.csv\" could not be opened: No such file or directory.", status: 74),
    FileCase(
      name: "a link to itself", make: { symlink("people.csv", $0) },
      says: "\"FOLDER/people.csv\" could not be opened: Too many levels of symbolic links.",
      status: 74),
    FileCase(
      name: "a link to a pipe",
      make: { path in
        mkfifo(path + ".pipe", 0o600)
        symlink("people.csv.pipe", path)
      },
      says: "\"FOLDER/people.csv\" is a pipe, not a file. Name a CSV file.", status: 65),
    FileCase(
      name: "300 GB of nothing", make: { sparse($0, 300_000_000_000) },
      says:
        "\"FOLDER/people.csv\" has 300 GB; Weft reads files of up to 2.1 GB. Export only the rows you need.",
      status: 65),
    FileCase(
      name: "a byte too large",
      make: { sparse($0, (1 << 31) + 1, Array("id,name\nP1,Ann\n".utf8)) },
      says:
        "\"FOLDER/people.csv\" has 2.1 GB; Weft reads files of up to 2.1 GB. Export only the rows you need.",
      status: 65),
    FileCase(
      name: "UTF-16 too large", make: { sparse($0, 200_000_000, [0xFF, 0xFE, 0x69, 0]) },
      says:
        "people.csv: the file is UTF-16 and has 200 MB; UTF-16 is read up to 134 MB. Save the file as CSV UTF-8.",
      status: 65),
    FileCase(
      name: "100 MB of NUL", make: { sparse($0, 100_000_000, Array("id,name\n".utf8)) },
      says:
        "people.csv: this looks like UTF-16 without its mark, which cannot be read safely. Save the file as CSV UTF-8.",
      status: 65),
    FileCase(
      name: "nothing at all", make: { sparse($0, 0) },
      says: "people.csv: the file is empty. Export the table again; `weft init` shows the columns.",
      status: 65),
  ]

  func check() {
    // A short path, since messages show forty characters of it.
    let folder = "/tmp/w\(UInt32.random(in: 0 ... .max))"
    mkdir(folder, 0o700)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    make(folder + "/people.csv")
    _ = FileManager.default.createFile(
      atPath: folder + "/collaborations.csv", contents: Data("from,to\nP1,P2\n".utf8))
    let begun = Date()
    let outcome = weft(["check", folder])
    #expect(Date().timeIntervalSince(begun) < 60, "\(name) takes long")
    let said = outcome.err.replacing(folder, with: "FOLDER").split(separator: "\n").last.map(
      String.init)
    #expect(said == says, "\(name)")
    #expect(outcome.status == status, "\(name)")
  }
}

/// Limits on memory that a machine sets: a sentence and a code, and no signal.
struct MemoryCase: Sendable, CustomTestStringConvertible {
  let limit: String
  let says: String
  var testDescription: String { limit }

  static let cases = [
    MemoryCase(limit: "ulimit -v 500000", says: ""),
    MemoryCase(limit: "ulimit -v 1000000", says: ""),
    MemoryCase(limit: "ulimit -s 256", says: ""), MemoryCase(limit: "ulimit -s 64", says: ""),
    MemoryCase(limit: "ulimit -s unlimited", says: ""), MemoryCase(limit: "ulimit -n 12", says: ""),
  ]

  func check() {
    let folder = Workdir([
      "people.csv": "id,name\nP1,Ann\nP2,Bo\n", "collaborations.csv": "from,to\nP1,P2\n",
    ])
    let outcome = run("/bin/sh", ["-c", "\(limit); exec '\(weftProgram)' check '\(folder.path)'"])
    #expect([0, 69].contains(outcome.status), "\(limit): \(outcome.status) \(outcome.err)")
    if outcome.status == 69 { #expect(outcome.err.contains("ulimit"), "\(outcome.err)") }
  }
}

@Suite struct FileArea {
  @Test(arguments: FileCase.cases) func files(_ one: FileCase) { one.check() }
  @Test(arguments: MemoryCase.cases) func memory(_ one: MemoryCase) { one.check() }
}
