import Foundation
import Glibc
import TestSupport
import Testing

/// A browser that does as a reader would: opens pages, types, presses keys and buttons, chooses files.
///
/// Speaks the DevTools protocol over two pipes, so that nothing listens on a port.
final class Browser {
  static let missing: Comment =
    "Chromium is not installed, so the journeys through the pages are not taken: Scripts/setup-accessibility"
  static let program: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return ["chromium", "chromium-browser", "google-chrome"].lazy
      .flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  private let process = Process()
  private let folder = Workdir()
  private let to: Int32
  private let from: Int32
  private var rest: [UInt8] = []
  private var number = 0
  private var session = ""

  struct Trouble: Error, CustomStringConvertible { let description: String }

  init(width: Int = 1280, height: Int = 900) throws {
    let program = try #require(Self.program)
    let (input, output) = (folder.path + "/in", folder.path + "/out")
    guard mkfifo(input, 0o600) == 0, mkfifo(output, 0o600) == 0 else {
      throw Trouble(description: "no pipes")
    }
    // Opened for both, so that neither side waits for the other.
    to = Glibc.open(input, O_RDWR | O_CLOEXEC)
    from = Glibc.open(output, O_RDWR | O_CLOEXEC)
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      "exec \"$0\" --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --user-data-dir=\"$1/profile\" --remote-debugging-pipe about:blank 3<\"$1/in\" 4>\"$1/out\"",
      program, folder.path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let targets = try send("Target.createTarget", ["url": "about:blank"], onPage: false)
    let id = targets["targetId"] as? String ?? ""
    session =
      try send("Target.attachToTarget", ["targetId": id, "flatten": true], onPage: false)[
        "sessionId"] as? String ?? ""
    for domain in ["Page", "Runtime", "DOM"] { try send(domain + ".enable") }
    // Keys go to the page, whatever window the machine holds in front.
    try send("Emulation.setFocusEmulationEnabled", ["enabled": true])
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    close(to)
    close(from)
  }

  // MARK: The protocol

