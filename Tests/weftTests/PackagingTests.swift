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

  /// No release is made of a tree with changes, nor of a version that CHANGELOG.md does not know.
  @Test func refusedReleases() {
    let work = Workdir()
    let outcome = run(
      "/bin/bash",
      [
        "-c",
        """
        set -e
        cd "$1" && mkdir -p Packaging Sources/Commands && git init -q
        cp "$2/Packaging/release" Packaging/ && cp "$2/CHANGELOG.md" . && cp "$2/Sources/Commands/Weft.swift" Sources/Commands/
        keep() { git add -A && git -c user.name=Weft -c user.email=weft@example.org commit -qm "$1"; }
        keep first
        echo more >> CHANGELOG.md; Packaging/release || echo "ended with $?"
        git checkout -q CHANGELOG.md
        sed -i 's/^## /### /' CHANGELOG.md; keep second; Packaging/release || echo "ended with $?"
        """, "bash", work.path, packageFolder,
      ])
    guard outcome.status != 127 else { return print("git is missing: releases were not tried") }
    #expect(outcome.out == "ended with 65\nended with 65\n", "\(outcome.err)")
    #expect(outcome.err.contains("there are changes that are not committed"))
    #expect(outcome.err.contains("CHANGELOG.md has no entry for"))
  }

  private func trimmedVersion(_ text: Substring) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
