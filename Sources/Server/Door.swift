import Synchronization

/// Who may come in: whoever started the server, by an address that works once and the cookie it leaves.
///
/// Other programs of the computer do not have the address; pages of other sites have neither it nor the cookie, and are told from
/// this one by the name they ask for.
public final class Door: Entrance {
  private let key: Mutex<String?>
  private let pass: String
  private let hosts: Set<String>
  private let owner: Visit

  /// - Parameters:
  ///   - key: what the printed address holds.
  ///   - pass: what the cookie holds.
  ///   - port: where the server listens.
  ///   - formKey: what goes with each form.
  public init(
    key: String = secret(), pass: String = secret(), port: Int, formKey: String = secret()
  ) {
    owner = Visit(
      roles: Set(Role.allCases), name: "the owner", address: nil, isLocal: true,
      desk: LoadingDesk(key: formKey))
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

  package func objection(_ asking: Asking) -> Objection? {
    guard let host = asking.headers["host"], hosts.contains(host.lowercased()) else {
      return Objection(
        421, "This is not the address of these pages",
        "Open the address that weft serve printed, as it stands there.")
    }
    return asking.isLed ? nil : Self.shut
  }

  package func visit(_ asking: Asking) -> Visit? {
    Self.passes(asking).contains { isSame($0, pass) } ? owner : nil
  }

  package func closed(_ target: String) -> Answer { Self.shut.answer }

  package func isOrigin(_ origin: String, of asking: Asking) -> Bool {
    origin.lowercased() == "http://\((asking.headers["host"] ?? "").lowercased())"
  }

  private static let shut = Objection(
    403, "These pages are closed",
    "They open for whoever started weft serve: open the address that it printed. If it was used already, start weft serve again for a new one."
  )

  /// Lets in whoever has the address that works once.
  ///
  /// - Returns: the cookie to keep; `nil` for a key that is wrong or was used.
  func enter(_ given: String, _ asking: Asking) -> String? {
    let isRight = key.withLock { key in
      guard let own = key, isSame(given, own) else { return false }
      key = nil
      return true
    }
    guard isRight else { return nil }
    // Browsers keep one cookie for all ports: those of other trusts that are open stay in it.
    let others = Self.passes(asking).filter { $0.count == 64 && $0.allSatisfy(\.isHexDigit) }
    let passes = ([pass] + others.prefix(Self.most - 1)).joined(separator: ".")
    return "\(Self.cookie)=\(passes); Path=/; HttpOnly; SameSite=Strict"
  }

  /// What the cookie holds: a pass for each server that the browser was let into.
  private static func passes(_ asking: Asking) -> [String] {
    (asking.cookie(cookie) ?? "").split(separator: ".").prefix(most).map(String.init)
  }

  private static let most = 8
}