  @discardableResult
  private func send(
    _ method: String, _ parameters: [String: Any] = [:], onPage: Bool = true
  ) throws -> [String: Any] {
    number += 1
    var message: [String: Any] = ["id": number, "method": method, "params": parameters]
    if onPage { message["sessionId"] = session }
    let bytes = [UInt8](try JSONSerialization.data(withJSONObject: message)) + [0]
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(to, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Trouble(description: "the browser takes nothing") }
      sent += count
    }
    while true {
      let answer = try next()
      guard answer["id"] as? Int == number else { continue }
      if let error = answer["error"] { throw Trouble(description: "\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func next() throws -> [String: Any] {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let end = rest.firstIndex(of: 0) {
        let message = Data(rest[..<end])
        rest.removeFirst(end + 1)
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      var wait = pollfd(fd: from, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, 60_000) > 0 else {
        throw Trouble(description: "the browser says nothing for a minute")
      }
      let count = read(from, &buffer, buffer.count)
      guard count > 0 else { throw Trouble(description: "the browser is gone") }
      rest += buffer[..<count]
    }
  }

  // MARK: What a reader does

  /// The value of an expression on the page.
  func value(_ expression: String) throws -> Any? {
    let result = try send(
      "Runtime.evaluate",
      ["expression": expression, "returnByValue": true, "awaitPromise": true])
    return (result["result"] as? [String: Any])?["value"]
  }

  func text(_ expression: String) throws -> String { try value(expression) as? String ?? "" }

  var heading: String { get throws { try text("document.querySelector('h1')?.innerText ?? ''") } }
  var page: String { get throws { try text("document.body?.innerText ?? ''") } }

  /// Does something that leads to another page, and waits until that is there.
  func leaving(_ act: () throws -> Void) throws {
    _ = try value("window.isOld = true")
    try act()
    for _ in 0..<600 {
      let isThere =
        (try? value("window.isOld === undefined && document.readyState === 'complete'")) ?? false
      if isThere as? Bool == true {
        // A page that leads on by itself is none yet.
        if try value("document.title !== 'Opening'") as? Bool == true { return settle() }
      }
      usleep(50_000)
    }
    throw Trouble(description: "no page came; still at \(try text("location.href"))")
  }

  /// Waits until the page is drawn where it stands: a key or a click before that reaches nothing on a busy machine.
  private func settle() {
    _ = try? value(
      "new Promise(done => { setTimeout(done, 2000); requestAnimationFrame(() => requestAnimationFrame(done)) })"
    )
  }

  func open(_ address: String) throws {
    try leaving { try send("Page.navigate", ["url": address]) }
  }

  /// Puts the cursor into a field, empties it, and types.
  func type(_ words: String, into field: String) throws {
    guard
      try value(
        "(e => { e?.focus(); e?.select?.(); return !!e })(document.querySelector('\(field)'))")
        as? Bool == true
    else { throw Trouble(description: "there is no \(field)") }
    try send("Input.insertText", ["text": words])
  }

  func press(_ key: String, shift: Bool = false) throws {
    let codes = ["Enter": 13, "Tab": 9, " ": 32, "ArrowDown": 40]
    var event: [String: Any] = [
      "key": key, "windowsVirtualKeyCode": codes[key] ?? 0, "modifiers": shift ? 8 : 0,
      "type": "keyDown",
    ]
    if key == "Enter" { event["text"] = "\r" }
    if key == " " { event["text"] = " " }
    try send("Input.dispatchKeyEvent", event)
    event["type"] = "keyUp"
    event["text"] = nil
    try send("Input.dispatchKeyEvent", event)
  }

  /// Presses a button or follows a link, by its words.
  func click(_ words: String) throws {
    let found = try value(
      """
      (e => { e?.scrollIntoView({block: 'center'}); const r = e?.getBoundingClientRect(); return r ? [r.x + r.width / 2, r.y + r.height / 2] : null })(
        [...document.querySelectorAll('a, button, summary')].find(e => e.innerText.trim() === \(Self.quoted(words)) && e.getClientRects().length))
      """)
    guard let place = found as? [Any], place.count == 2, let x = place[0] as? NSNumber,
      let y = place[1] as? NSNumber
    else { throw Trouble(description: "nothing says \(words) on \(try text("location.href"))") }
    settle()
    for type in ["mousePressed", "mouseReleased"] {
      try send(
        "Input.dispatchMouseEvent",
        ["type": type, "x": x.doubleValue, "y": y.doubleValue, "button": "left", "clickCount": 1])
    }
  }

  func choose(_ value: String, in field: String) throws {
    guard
      try self.value(
        "(e => { if (!e) return false; e.value = \(Self.quoted(value)); e.dispatchEvent(new Event('change', {bubbles: true})); return e.value === \(Self.quoted(value)) })(document.querySelector('\(field)'))"
      ) as? Bool == true
    else { throw Trouble(description: "\(field) does not offer \(value)") }
  }

  func attach(_ files: [String], to field: String) throws {
    let root = try send("DOM.getDocument")["root"] as? [String: Any]
    let found = try send(
      "DOM.querySelector", ["nodeId": root?["nodeId"] ?? 0, "selector": field])
    try send("DOM.setFileInputFiles", ["files": files, "nodeId": found["nodeId"] ?? 0])
  }

  func keepDownloads(in folder: String) throws {
    try send(
      "Browser.setDownloadBehavior", ["behavior": "allow", "downloadPath": folder], onPage: false)
  }

  /// The bytes of a file that is on its way, once it is whole.
  func waiting(for path: String) throws -> [UInt8] {
    var size = -1
    for _ in 0..<600 {
      let bytes = FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
      if !bytes.isEmpty, bytes.count == size { return bytes }
      size = bytes.count
      usleep(50_000)
    }
    throw Trouble(description: "\(path) does not come")
  }

  /// Presses Tab until what has the cursor says these words.
  func tab(to words: String, within most: Int = 80) throws {
    for _ in 0..<most {
      try press("Tab")
      let here = try text(
        "(e => e ? (e.innerText || e.labels?.[0]?.innerText || e.name || '').trim() : '')(document.activeElement)"
      )
      if here == words {
        // Whoever uses keys must see where they are.
        let ring = try text(
          "(s => s.outlineStyle + ' ' + s.outlineWidth)(getComputedStyle(document.activeElement))")
        #expect(
          !ring.hasPrefix("none") && !ring.hasSuffix(" 0px"), "\(words) shows no focus: \(ring)")
        return
      }
    }
    throw Trouble(description: "\(words) is not reached by Tab")
  }

  func emulate(_ features: [(name: String, value: String)]) throws {
    try send(
      "Emulation.setEmulatedMedia",
      ["features": features.map { ["name": $0.name, "value": $0.value] }])
  }

  private static func quoted(_ text: String) -> String {
    String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
  }
}
