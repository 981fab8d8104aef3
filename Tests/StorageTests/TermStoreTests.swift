import Foundation
import Networks
@testable import Storage
import TestSupport
import Testing

private func term(_ name: String, day: Int32? = 20_261_112, people: Int = 3) -> Term {
  Term(
    name: name, day: day.flatMap { Day(number: $0) }, kept: Day(number: 20_261_129) ?? someDay,
    version: "weft test", edition: "e-\(name)", people: people, ties: 2)
}

private let someDay: Day = {
  guard let day = Day(number: 20_000_101) else { preconditionFailure("a day") }
  return day
}()

private func table(_ name: String, _ text: String) -> TermFile {
  TermFile(.table, name, Array(text.utf8))
}

private let people = table("people.csv", "id,name\n1,Ada\n2,Bo\n")
private let ties = table("collaborations.csv", "from,to\n1,2\n")

private func message(_ body: () throws -> Void) -> String {
  do {
    try body()
    return "no error"
  } catch {
    return "\(error)"
  }
}

private func open(_ folder: String, _ isWritten: Bool) throws -> TermStore {
  isWritten ? try TermStore.writing(folder) : try TermStore.reading(folder)
}

/// What is kept comes back as it was; what is not Weft's is left alone.
@Suite struct TermStoreTests {
  @Test func checksumsAreSHA256() {
    // FIPS 180-4, appendix B.
    #expect(
      checksum(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      checksum([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func whatIsKeptComesBack() throws {
    let work = Workdir()
    let odd = TermFile(.settings, "weft.toml", [0, 255, 10, 13, 0])
    try TermStore.writing(work.path).keep(term("Autumn 2026"), [people, ties, odd])
    let store = try TermStore.reading(work.path)
    #expect(try store.terms() == [term("Autumn 2026")])
    let found = try store.files(of: store.term(named: "autumn  2026"))
    #expect(found.sorted { $0.name < $1.name } == [ties, people, odd].sorted { $0.name < $1.name })
    #expect(try store.faults().isEmpty)
    // Nobody else may read it.
    let mode = try FileManager.default.attributesOfItem(atPath: work.path + "/terms.db")[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func nothingIsKeptYet() throws {
    let work = Workdir()
    #expect(try TermStore.reading(work.path).terms().isEmpty)
    #expect(
      message { _ = try TermStore.reading(work.path).term(named: "x") }
        == "No term is kept here. Keep one: weft keep FOLDER --term \"Autumn 2026\".")
    // To look is to leave no file.
    #expect(work.names().isEmpty)
  }

  @Test func termsStandInOrderOfTheirDays() throws {
    let work = Workdir()
    let store = try TermStore.writing(work.path)
    for (name, day) in [("c", 20_261_112), ("a", 20_251_112), ("b", 20_260_512)]
      as [(String, Int32)]
    {
      try store.keep(term(name, day: day), [people, ties])
    }
    #expect(try store.terms().map(\.name) == ["a", "b", "c"])
  }

  @Test func sameFilesAreThereOnce() throws {
    let work = Workdir()
    let store = try TermStore.writing(work.path)
    let large = table("people.csv", String(repeating: "id,name of somebody\n", count: 20_000))
    try store.keep(term("1"), [large, ties])
    let once = store.size
    for number in 2...6 { try store.keep(term("\(number)"), [large, ties]) }
    #expect(store.size < once + 20_000)
    for name in ["2", "4", "6"] { try store.drop([store.term(named: name)]) }
    #expect(try store.terms().count == 3 && store.faults().isEmpty)
    #expect(try store.files(of: store.term(named: "5")) == [ties, large])
    try store.drop(store.terms())
    // Nothing is left of it in the file.
    #expect(
      work.bytes("terms.db").map { String(decoding: $0, as: UTF8.self).contains("somebody") }
        == false)
  }

  @Test(arguments: ["Autumn 2026", "AUTUMN 2026", "autumn-2026", " autumn 2026"])
  func aNameIsTakenOnce(name: String) throws {
    let work = Workdir()
    let store = try TermStore.writing(work.path)
    try store.keep(term("Autumn 2026"), [people, ties])
    #expect(
      message { try store.keep(term(name), [people, ties]) }
        == "There is a term \"Autumn 2026\" already. Choose another name, or take it away first: weft terms FOLDER --drop \"Autumn 2026\"."
    )
    #expect(try store.terms().count == 1)
  }

  @Test func rewritingLeavesNoTrace() throws {
    let work = Workdir()
    let store = try TermStore.writing(work.path)
    try store.keep(
      term("1"), [table("people.csv", "id,name\n7,Perdita Unmistakable\n8,Bo\n"), ties])
    try store.rewrite([(term("1"), [table("people.csv", "id,name\n8,Bo\n")])])
    #expect(try store.files(of: term("1")).contains(table("people.csv", "id,name\n8,Bo\n")))
    for file in work.names() {
      let text = String(decoding: work.bytes(file) ?? [], as: UTF8.self)
      #expect(!text.contains("Unmistakable"), "\(file)")
    }
  }
}

/// Files that are not as Weft left them.
@Suite struct TermStoreFaultTests {
  @Test(arguments: [
    ("text", Array("Dear diary".utf8)), ("zeros", [UInt8](repeating: 0, count: 4096)),
    ("half a header", Array("SQLite format 3".utf8)), ("a byte", [1]),
    ("a zip", [0x50, 0x4B, 3, 4] + [UInt8](repeating: 9, count: 200)),
  ])
  func foreignFilesAreLeftAlone(what: String, bytes: [UInt8]) throws {
    let work = Workdir()
    work.write("terms.db", bytes)
    for isWritten in [false, true] {
      #expect(
        message { _ = try open(work.path, isWritten).terms() }
          == "\(work.path)/terms.db is no file that Weft made, or it is damaged. Give it another name: that is where terms are kept."
      )
    }
    #expect(work.bytes("terms.db") == bytes && work.names() == ["terms.db"])
  }

  @Test func databasesOfOthersAreLeftAlone() throws {
    let work = Workdir()
    let made = run(
      "/usr/bin/env",
      ["sqlite3", work.path + "/terms.db", "create table notes(a); insert into notes values(1)"])
    // Where there is no sqlite3 the cases above stand for it.
    guard made.status == 0 else { return }
    let before = work.bytes("terms.db")
    #expect(message { _ = try TermStore.writing(work.path) }.contains("is no file that Weft made"))
    #expect(work.bytes("terms.db") == before)
  }

  @Test func foldersLinksAndPipesAreNoStores() throws {
    let work = Workdir(["aim": ""])
    try FileManager.default.createDirectory(
      atPath: work.path + "/folder/terms.db", withIntermediateDirectories: true)
    #expect(
      message { _ = try TermStore.writing(work.path + "/folder") }.contains(
        "is no file that Weft made"))
    for name in ["link", "pipe"] {
      try FileManager.default.createDirectory(
        atPath: work.path + "/" + name, withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      atPath: work.path + "/link/terms.db", withDestinationPath: work.path + "/aim")
    mkfifo(work.path + "/pipe/terms.db", 0o600)
    for name in ["link", "pipe"] {
      for isWritten in [false, true] {
        #expect(
          message { _ = try open(work.path + "/" + name, isWritten) }.contains(
            "is no file that Weft made"))
      }
    }
    #expect(work.bytes("aim") == [])
  }

  @Test func newerStoresAreRefused() throws {
    let work = Workdir()
    try TermStore.writing(work.path).keep(term("1"), [people, ties])
    var bytes = try #require(work.bytes("terms.db"))
    bytes[63] = 2  // user_version, in the header.
    work.write("terms.db", bytes)
    for isWritten in [false, true] {
      #expect(
        message { _ = try open(work.path, isWritten).terms() }
          == "\(work.path)/terms.db was kept by a newer Weft. Use that one, or a newer one still.")
    }
  }

