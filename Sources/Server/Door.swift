import Synchronization

/// Who may come in: whoever started the server, by an address that works once and the cookie it leaves.
///
/// Other programs of the computer do not have the address; pages of other sites have neither it nor the cookie, and are told from
/// this one by the name they ask for.
public final class Door: Sendable {
  private let key: Mutex<String?>
  private let pass: String
  private let hosts: Set<String>

  /// - Parameters:
  ///   - key: what the printed address holds.
  ///   - pass: what the cookie holds.
  ///   - port: where the server listens.
  public init(key: String = secret(), pass: String = secret(), port: Int) {
    self.key = Mutex(key)
    self.pass = pass
    hosts = Set(["127.0.0.1", "localhost", "[::1]"].map { "\($0):\(port)" })
  }

  /// 32 bytes that nobody can guess.
  public static func secret() -> String {
    var source = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let part = String(source.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - part.count) + part
    }.joined()
  }

  static let cookie = "weft"

  /// What is wrong with who asks; `nil` where nothing is.
  func objection(_ asking: Asking) -> (status: Int, title: String, words: String)? {
    guard let host = asking.headers["host"], hosts.contains(host.lowercased()) else {
      return (
        421, "This is not the address of these pages",
        "Open the address that weft serve printed, as it stands there."
      )
    }
    let site = asking.headers["sec-fetch-site"]
    if site == "cross-site" || site == "same-site" {
      // A link on another site may lead here; nothing else of it may.
      guard asking.headers["sec-fetch-mode"] == "navigate",
        asking.headers["sec-fetch-dest"] == "document"
      else { return closed }
    }
    return hasPass(asking) ? nil : closed
  }

  /// What is wrong with a form: it must come from a page of this address, and hold the key of the page.
  func objection(
    _ asking: Asking, form: FormData?, key: String
  ) -> (status: Int, title: String, words: String)? {
    let host = asking.headers["host"] ?? ""
    let isOwn =
      asking.headers["origin"].map { $0.lowercased() == "http://\(host.lowercased())" }
      ?? (asking.headers["sec-fetch-site"] == "same-origin")
    guard isOwn, let form, isSame(form.fields["key"] ?? "", key) else {
      return (
        403, "That did not come from these pages",
        "Nothing was changed. Open the page again and send it from there."
      )
    }
    return nil
  }

  private var closed: (status: Int, title: String, words: String) {
    (
      403, "These pages are closed",
      "They open for whoever started weft serve: open the address that it printed. If it was used already, start weft serve again for a new one."
    )
  }

  private func hasPass(_ asking: Asking) -> Bool {
    let cookies = (asking.headers["cookie"] ?? "").split(separator: ";").map {
      $0.drop { $0 == " " }
    }
    return cookies.contains { isSame($0, "\(Self.cookie)=\(pass)") }
  }

  /// Lets in whoever has the address that works once.
  ///
  /// - Returns: the cookie to keep; `nil` for a key that is wrong or was used.
  func enter(_ given: String) -> String? {
    let isRight = key.withLock { key in
      guard let own = key, isSame(given, own) else { return false }
      key = nil
      return true
    }
    return isRight ? "\(Self.cookie)=\(pass); Path=/; HttpOnly; SameSite=Strict" : nil
  }

  /// Takes as long whatever differs.
  private func isSame(_ one: some StringProtocol, _ other: some StringProtocol) -> Bool {
    let (a, b) = (Array(one.utf8), Array(other.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
