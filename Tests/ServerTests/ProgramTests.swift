import Foundation
import Glibc
import TestSupport
import Testing

/// The built program, over real connections.
@Suite(.serialized) final class ProgramTests {
  private static let program =
    weftProgram.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/weft-serve"
  private static let isBuilt = FileManager.default.isExecutableFile(atPath: program)
  private static let notBuilt: Comment =
    "weft-serve is not built, so it is not tried over connections: WEFT_SERVE=1 swift build"

  private let process = Process()
  private let messages = Workdir(["err": ""])
  private var wire = Wire(port: 0)
  private var key = ""

  private func start() throws {
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = [packageFolder + "/Data/harbour-trust"]
    process.environment = environmentOfTests
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: messages.path + "/err")
    try process.run()
    for _ in 0..<500 {
      let told = messages.text("err") ?? ""
      if let found = told.firstMatch(of: #/http://127\.0\.0\.1:(\d+)/start\?key=([0-9a-f]{64}) /#) {
        wire = Wire(port: UInt16(found.output.1) ?? 0)
        key = String(found.output.2)
        return
      }
      usleep(20_000)
    }
    Issue.record("\(messages.text("err") ?? "")")
  }

  deinit { if process.isRunning { process.terminate() } }

  private func status(_ answer: String) -> Int? {
    answer.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  }

  @Test(.enabled(if: isBuilt, notBuilt)) func itServesAndEnds() throws {
    try start()
    let (wire, port) = (wire, wire.port)
    // It listens on this computer alone.
    let listeners = (try? String(contentsOfFile: "/proc/net/tcp", encoding: .utf8)) ?? ""
    let hex = String(format: "%04X", port)
    #expect(listeners.contains("0100007F:\(hex) 00000000:0000 0A"))
    #expect(!listeners.contains("00000000:\(hex) 00000000:0000 0A"))
    #expect(status(wire.get("/")) == 403)
    let second = run(Self.program, [packageFolder + "/Data/harbour-trust", "--port", "\(port)"])
    #expect(second.status == 69)
    #expect(
      second.err
        == "Port \(port) cannot be listened on: another program uses it. Choose another with --port, or leave it out for any that is free.\n"
    )
    let entered = wire.get("/start?key=\(key)")
    let cookie = try #require(
      entered.firstMatch(
        of: #/(?i)set-cookie: (weft=[0-9a-f]{64}); Path=\/; HttpOnly; SameSite=Strict/#))
    let pass = "Cookie: \(cookie.output.1)\r\n"
    #expect(status(wire.get("/start?key=\(key)")) == 403)
    let home = wire.get("/", pass)
    #expect(status(home) == 200 && home.contains("<h1>Five things to know</h1>"))
    #expect(home.contains("default-src 'none'") && !home.lowercased().contains("\r\nserver:"))
    let head = wire.send(
      "HEAD / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\(pass)\r\n")
    #expect(status(head) == 200 && head.hasSuffix("\r\n\r\n"))
    // Figures are drawn by the program, begun anew.
    let map = wire.get("/trust-map.svg", pass)
    #expect(
      status(map) == 200 && map.contains("class=\"node") && !map.contains("layout program failed"))

    // What no browser sends is answered or cut off, and harms nothing.
    let host = "Host: 127.0.0.1:\(port)\r\n"
    let hostile = [
      "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.0\r\n\r\n", "\r\n\r\n\r\n", "\0\0\0\0",
      "GET /\r\n\r\n", "GET / HTTP/9.9\r\n\(host)\r\n", "G\u{E9}T / HTTP/1.1\r\n\(host)\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\n\(host)\r\n",
      "GET / HTTP/1.1\r\n\(host)X: " + String(repeating: "a", count: 200_000) + "\r\n\r\n",
      "GET / HTTP/1.1\r\n\(host)" + String(repeating: "X: a\r\n", count: 5000) + "\r\n",
      "GET /" + String(repeating: "a", count: 100_000) + " HTTP/1.1\r\n\(host)\r\n",
      "GET / HTTP/1.1\r\n\(host)Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "GET / HTTP/1.1\r\n\(host)Content-Length: -5\r\n\r\n",
      "GET / HTTP/1.1\r\n\(host)Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
      "POST / HTTP/1.1\r\n\(host)Content-Length: 99999999999\r\n\r\nabc",
      "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\nZZZ\r\n",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "CONNECT evil.example:443 HTTP/1.1\r\n\(host)\r\n",
      "GET http://evil.example/ HTTP/1.1\r\n\(host)\r\n",
      "GET / HTTP/1.1\r\n\(host)\(pass.dropLast(2))\r\nX: a\u{1}b\r\n\r\n",
    ]
    for request in hostile {
      let answer = wire.send(request, wait: 2)
      #expect(!answer.contains("<h1>Five things"), "\(request.prefix(80))")
      let code = status(answer)
      #expect(
        code == nil || (400..<506).contains(code ?? 0),
        "\(request.prefix(80)): \(answer.prefix(80))")
    }
    #expect(status(wire.get("/", pass)) == 200)
    // Many at once.
    DispatchQueue.concurrentPerform(iterations: 60) { _ in
      let found = wire.get("/find.html?q=phonics", pass)
      #expect(found.hasPrefix("HTTP/1.1 200 "))
    }
    // Whoever sends a letter every second is not waited for,
    // nor whoever stops on the way and says nothing more.
    DispatchQueue.concurrentPerform(iterations: 3) { place in
      let to = place == 2 ? "/load" : "/apply"
      let stopped = wire.send(
        "POST \(to) HTTP/1.1\r\n\(host)\(pass)Content-Length: 40\r\n\r\na",
        slowly: place == 0 ? 14 : 0, wait: place == 0 ? 4 : 14)
      #expect(stopped.hasPrefix("HTTP/1.1 408 "), "\(place): \(stopped.prefix(80))")
    }
    // A stop is a graceful one.
    process.terminate()
    let end = Date().addingTimeInterval(10)
    while process.isRunning, Date() < end { usleep(20_000) }
    #expect(!process.isRunning && process.terminationStatus == 0)
  }

  @Test(.enabled(if: isBuilt, notBuilt)) func whatIsWrongIsSaid() {
    let missing = run(Self.program, ["/nowhere"])
    #expect(missing.status == 66)
    #expect(missing.err.hasPrefix("There is no folder"))
    let port = run(Self.program, [packageFolder + "/Data/harbour-trust", "--port", "70000"])
    #expect(port.status == 64)
    #expect(
      port.err.contains("--port 70000: write a number from 0 (any that is free) to 65535."))
    #expect(weft(["serve", "/nowhere"]).status == 66)
  }
}

/// One computer's way to a port of itself.
private struct Wire: Sendable {
  let port: UInt16

  /// Sends bytes and reads what comes back until the other side is done, or time is up.
  ///
  /// - Parameter slowly: as many letters are sent after it, one a second.
  func send(_ text: String, slowly: Int = 0, wait: Double = 5) -> String {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var time = timeval(tv_sec: Int(wait), tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { return "no connection" }
    signal(SIGPIPE, SIG_IGN)
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    for _ in 0..<slowly {
      sleep(1)
      if Glibc.send(socket, "a", 1, Int32(MSG_NOSIGNAL)) <= 0 { break }
    }
    var answer: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(socket, &piece, piece.count, 0)
      if count <= 0 { break }
      answer += piece.prefix(count)
    }
    return String(decoding: answer, as: UTF8.self)
  }

  func get(_ target: String, _ more: String = "") -> String {
    send("GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\(more)\r\n")
  }
}