  /// Wherever a byte is changed, either everything is as it was or it is said that something is not; nothing crashes.
  @Test(arguments: 0..<160) func changedBytesAreFound(number: Int) throws {
    let work = Workdir()
    let long = table("expertise.csv", (0..<800).map { "row \($0)" }.joined(separator: "\n"))
    try TermStore.writing(work.path).keep(term("1"), [people, ties, long])
    var bytes = try #require(work.bytes("terms.db"))
    let place = bytes.count * number / 160
    bytes[place] ^= UInt8(1 + number % 255)
    work.write("terms.db", bytes)
    do {
      let store = try TermStore.reading(work.path)
      let found = try store.terms()
      guard try store.faults().isEmpty else { return }
      // Where nothing is wrong, everything that is told of files is as it was.
      for one in found {
        #expect(
          Set(try store.files(of: one).map(\.bytes)).isSubset(of: [
            people.bytes, ties.bytes, long.bytes,
          ]))
      }
    } catch {
      #expect(!error.description.isEmpty && error.description.contains("terms.db"))
    }
  }

  @Test(arguments: 1..<40) func shortenedStoresAreFound(part: Int) throws {
    let work = Workdir()
    let long = table("expertise.csv", (0..<2_000).map { "row \($0)" }.joined(separator: "\n"))
    try TermStore.writing(work.path).keep(term("1"), [people, ties, long])
    let bytes = try #require(work.bytes("terms.db"))
    work.write("terms.db", Array(bytes.prefix(bytes.count * part / 40)))
    do {
      let store = try TermStore.reading(work.path)
      let faults = try store.faults()
      let files = try store.terms().flatMap { try store.files(of: $0) }
      #expect(!faults.isEmpty || files.count == 3)
    } catch {
    }
  }

  @Test func foldersThatMayNotBeWritten() throws {
    guard getuid() != 0 else { return }
    let work = Workdir()
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: work.path)
    #expect(message { _ = try TermStore.writing(work.path) }.contains("cannot be made"))
  }
}

/// Several at once.
@Suite struct TermStoreTogetherTests {
  @Test func manyKeepAtOnce() async throws {
    let work = Workdir()
    let names = (0..<24).map { "term \($0)" }
    await withTaskGroup(of: Void.self) { group in
      for name in names {
        group.addTask {
          try? TermStore.writing(work.path).keep(
            term(name), [people, table("collaborations.csv", name)])
        }
      }
    }
    let store = try TermStore.reading(work.path)
    #expect(try store.terms().map(\.name).sorted() == names.sorted())
    #expect(try store.faults().isEmpty)
    for one in try store.terms() {
      #expect(try store.files(of: one).contains(table("collaborations.csv", one.name)))
    }
  }

  @Test func readersSeeWholeTerms() async throws {
    let work = Workdir()
    try TermStore.writing(work.path).keep(term("0"), [people, ties])
    await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        for number in 1...30 {
          try? TermStore.writing(work.path).keep(term("\(number)"), [people, ties])
        }
        return true
      }
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<40 {
            guard let store = try? TermStore.reading(work.path), let terms = try? store.terms()
            else { return false }
            for one in terms where (try? store.files(of: one).count) != 2 { return false }
          }
          return true
        }
      }
      for await isWhole in group { #expect(isWhole) }
    }
    #expect(try TermStore.reading(work.path).terms().count == 31)
  }
}
