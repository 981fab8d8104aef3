import Crypto
import CryptoExtras
import Foundation
import OpenID
import Server
import Synchronization
import Testing

/// An issuer that says what a test has it say.
final class Fake: Sendable {
  static let name = "https://issuer.example/tenant"
  static let now = 1_800_000_000.0

  struct State {
    var configuration: String?
    var keys: [[String: String]]
    var tokens: [String: String] = [:]
    var statuses: [String: Int] = [:]
    var isDown: Set<String> = []
    var asked: [String] = []
    var forms: [String] = []
  }

  let curve = P256.Signing.PrivateKey()
  let other = P256.Signing.PrivateKey()
  let rsa: _RSA.Signing.PrivateKey
  // One is enough, and takes a while to make.
  private static let made = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }
  let state: Mutex<State>
  let clock = Mutex(now)

  init() throws {
    rsa = try Self.made.get()
    let point = curve.publicKey.rawRepresentation
    let primitives = try rsa.publicKey.getKeyPrimitives()
    // As Microsoft writes its keys: without alg.
    state = Mutex(
      State(
        configuration: nil,
        keys: [
          [
            "kty": "EC", "crv": "P-256", "kid": "ec", "x": base64(point.prefix(32)),
            "y": base64(point.suffix(32)), "use": "sig",
          ],
          [
            "kty": "RSA", "kid": "rsa", "n": base64(primitives.modulus),
            "e": base64(primitives.publicExponent), "use": "sig",
          ],
        ]))
  }

  func change(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }

  var issuer: OpenIDIssuer {
    OpenIDIssuer(
      issuer: Self.name, client: "weft", secret: "s&e", now: { self.clock.withLock { $0 } }
    ) { address, form throws(SignInFault) in
      let place = address.split(separator: "/").last.map(String.init) ?? ""
      let answer: (status: Int, body: [UInt8])? = self.state.withLock { state in
        state.asked.append(place)
        if state.isDown.contains(place) { return nil }
        if let status = state.statuses[place] { return (status, []) }
        switch place {
        case "openid-configuration":
          let text =
            state.configuration
            ?? "{\"issuer\":\"\(Self.name)\",\"authorization_endpoint\":\"\(Self.name)/authorize\",\"token_endpoint\":\"\(Self.name)/token\",\"jwks_uri\":\"\(Self.name)/keys\"}"
          return (200, Array(text.utf8))
        case "keys":
          let data = try? JSONSerialization.data(withJSONObject: ["keys": state.keys])
          return (200, [UInt8](data ?? Data()))
        case "token":
          state.forms.append(form ?? "")
          let code = form?.firstMatch(of: /(?:^|&)code=(\w+)/).map { String($0.output.1) } ?? ""
          // A code works once.
          guard let token = state.tokens.removeValue(forKey: code) else { return (400, []) }
          return (200, Array(token.utf8))
        default: return (404, [])
        }
      }
      guard let answer else { throw .unreachable }
      return answer
    }
  }

  static let claims: [String: any Sendable] = [
    "iss": name, "aud": "weft", "sub": "s1", "nonce": "n1", "exp": now + 300, "iat": now - 5,
    "email": "anna@harbour.example", "email_verified": true, "roles": ["Weft.Staff", "Other"],
  ]

  enum Signature { case curve, other, rsa, none, secret }

  func token(
    _ claims: [String: any Sendable], head: [String: any Sendable] = ["alg": "ES256", "kid": "ec"],
    _ signature: Signature = .curve
  ) throws -> String {
    let parts = try [head, claims].map {
      base64(try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys))
    }
    let text = Data(parts.joined(separator: ".").utf8)
    let sign =
      switch signature {
      case .curve: try curve.signature(for: text).rawRepresentation
      case .other: try other.signature(for: text).rawRepresentation
      case .rsa: try rsa.signature(for: text, padding: .insecurePKCS1v1_5).rawRepresentation
      case .none: Data()
      case .secret:
        Data(
          HMAC<SHA256>.authenticationCode(
            for: text, using: SymmetricKey(data: Data(rsa.publicKey.pemRepresentation.utf8))))
      }
    return parts.joined(separator: ".") + "." + base64(sign)
  }

  /// The identity of a token that a code stands for.
  func identity(_ token: String) async throws(SignInFault) -> Identity {
    change { $0.tokens["c1"] = "{\"id_token\":\"\(token)\"}" }
    return try await issuer.identity(
      code: "c1", verifier: "v", redirect: "https://weft.example/signed-in")
  }
}

private func base64(_ data: some DataProtocol) -> String {
  Data(data).base64EncodedString().replacingOccurrences(of: "+", with: "-")
    .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
}

