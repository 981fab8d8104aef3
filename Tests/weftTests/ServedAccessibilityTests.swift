import ArgumentParser
@testable import Commands
import Foundation
@testable import Server
import TestSupport
import Testing

/// What `weft serve` shows, read by a browser.
@Suite struct ServedAccessibilityTests {
  /// Pages that a server alone has, at the width of a desk, a phone and a small phone.
  @Test(.enabled(if: Accessibility.tools != nil, Accessibility.missing))
  func nothingBarsAnybody() async throws {
    let harbour = packageFolder + "/Data/harbour-trust"
    let server = TrustServer(
      try ServedTrust(ServeOptions.parse([harbour])), folder: harbour,
      door: Door(key: "k", pass: "p", port: 80))
    var files: [String: String] = [:]
    let targets = [
      "/", "/silos.html", "/find.html?q=phonics&from=P0087", "/find.html?q=excel+dashboards",
      "/find.html?q=phonics&from=nobody+here", "/find.html?q=zzzz", "/person-p0634.html",
      "/person-p0634.html?from=P0087", "/board-papers.html", "/data.html",
      "/since=2026-07-10/index.html", "/depth=9/silos.html", "/nothing.html",
    ]
    for (place, target) in targets.enumerated() {
      let answer = await server.answer(
        Asking("GET", target, ["host": "127.0.0.1:80", "cookie": "weft=p"]))
      files["page\(place).html"] = String(decoding: answer.body, as: UTF8.self)
        .replacingOccurrences(of: "\"/site.css\"", with: "\"site.css\"")
    }
    let closed = await server.answer(Asking("GET", "/", ["host": "127.0.0.1:80"]))
    files["page\(targets.count).html"] = String(decoding: closed.body, as: UTF8.self)
      .replacingOccurrences(of: "\"/site.css\"", with: "\"site.css\"")
    let pages = files.keys.sorted()
    files["site.css"] = String(
      decoding: await server.answer(Asking("GET", "/site.css", [:])).body, as: UTF8.self)
    let readings = try Accessibility.read(pages, of: files, at: [1280, 390, 320])
    #expect(readings.count == 3 * pages.count)
    for reading in readings {
      #expect(reading.passes >= 10, "\(reading.page) at \(reading.width)")
      #expect(reading.faults.isEmpty, "\(reading.page) at \(reading.width): \(reading.faults)")
      #expect(
        reading.reach <= reading.width, "\(reading.page) scrolls sideways at \(reading.width)")
    }
  }
}
