import Crypto
import Foundation
import Glibc
import Synchronization

/// An issuer of OpenID Connect on this computer, for one person, over real connections.
final class SmallIssuer: Sendable {
  private let key = P256.Signing.PrivateKey()
  private let listener: Int32
  let port: UInt16
  private let role: String
  private let address: String
  private let codes = Mutex<[String: [String: String]]>([:])

  var name: String { "http://127.0.0.1:\(port)" }

  init?(role: String, address: String) {
    (self.role, self.address) = (role, address)
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var own = sockaddr_in()
    own.sin_family = sa_family_t(AF_INET)
    own.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &own) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 16) == 0
          && getsockname(listener, $0, &size) == 0
      }
    }
    guard isBound else { return nil }
    self.listener = listener
    port = UInt16(bigEndian: own.sin_port)
    Thread.detachNewThread { [self] in
      while true {
        let one = accept(listener, nil, nil)
        guard one >= 0 else { return }
        serve(one)
        close(one)
      }
    }
  }

  func end() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve(_ one: Int32) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    var text = ""
    repeat {
      let count = read(one, &buffer, buffer.count)
      guard count > 0 else { return }
      bytes += buffer[..<count]
      text = String(decoding: bytes, as: UTF8.self)
    } while !isWhole(text)
    let words = text.split(separator: " ")
    guard words.count > 1 else { return }
    let answer = Array(answer(String(words[1]), text).utf8)
    _ = answer.withUnsafeBytes { write(one, $0.baseAddress, $0.count) }
  }

  private func isWhole(_ text: String) -> Bool {
    guard let head = text.range(of: "\r\n\r\n") else { return false }
    let size =
      text.firstMatch(of: #/(?i)content-length: (\d+)/#).flatMap { Int($0.output.1) } ?? 0
    return text[head.upperBound...].utf8.count >= size
  }

  private func answer(_ target: String, _ request: String) -> String {
    let query = Self.pairs(target.split(separator: "?").dropFirst().first.map(String.init) ?? "")
    switch target.split(separator: "?").first {
    case "/.well-known/openid-configuration":
      return Self.json([
        "issuer": name, "authorization_endpoint": name + "/authorize",
        "token_endpoint": name + "/token", "jwks_uri": name + "/keys",
      ])
    case "/keys":
      let point = key.publicKey.rawRepresentation
      return Self.json([
        "keys": [
          [
            "kty": "EC", "crv": "P-256", "kid": "1", "use": "sig",
            "x": Self.base64(point.prefix(32)), "y": Self.base64(point.suffix(32)),
          ]
        ]
      ])
    case "/authorize":
      let code = UUID().uuidString
      codes.withLock { $0[code] = query }
      let place = "\(query["redirect_uri"] ?? "")?code=\(code)&state=\(query["state"] ?? "")"
      return
        "HTTP/1.1 302 Found\r\nLocation: \(place)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    case "/token":
      let form = Self.pairs(request.components(separatedBy: "\r\n\r\n").last ?? "")
      let challenge = Self.base64(
        Data(SHA256.hash(data: Data((form["code_verifier"] ?? "").utf8))))
      guard let asked = codes.withLock({ $0.removeValue(forKey: form["code"] ?? "") }),
        asked["code_challenge"] == challenge, form["client_secret"] == "between us",
        let token = token(asked["nonce"] ?? "")
      else { return Self.json(["error": "invalid_grant"], "400 Bad Request") }
      return Self.json(["id_token": token, "token_type": "Bearer"])
    default: return Self.json([:], "404 Not Found")
    }
  }

  private func token(_ nonce: String) -> String? {
    let now = Date().timeIntervalSince1970.rounded()
    let claims: [String: Any] = [
      "iss": name, "aud": "weft", "sub": "one", "nonce": nonce, "iat": now, "exp": now + 300,
      "email": address, "email_verified": true, "roles": [role],
    ]
    guard let body = try? JSONSerialization.data(withJSONObject: claims) else { return nil }
    let text = Self.base64(Data("{\"alg\":\"ES256\",\"kid\":\"1\"}".utf8)) + "." + Self.base64(body)
    guard let sign = try? key.signature(for: Data(text.utf8)) else { return nil }
    return text + "." + Self.base64(sign.rawRepresentation)
  }

  private static func base64(_ data: some DataProtocol) -> String {
    Data(data).base64EncodedString().replacingOccurrences(of: "+", with: "-")
      .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
  }

  private static func pairs(_ text: String) -> [String: String] {
    Dictionary(
      text.split(separator: "&").compactMap { pair in
        let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
        return sides.count == 2 ? (sides[0], sides[1].removingPercentEncoding ?? "") : nil
      }, uniquingKeysWith: { $1 })
  }

  private static func json(_ object: [String: Any], _ status: String = "200 OK") -> String {
    let body = (try? JSONSerialization.data(withJSONObject: object)) ?? Data()
    return
      "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nContent-Length: \(body.count)\r\nConnection: close\r\n\r\n"
      + String(decoding: body, as: UTF8.self)
  }
}