@Suite struct OpenIDIssuerTests {
  @Test func whoIsVouchedForIsKnown() async throws {
    let fake = try Fake()
    let identity = try await fake.identity(fake.token(Fake.claims))
    #expect(identity.subject == "s1" && identity.nonce == "n1")
    #expect(identity.address == "anna@harbour.example")
    #expect(identity.claims["roles"] == ["Weft.Staff", "Other"])
    // What is sent is written for a form.
    let form = fake.state.withLock { $0.forms[0] }
    #expect(
      form
        == "grant_type=authorization_code&code=c1&redirect_uri=https%3a%2f%2fweft.example%2fsigned-in&client_id=weft&client_secret=s%26e&code_verifier=v"
    )
    // RFC 7636, appendix B.
    #expect(
      fake.issuer.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
  }

  @Test func rsaIsTakenAsMicrosoftAndGoogleUseIt() async throws {
    let fake = try Fake()
    let token = try fake.token(Fake.claims, head: ["alg": "RS256", "kid": "rsa"], .rsa)
    #expect(try await fake.identity(token).subject == "s1")
  }

  /// What may differ: two clocks by a minute, several audiences where ours was asked, an address not verified.
  @Test func whatMayDifferMay() async throws {
    let fake = try Fake()
    var claims = Fake.claims
    claims["exp"] = Fake.now - 30
    claims["iat"] = Fake.now + 30
    claims["aud"] = ["weft", "more"]
    claims["azp"] = "weft"
    #expect(try await fake.identity(fake.token(claims)).subject == "s1")
    for no in [false, "false"] as [any Sendable] {
      claims["email_verified"] = no
      #expect(try await fake.identity(fake.token(claims)).address == nil)
    }
    // As Microsoft writes it: no word on the address, which anybody may have put there.
    claims["email_verified"] = nil
    #expect(try await fake.identity(fake.token(claims)).address == nil)
    claims["preferred_username"] = "anna.b@harbour.example"
    #expect(try await fake.identity(fake.token(claims)).address == "anna.b@harbour.example")
    claims["preferred_username"] = "anna"
    #expect(try await fake.identity(fake.token(claims)).address == nil)
  }

  struct Fault: Sendable, CustomStringConvertible {
    let description: String
    let reason: String
    let token: @Sendable (Fake) throws -> String

    init(
      _ description: String, _ reason: String, _ token: @escaping @Sendable (Fake) throws -> String
    ) {
      (self.description, self.reason, self.token) = (description, reason, token)
    }

    static func claim(_ name: String, _ value: (any Sendable)?, _ reason: String)
      -> Fault
    {
      Fault("\(name) \(value.map { "\($0)" } ?? "missing")", reason) { fake in
        var claims = Fake.claims
        claims[name] = value
        return try fake.token(claims)
      }
    }

    static func head(
      _ head: [String: any Sendable], _ signature: Fake.Signature, _ reason: String
    ) -> Fault {
      Fault("head \(head.sorted { $0.key < $1.key })", reason) {
        try $0.token(Fake.claims, head: head, signature)
      }
    }
  }

  static let faults: [Fault] = [
    .claim("iss", nil, "issuer"), .claim("iss", "https://issuer.example/other", "issuer"),
    .claim("iss", Fake.name + "/", "issuer"), .claim("iss", [Fake.name, "x"], "issuer"),
    .claim("aud", nil, "audience"), .claim("aud", "another", "audience"),
    .claim("aud", "weft2", "audience"), .claim("aud", ["weft", "more"], "audience"),
    .claim("azp", "another", "audience"),
    .claim("exp", nil, "expired"), .claim("exp", Fake.now - 61, "expired"),
    .claim("exp", "later", "expired"), .claim("exp", 0, "expired"),
    .claim("iat", nil, "not yet"), .claim("iat", Fake.now + 61, "not yet"),
    .claim("nbf", Fake.now + 61, "not yet"),
    .claim("sub", nil, "subject"), .claim("sub", "", "subject"), .claim("sub", 7, "subject"),
    .head(["alg": "none", "kid": "ec"], .none, "way of signing"),
    .head(["alg": "None"], .none, "way of signing"), .head(["alg": ""], .none, "way of signing"),
    .head(["alg": "HS256", "kid": "rsa"], .secret, "way of signing"),
    .head(["kid": "ec"], .curve, "no token of three parts"),
    .head(["alg": "ES256", "kid": "ec", "crit": ["exp"]], .curve, "way of signing"),
    .head(["alg": "ES256", "kid": "ec"], .other, "signature"),
    .head(["alg": "ES256", "kid": "nobody"], .other, "signature"),
    .head(["alg": "RS256", "kid": "ec"], .rsa, "signature"),
    .head(["alg": "ES256", "kid": "rsa"], .curve, "signature"),
    .head(["alg": "ES256", "kid": "ec"], .none, "signature"),
    Fault("claims changed after", "signature") { fake in
      var claims = Fake.claims
      claims["sub"] = "chief"
      let (mine, theirs) = (try fake.token(Fake.claims), try fake.token(claims))
      let (a, b) = (mine.split(separator: "."), theirs.split(separator: "."))
      return "\(a[0]).\(b[1]).\(a[2])"
    },
    Fault("two parts", "no token of three parts") {
      try $0.token(Fake.claims).split(separator: ".").prefix(2).joined(separator: ".")
    },
    Fault("four parts", "no token of three parts") { try $0.token(Fake.claims) + ".x" },
    Fault("nothing", "no token of three parts") { _ in "" },
    Fault("no base64", "no token of three parts") { _ in "*.*.*" },
    Fault("long", "no token of three parts") { _ in String(repeating: "a", count: 70_000) + ".a.a"
    },
  ]

  @Test(arguments: faults)
  func whatCannotBeTrustedIsRefused(fault: Fault) async throws {
    let fake = try Fake()
    let token = try fault.token(fake)
    await #expect(throws: SignInFault.refused(fault.reason)) { try await fake.identity(token) }
  }

  @Test func aCodeWorksOnce() async throws {
    let fake = try Fake()
    let issuer = fake.issuer
    let token = try fake.token(Fake.claims)
    fake.change { $0.tokens["c1"] = "{\"id_token\":\"\(token)\"}" }
    _ = try await issuer.identity(code: "c1", verifier: "v", redirect: "r")
    await #expect(throws: SignInFault.refused("code")) {
      try await issuer.identity(code: "c1", verifier: "v", redirect: "r")
    }
    fake.change { $0.tokens["c2"] = "{\"access_token\":\"x\"}" }
    await #expect(throws: SignInFault.refused("no token")) {
      try await issuer.identity(code: "c2", verifier: "v", redirect: "r")
    }
  }

  /// Down, slow or broken is told apart from what cannot be trusted.
  @Test(arguments: ["openid-configuration", "token", "keys"], [0, 500, 503])
  func anIssuerThatIsDownIsSaidToBe(place: String, status: Int) async throws {
    let fake = try Fake()
    let token = try fake.token(Fake.claims)
    fake.change { if status == 0 { $0.isDown = [place] } else { $0.statuses[place] = status } }
    await #expect(throws: SignInFault.unreachable) { try await fake.identity(token) }
  }

  @Test(arguments: [
    ("{}", SignInFault.unreachable), ("nonsense", .unreachable),
    (
      "{\"issuer\":\"https://evil.example\",\"authorization_endpoint\":\"https://e/a\",\"token_endpoint\":\"https://e/t\",\"jwks_uri\":\"https://e/k\"}",
      .refused("issuer of the configuration")
    ),
    (
      "{\"issuer\":\"\(Fake.name)\",\"authorization_endpoint\":\"https://e/a\",\"token_endpoint\":\"http://e/token\",\"jwks_uri\":\"https://e/k\"}",
      .refused("an endpoint without TLS")
    ),
  ])
  func aConfigurationOfAnotherIsRefused(text: String, fault: SignInFault) async throws {
    let fake = try Fake()
    fake.change { $0.configuration = text }
    await #expect(throws: fault) { try await fake.issuer.authorizationEndpoint() }
  }

  @Test func keysThatSignNothingAreNotTaken() async throws {
    let fake = try Fake()
    let token = try fake.token(Fake.claims)
    let keys = fake.state.withLock { $0.keys }
    for (name, value) in [("use", "enc"), ("kty", "oct")] {
      fake.change { state in
        state.keys = keys.map { $0.merging([name: value]) { $1 } }
      }
      await #expect(throws: SignInFault.self) { try await fake.identity(token) }
    }
    fake.change { $0.keys = [] }
    await #expect(throws: SignInFault.refused("no key")) { try await fake.identity(token) }
  }

  /// A new key is found within the hour, and asking for keys that nobody has does not ask the issuer each time.
  @Test func keysTurnOver() async throws {
    let fake = try Fake()
    let issuer = fake.issuer
    func identity(_ token: String) async throws(SignInFault) -> Identity {
      fake.change { $0.tokens["c1"] = "{\"id_token\":\"\(token)\"}" }
      return try await issuer.identity(code: "c1", verifier: "v", redirect: "r")
    }
    _ = try await identity(fake.token(Fake.claims))
    let point = fake.other.publicKey.rawRepresentation
    fake.change { state in
      state.keys = [
        [
          "kty": "EC", "crv": "P-256", "kid": "new", "x": base64(point.prefix(32)),
          "y": base64(point.suffix(32)),
        ]
      ]
    }
    let fresh = try fake.token(Fake.claims, head: ["alg": "ES256", "kid": "new"], .other)
    await #expect(throws: SignInFault.refused("signature")) { try await identity(fresh) }
    #expect(fake.state.withLock { $0.asked.count { $0 == "keys" } } == 1)
    fake.clock.withLock { $0 += OpenIDIssuerTests.rest }
    #expect(try await identity(fresh).subject == "s1")
    // What was taken away is refused from then on.
    let old = try fake.token(Fake.claims)
    await #expect(throws: SignInFault.refused("signature")) { try await identity(old) }
  }

  static let rest = 61.0
}
