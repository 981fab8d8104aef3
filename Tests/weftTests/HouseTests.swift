import Foundation
import TestSupport
import Testing

/// Which room may open which door: the table of Docs/Architecture.md.
@Suite struct HouseTests {
  private static let doors: [String: Set<String>] = [
    "GraphEngine": ["Dispatch"],
    "Networks": ["GraphEngine"],
    "Intake": ["GraphEngine", "Networks", "FoundationEssentials", "Foundation", "Glibc"],
    "Formats": ["Networks", "Intake", "CZip", "CExpat", "Glibc"],
    "Settings": ["GraphEngine", "Networks", "Intake", "FoundationEssentials", "Glibc"],
    "Measures": ["GraphEngine", "Networks", "RealModule", "Synchronization"],
    "Findings": ["GraphEngine", "Networks", "Measures", "Synchronization"],
    "Documents": ["Networks", "FoundationEssentials"],
    "Papers": [
      "Networks", "Documents", "Formats", "CPango", "CRsvg", "CQPDF", "CXlsxWriter", "Glibc",
    ],
    "Storage": ["Networks", "GRDB", "CGLib", "FoundationEssentials", "Glibc"],
    "ExpertiseSearch": ["Networks", "Measures"],
    "Sections": [
      "GraphEngine", "Networks", "Intake", "Measures", "Findings", "ExpertiseSearch", "Documents",
      "FoundationEssentials",
    ],
    "Diagrams": [
      "GraphEngine", "Networks", "Measures", "Findings", "CGraphviz", "CRsvg", "CPNG", "CPango",
      "FoundationEssentials", "Glibc", "SystemPackage", "Synchronization",
    ],
    "Website": ["GraphEngine", "Networks", "Measures", "Findings", "Documents", "Sections"],
    "SampleTrust": ["GraphEngine", "Networks", "Documents"],
    "Server": [
      "Networks", "Documents", "Sections", "Website", "Commands", "FoundationEssentials",
      "Synchronization",
    ],
    "OpenID": [
      "Server", "JWTKit", "Crypto", "CCurl", "Dispatch", "FoundationEssentials", "Synchronization",
    ],
    "weft": ["Commands"],
    "weft-serve": [
      "Commands", "OpenID", "Server", "Hummingbird", "HummingbirdCore", "HTTPTypes", "Logging",
      "NIOCore",
    ],
    "Commands": [
      "GraphEngine", "Networks", "Intake", "Formats", "Settings", "Measures", "Findings",
      "Documents", "Papers",
      "Sections", "Diagrams", "Website", "SampleTrust", "ExpertiseSearch", "Storage",
      "ArgumentParser",
      "FoundationEssentials", "Glibc", "CLinux", "Synchronization",
    ],
  ]
  /// Doors that one file alone may open, within its room.
  private static let single: [String: (module: String, file: String)] = [
    "GraphEngine": ("Dispatch", "FanOut.swift"), "Intake": ("Foundation", "Text.swift"),
    "Diagrams": ("CGraphviz", "Graphviz.swift"), "Formats": ("CZip", "ZipArchive.swift"),
    "Settings": ("Glibc", "SettingsFile.swift"), "Papers": ("CQPDF", "TaggedPDF.swift"),
    "OpenID": ("CCurl", "Fetch.swift"), "Commands": ("CLinux", "Linux.swift"),
    "Storage": ("CGLib", "Checksum.swift"),
  ]

  private func files(_ room: String) -> [String] {
    let folder = packageFolder + "/Sources/" + room
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }
  }

  @Test(arguments: doors.keys.sorted()) func imports(room: String) throws {
    let allowed = try #require(Self.doors[room])
    #expect(!files(room).isEmpty)
    for file in files(room) {
      let text = String(
        decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
      for line in text.split(separator: "\n") where line.contains("import ") {
        let words = line.split(separator: " ").filter {
          !["public", "package", "@testable", "internal"].contains($0)
        }
        guard words.first == "import", let module = words.dropFirst().first.map(String.init) else {
          continue
        }
        #expect(allowed.contains(module), "\(file) imports \(module)")
        if let only = Self.single[room], only.module == module {
          #expect(file.hasSuffix("/" + only.file), "\(file) imports \(module)")
        }
      }
    }
  }

  @Test func everyRoomHasARow() {
    let rooms =
      (try? FileManager.default.contentsOfDirectory(atPath: packageFolder + "/Sources")) ?? []
    let swift = rooms.filter { !files($0).isEmpty }
    #expect(Set(swift) == Set(Self.doors.keys))
  }

  @Test func theTableStandsInTheDocuments() {
    let page = FileManager.default.contents(atPath: packageFolder + "/Docs/Architecture.md")
    let text = String(decoding: page ?? Data(), as: UTF8.self)
    for room in Self.doors.keys { #expect(text.contains("| \(room) |"), "\(room)") }
  }

  /// Measures and what they are put together to have a suite each, by name.
  @Test(arguments: [
    "Measures/Silo", "Measures/Bridging", "Measures/Outward", "Findings/Partnerships",
    "Findings/Purpose", "Findings/Terms",
  ])
  func everyLibraryFileHasATest(folder: String) {
    let room = packageFolder + "/Tests/\(folder.prefix { $0 != "/" })Tests/"
    let tests = FileManager.default.enumerator(atPath: room)?.compactMap { $0 as? String } ?? []
    let texts = tests.map {
      String(decoding: FileManager.default.contents(atPath: room + $0) ?? Data(), as: UTF8.self)
    }.joined()
    for file in files(folder) {
      let name = file.split(separator: "/").last?.dropLast(6) ?? ""
      #expect(texts.contains("struct \(name)Tests"), "\(name)")
    }
  }
}
