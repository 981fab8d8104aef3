import Foundation
import GraphEngine
import Intake
import Networks
import TestSupport
import Testing

@testable import Settings

@Suite struct SettingsTests {
  private func read(_ text: String) throws -> Settings { try Settings(reading: Array(text.utf8)) }

  @Test func everyKeyIsTakenOver() throws {
    let settings = try read(
      """
      title = "Harbour Trust"
      boundaries = ["school", "hub"]
      period = "2025-09-01/2026-07-31"
      depth = 3
      min_group = 10
      min_link = 4
      directed = true
      parallel = "latest"
      scale_zero = 1
      delimiter = "tab"
      seed = 7
      pseudonym_key = "hush"
      surveyed_across = true
      [files]
      people = "staff.csv"
      [columns.collaborations]
      strength = "intervals_20s"
      [figures]
      meeting = "Board"
      marking = "OFFICIAL"
      source = "Survey"
      """)
    #expect(settings.title == "Harbour Trust" && settings.boundaries == ["school", "hub"])
    #expect(
      settings.period == Period(typed: "2025-09-01/2026-07-31") && settings.depth == .coordination)
    #expect(settings.minGroup == 10 && settings.minLink == 4 && settings.isDirected)
    #expect(settings.parallel == .latest && settings.scaleZero == 1 && settings.delimiter == 9)
    #expect(settings.seed == 7 && settings.pseudonymKey == "hush" && settings.isSurveyedAcross)
    #expect(settings.files == [.people: "staff.csv"])
    #expect(settings.columns == [.collaborations: ["strength": "intervals_20s"]])
    #expect(settings.figures.meeting == "Board" && settings.figures.marking == "OFFICIAL")
    #expect(settings.figures.source == "Survey")
    #expect(settings.origin("min_group") == "weft.toml line 5")
    #expect(settings.origin("files.people") == "weft.toml line 15")
  }

  @Test func theEnvironmentWinsOverTheFile() throws {
    var settings = try read("min_group = 10\nseed = 3\n")
    try settings.read(environment: [
      "WEFT_MIN_GROUP": "7", "WEFT_SEED": "", "WEFT_BOUNDARIES": "school, hub",
      "WEFT_SURVEYED_ACROSS": "yes", "HOME": "/", "WEFT": "x",
    ])
    #expect(settings.minGroup == 7 && settings.seed == 3)
    #expect(settings.boundaries == ["school", "hub"] && settings.isSurveyedAcross)
    #expect(settings.origin("min_group") == "WEFT_MIN_GROUP")
  }

  /// What the table says holds otherwise does, wherever it is a value.
  @Test func standardsAreTrue() throws {
    var said = 0
    for setting in Setting.top {
      guard let settings = try? read("\(setting.key) = \(setting.standard)") else { continue }
      #expect(Settings().isLike(settings), "\(setting.key) is not \(setting.standard) otherwise")
      said += 1
    }
    #expect(said == 8)
  }

  @Test(arguments: Setting.all.map(\.name)) func everyExampleFits(_ name: String) throws {
    let setting = try #require(Setting.all.first { $0.name == name })
    let section = setting.section.isEmpty ? "" : "[\(setting.section)]\n"
    _ = try read("\(section)\(setting.key) = \(setting.example)\n")
    if let variable = setting.variable, setting.key != "boundaries" {
      var settings = Settings()
      try settings.read(environment: [variable: setting.example.replacing("\"", with: "")])
      #expect(settings.origin(setting.key) == variable)
    }
  }

  /// A line of the template without the mark in front counts, alone and with all the others.
  @Test func theTemplateIsWellWritten() throws {
    let lines = SettingsPage.template.split(separator: "\n").dropFirst().map {
      String($0.dropFirst(2))
    }
    #expect(lines.count > 18)
    _ = try read(SettingsPage.template)
    let all = try read(lines.joined(separator: "\n"))
    #expect(all.minGroup == 5 && all.files[.people] == "staff.csv" && all.figures.source != nil)
    var section = ""
    for line in lines {
      if line.hasPrefix("[") { section = line }
      _ = try read(line.hasPrefix("[") ? line : section + "\n" + line)
    }
  }

  @Test func theDocumentIsTheTable() throws {
    let page = try String(contentsOfFile: packageFolder + "/Docs/Settings.md", encoding: .utf8)
    #expect(page == SettingsPage.markdown, "`make record` writes Docs/Settings.md")
  }

  @Test(arguments: [
    ("weft.toml", false), ("weft.toml.txt", true), ("weft.toml~", true), ("weft.toml.bak", true),
    (".weft.toml", true), (" weft.toml", true), ("weft.toml ", true), ("weft.tml", true),
    ("weft.tom", true), ("wetf.toml", true), ("wefft.toml", true), ("weft-toml", true),
    ("weft.yaml", true), ("weft.json", true), ("w\u{435}ft.toml", true), ("weft.csv", false),
    ("loft.toml", false), ("people.csv", false), ("notes.txt", false), ("weft", false),
    ("pyproject.toml", false), (".DS_Store", false),
  ])
  func namesMuchAlike(_ name: String, _ isNear: Bool) {
    #expect(SettingsFile.isNear(name) == isNear, "\(name)")
  }
}

extension Settings {
  /// Whether two settings come to the same, wherever they were set.
  fileprivate func isLike(_ other: Settings) -> Bool {
    minGroup == other.minGroup && minLink == other.minLink && isDirected == other.isDirected
      && parallel == other.parallel && seed == other.seed
      && (depth ?? .networking) == (other.depth ?? .networking)
      && isSurveyedAcross == other.isSurveyedAcross
  }
}
