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
    let trust = try ServedTrust(ServeOptions.parse([harbour]))
    let server = TrustServer(
      trust, folder: harbour, door: Door(key: "k", pass: "p", port: 80, formKey: "f")
    ) { () throws(Failure) in trust }
    // Looked at, and not loaded.
    let people = try String(contentsOfFile: harbour + "/people.csv", encoding: .utf8)
      .replacingOccurrences(of: "Teaching assistant", with: "Assistant")
    let load =
      "--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nf\r\n--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"people.csv\"\r\n\r\n\(people)x,\r\n--b--\r\n"
    let sent = await server.answer(
      Asking(
        "POST", "/load",
        [
          "host": "127.0.0.1:80", "cookie": "weft=p", "origin": "http://127.0.0.1:80",
          "content-type": "multipart/form-data; boundary=b",
        ], body: Array(load.utf8)))
    #expect(sent.header("Location") == "/load.html")
    var files: [String: String] = [:]
    let targets = [
      "/", "/silos.html", "/find.html?q=phonics&from=P0087", "/find.html?q=excel+dashboards",
      "/find.html?q=phonics&from=nobody+here", "/find.html?q=zzzz", "/person-p0634.html",
      "/person-p0634.html?from=P0087", "/board-papers.html", "/data.html",
      "/since=2026-07-10/index.html", "/depth=9/silos.html", "/nothing.html",
      "/load.html", "/my-data.html", "/my-data.html?who=P0087", "/goals.html", "/stories.html",
      "/next.html",
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
