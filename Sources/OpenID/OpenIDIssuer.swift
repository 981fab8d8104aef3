import Crypto
import FoundationEssentials
import JWTKit
public import Server
import Synchronization

/// An issuer of OpenID Connect: its addresses and keys as it publishes them, and what it says checked against them.
///
/// Sources: OpenID Connect Core 1.0, section 3.1.3.7; Discovery 1.0; RFC 7636 (PKCE); RFC 8725 (what to refuse in tokens).
public actor OpenIDIssuer: Issuer {
  /// Asks an address; a form is sent where there is one.
  public typealias Ask =
    @Sendable (_ address: String, _ form: String?) async throws(SignInFault) ->
    (status: Int, body: [UInt8])

  private let issuer: String
  private let client: String
  private let secret: String
  private let ask: Ask
  private let now: @Sendable () -> Double

  private var found: (published: Published, at: Double)?
  private var keys: (keys: JWTKeyCollection, names: Set<String>, at: Double)?

  /// Seconds for which what it publishes is kept, and at least lie between two looks for a key that is not known.
  static let publishedLasts = 3_600.0
  static let keysRest = 60.0
  /// Seconds that two clocks may differ.
  static let leeway = 60.0
  /// Ways of signing that are taken: none without a pair of keys.
  static let algorithms: Set<String> = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"]

  /// - Parameters:
  ///   - issuer: as the issuer writes itself, such as "https://login.microsoftonline.com/TENANT/v2.0".
  ///   - now: seconds since 1970, by the clock of this computer unless said otherwise.
  public init(
    issuer: String, client: String, secret: String,
    now: (@Sendable () -> Double)? = nil,
    ask: @escaping Ask
  ) {
    self.issuer = issuer
    self.client = client
    self.secret = secret
    self.now = now ?? { Date().timeIntervalSince1970 }
    self.ask = ask
  }

  // MARK: What the issuer publishes

  private struct Published: Decodable {
    let issuer: String
    let authorization_endpoint: String
    let token_endpoint: String
    let jwks_uri: String
  }

  private func published() async throws(SignInFault) -> Published {
    if let found, now() - found.at < Self.publishedLasts { return found.published }
    let base = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
    let published: Published = try await get(base + "/.well-known/openid-configuration")
    guard published.issuer == issuer else { throw .refused("issuer of the configuration") }
    let all = [published.authorization_endpoint, published.token_endpoint, published.jwks_uri]
    // What a secret is sent to is as safe as the issuer itself.
    guard all.allSatisfy({ Self.isSafe($0) || !Self.isSafe(issuer) }) else {
      throw .refused("an endpoint without TLS")
    }
    found = (published, now())
    return published
  }

  private static func isSafe(_ address: String) -> Bool { address.hasPrefix("https://") }

  private func get<Value: Decodable>(_ address: String) async throws(SignInFault) -> Value {
    let (status, body) = try await ask(address, nil)
    guard status == 200 else { throw .unreachable }
    guard let value = try? JSONDecoder().decode(Value.self, from: Data(body)) else {
      throw .unreachable
    }
    return value
  }

  public func authorizationEndpoint() async throws(SignInFault) -> String {
    try await published().authorization_endpoint
  }

  public nonisolated func challenge(_ verifier: String) -> String {
    let digest = SHA256.hash(data: Data(verifier.utf8))
    return Data(digest).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  // MARK: Who somebody is

  private struct Tokens: Decodable { let id_token: String }

  public func identity(
    code: String, verifier: String, redirect: String
  ) async throws(SignInFault) -> Identity {
    let published = try await published()
    let form = [
      ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect),
      ("client_id", client), ("client_secret", secret), ("code_verifier", verifier),
    ].filter { !$0.1.isEmpty }.map { "\($0.0)=\(Self.formText($0.1))" }.joined(separator: "&")
    let (status, body) = try await ask(published.token_endpoint, form)
    guard status == 200 else { throw status >= 500 ? .unreachable : .refused("code") }
    guard let tokens = try? JSONDecoder().decode(Tokens.self, from: Data(body)) else {
      throw .refused("no token")
    }
    return try await identity(tokens.id_token, published.jwks_uri)
  }

  private static func formText(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        String(UnicodeScalar(byte))
      default: "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
      }
    }.joined()
  }

  private struct Head: Decodable {
    let alg: String
    let kid: String?
    let crit: [String]?
  }

  private func identity(
    _ token: String, _ keysAddress: String
  ) async throws(SignInFault) -> Identity {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard token.utf8.count <= 65_536, parts.count == 3,
      let first = Self.bytes(parts[0]),
      let head = try? JSONDecoder().decode(Head.self, from: first)
    else { throw .refused("no token of three parts") }
    guard Self.algorithms.contains(head.alg), head.crit == nil else {
      throw .refused("way of signing")
    }
    let keys = try await keys(keysAddress, having: head.kid)
    let claims: Claims
    do {
      claims = try await keys.verify(token, as: Claims.self)
    } catch {
      throw .refused("signature")
    }
    guard claims.text("iss") == issuer else { throw .refused("issuer") }
    let audience = claims.texts["aud"] ?? []
    guard audience.contains(client),
      audience.count == 1 || claims.text("azp") == client,
      claims.text("azp") == nil || claims.text("azp") == client
    else { throw .refused("audience") }
    let now = now()
    guard let end = claims.numbers["exp"], now < end + Self.leeway else {
      throw .refused("expired")
    }
    guard let begin = claims.numbers["iat"], begin <= now + Self.leeway,
      claims.numbers["nbf"].map({ $0 <= now + Self.leeway }) ?? true
    else { throw .refused("not yet") }
    guard let subject = claims.text("sub"), !subject.isEmpty else { throw .refused("subject") }
    // An address counts where the issuer vouches for it; without a word on that, by the name that it gives accounts itself.
    let address =
      switch claims.truths["email_verified"] ?? claims.text("email_verified").map({ $0 == "true" })
      {
      case true?: claims.text("email")
      case false?: nil as String?
      case nil: claims.text("preferred_username")
      }
    return Identity(
      subject: subject, nonce: claims.text("nonce"),
      address: address.flatMap { $0.contains("@") ? $0 : nil }, claims: claims.texts)
  }

  private static func bytes(_ part: Substring) -> Data? {
    var text = String(part).replacing("-", with: "+").replacing("_", with: "/")
    while text.count % 4 != 0 { text += "=" }
    return Data(base64Encoded: text)
  }

  // MARK: Keys

  private struct KeySet: Decodable {
    struct Key: Decodable {
      let kty: String
      let kid: String?
      let use: String?
    }
    let keys: [Key]
  }

  /// The keys of the issuer; looked for again where one is asked for that is not among them, though not at once.
  private func keys(
    _ address: String, having name: String?
  ) async throws(SignInFault) -> JWTKeyCollection {
    if let keys, now() - keys.at < Self.publishedLasts {
      let isKnown = name.map(keys.names.contains) ?? true
      if isKnown || now() - keys.at < Self.keysRest { return keys.keys }
    }
    let (status, body) = try await ask(address, nil)
    guard status == 200, let all = try? JSONDecoder().decode(KeySet.self, from: Data(body)),
      let whole = try? JSONDecoder().decode(JWKS.self, from: Data(body))
    else { throw .unreachable }
    let collection = JWTKeyCollection()
    var names: Set<String> = []
    for (key, about) in zip(whole.keys, all.keys)
    where ["RSA", "EC"].contains(about.kty) && about.use ?? "sig" == "sig" {
      // A key that is not understood is no reason to close.
      guard (try? await collection.add(jwk: key, isDefault: names.isEmpty)) != nil else { continue }
      names.insert(about.kid ?? "")
    }
    guard !names.isEmpty else { throw .refused("no key") }
    keys = (collection, names, now())
    return collection
  }
}

/// The claims of a token, by kind of value.
private struct Claims: JWTPayload {
  var texts: [String: [String]] = [:]
  var numbers: [String: Double] = [:]
  var truths: [String: Bool] = [:]

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for key in container.allKeys {
      if let truth = try? container.decode(Bool.self, forKey: key) {
        truths[key.stringValue] = truth
      } else if let text = try? container.decode(String.self, forKey: key) {
        texts[key.stringValue] = [text]
      } else if let number = try? container.decode(Double.self, forKey: key) {
        numbers[key.stringValue] = number
      } else if let all = try? container.decode([String].self, forKey: key) {
        texts[key.stringValue] = all
      }
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for (key, value) in numbers { try container.encode(value, forKey: Key(stringValue: key)) }
    for (key, value) in texts { try container.encode(value, forKey: Key(stringValue: key)) }
  }

  /// Looked at by whoever asked, in one place.
  func verify(using algorithm: some JWTAlgorithm) throws {}

  func text(_ key: String) -> String? {
    let all = texts[key] ?? []
    return all.count == 1 ? all[0] : nil
  }
}
