import Foundation
import TestSupport
import Testing

/// What goes into packages beside the programs.
@Suite struct PackagingTests {
  /// Every command that help lists has a manual page with its options.
  @Test func manualPages() throws {
    let work = Workdir()
    let help = weft(["--experimental-dump-help"])
    let made = run(
      "/usr/bin/env",
      [
        "python3", packageFolder + "/Packaging/manpages.py", work.path + "/man", "0.2.0",
        "2026-11-29",
      ],
      input: help.out)
    guard made.status != 127 else {
      return print("python3 is missing: manual pages were not tried")
    }
    #expect(made.status == 0, "\(made.err)")
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(help.out.utf8)) as? [String: Any])
    let command = try #require(root["command"] as? [String: Any])
    let commands = (command["subcommands"] as? [[String: Any]] ?? []).filter {
      $0["shouldDisplay"] as? Bool != false && $0["commandName"] as? String != "help"
    }
    #expect(commands.count > 40)
    #expect(work.names("man").count == commands.count + 1)
    for one in commands {
      let name = one["commandName"] as? String ?? ""
      let page = work.text("man/weft-\(name).1") ?? ""
      #expect(page.hasPrefix(".TH \"WEFT-\(name.uppercased())\" 1 "), "\(name)")
      for argument in one["arguments"] as? [[String: Any]] ?? []
      where argument["shouldDisplay"] as? Bool != false
        && argument["kind"] as? String != "positional"
      {
        let names = argument["names"] as? [[String: Any]] ?? []
        for option in names where option["kind"] as? String == "long" {
          let word = (option["name"] as? String ?? "").replacingOccurrences(of: "-", with: "\\-")
          #expect(page.contains("\\fB\\-\\-\(word)\\fR"), "\(name) \(word)")
        }
      }
    }
  }

  /// The version that is told is the one that is described.
  @Test func oneVersion() throws {
    // A package says the commit behind it.
    let told = weft(["--version"]).out.split(separator: " ").dropFirst().first.map(trimmedVersion)
    let changes = try String(contentsOfFile: packageFolder + "/CHANGELOG.md", encoding: .utf8)
    let install = try String(contentsOfFile: packageFolder + "/Docs/Install.md", encoding: .utf8)
    let version = try #require(told)
    #expect(changes.contains("\n## \(version)"))
    #expect(install.contains("weft_\(version)_amd64.deb"))
  }

  private func trimmedVersion(_ text: Substring) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
