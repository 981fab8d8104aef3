/// What a browser asks.
public struct Asking: Sendable {
  public var method: String
  /// Path and query, as they were sent.
  public var target: String
  /// Names in small letters.
  public var headers: [String: String]
  public var bodySize: Int
  /// What was sent with it; empty where that was more than may be.
  public var body: [UInt8]

  public init(
    _ method: String = "GET", _ target: String, _ headers: [String: String] = [:],
    bodySize: Int = 0, body: [UInt8] = []
  ) {
    self.body = body
    self.method = method
    self.target = target
    self.headers = headers
    self.bodySize = bodySize
  }
}

/// What it gets.
public struct Answer: Sendable {
  public var status: Int
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]

  init(_ status: Int, _ type: String, _ body: [UInt8], _ more: [(String, String)] = []) {
    self.status = status
    headers = [("Content-Type", type)] + more.map { ($0.0, $0.1) }
    self.body = body
  }

  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

extension Answer {
  static func page(_ html: String, _ status: Int = 200, _ more: [(String, String)] = []) -> Answer {
    Answer(status, "text/html; charset=utf-8", Array(html.utf8), more)
  }

  static func moved(to address: String, _ more: [(String, String)] = []) -> Answer {
    Answer(303, "text/plain; charset=utf-8", [], [("Location", address)] + more)
  }

  /// With what holds for every answer: nothing runs, nothing is kept, nothing is framed, nothing is told to other sites.
  var guarded: Answer {
    var answer = self
    let isPicture = header("Content-Type")?.hasPrefix("image/svg") == true
    let policy =
      isPicture
      ? "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'; sandbox"
      : "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    answer.headers += [
      ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"),
      ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
      ("Cache-Control", "no-store"), ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
    return answer
  }
}
