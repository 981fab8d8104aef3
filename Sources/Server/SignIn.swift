import Synchronization
import Website

/// What an issuer vouches for: who somebody is, after its signature, its name, whom it is for and its time were looked at.
public struct Identity: Sendable {
  public let subject: String
  public let nonce: String?
  /// The address, where the issuer vouches for it.
  public let address: String?
  /// Every claim that is a text or a list of texts.
  public let claims: [String: [String]]

  public init(
    subject: String, nonce: String?, address: String?, claims: [String: [String]]
  ) {
    self.subject = subject
    self.nonce = nonce
    self.address = address
    self.claims = claims
  }
}

/// Why somebody could not be signed in.
public enum SignInFault: Error, Equatable, Sendable {
  /// The issuer did not answer, or not in time.
  case unreachable
  /// What it said cannot be trusted; the words are for the log alone.
  case refused(String)
}

/// Whoever says who people are, by OpenID Connect.
public protocol Issuer: Sendable {
  /// Where somebody is sent to sign in.
  func authorizationEndpoint() async throws(SignInFault) -> String
  /// What stands in an address for a secret that is shown later (RFC 7636, S256).
  func challenge(_ verifier: String) -> String
  /// Exchanges a code for an identity, and checks it.
  func identity(
    code: String, verifier: String, redirect: String
  ) async throws(SignInFault) -> Identity
}

/// How a trust's people sign in, as weft.toml says.
public struct SignInRules: Sendable {
  /// Where the pages are, as browsers ask for them, such as "https://weft.harbour.example".
  public let address: String
  public let client: String
  /// The claim that tells roles.
  public let claim: String
  /// For each role, the values of the claim, or the addresses, that have it.
  public let roles: [Role: Set<String>]

  public init(address: String, client: String, claim: String, roles: [Role: Set<String>]) {
    self.address = address
    self.client = client
    self.claim = claim
    self.roles = roles
  }

  func roles(of identity: Identity) -> Set<Role> {
    var values = Set(identity.claims[claim] ?? [])
    if let address = identity.address { values.insert(address.lowercased()) }
    return Set(
      roles.filter { role in
        role.value.contains { values.contains($0) || values.contains($0.lowercased()) }
      }
      .keys)
  }

  /// Whether browsers come by TLS.
  var isSecure: Bool { address.hasPrefix("https://") }
  var host: String {
    String(address.drop { $0 != ":" }.dropFirst(3)).lowercased()
  }
  var redirect: String { address + "/signed-in" }
}

/// The door of a trust: whoever an issuer vouches for and has a role may come in.
public final class SignIn: Entrance {
  private struct Beginning {
    let nonce: String
    let verifier: String
    let browser: String
    let target: String
    let at: Double
  }

  private struct Stay {
    let visit: Visit
    let since: Double
    var last: Double
  }

  let rules: SignInRules
  private let issuer: any Issuer
  private let now: @Sendable () -> Double
  private let beginnings = Mutex<[String: Beginning]>([:])
  private let stays = Mutex<[String: Stay]>([:])

  /// Seconds after which a sign-in that was begun, a stay without a question, and any stay ends.
  static let beginningLasts = 600.0
  static let idleLasts = 3_600.0
  static let stayLasts = 36_000.0
  /// More at a time are not kept: the oldest goes.
  static let most = 5_000

  /// - Parameter now: seconds since some moment, never going back.
  public init(_ rules: SignInRules, issuer: any Issuer, now: @escaping @Sendable () -> Double) {
    self.rules = rules
    self.issuer = issuer
    self.now = now
  }

  private var cookie: String { rules.isSecure ? "__Host-weft" : "weft" }
  private var browserCookie: String { rules.isSecure ? "__Host-weft-sign-in" : "weft-sign-in" }

  private func set(_ name: String, _ value: String, _ seconds: Int, _ site: String) -> (
    String, String
  ) {
    (
      "Set-Cookie",
      "\(name)=\(value); Path=/; HttpOnly; SameSite=\(site); Max-Age=\(seconds)\(rules.isSecure ? "; Secure" : "")"
    )
  }

  package func objection(_ asking: Asking) -> Objection? {
    guard asking.headers["host"]?.lowercased() == rules.host else {
      return Objection(
        421, "This is not the address of these pages",
        "Open them by the address that your trust uses.")
    }
    return asking.isLed
      ? nil
      : Objection(
        403, "That did not come from these pages", "Open the page by its address.")
  }

  package func isOrigin(_ origin: String, of asking: Asking) -> Bool {
    origin.lowercased() == rules.address.lowercased()
  }

  /// Who asks; `nil` for whoever has not signed in, or whose time is over.
  package func visit(_ asking: Asking) -> Visit? {
    guard let key = asking.cookie(cookie) else { return nil }
    let now = now()
    return stays.withLock { stays in
      guard var stay = stays[key] else { return nil }
      guard now - stay.last <= Self.idleLasts, now - stay.since <= Self.stayLasts else {
        stays[key] = nil
        return nil
      }
      stay.last = now
      stays[key] = stay
      return stay.visit
    }
  }

  /// Sends somebody to the issuer.
  func begin(_ target: String) async -> Answer {
    let endpoint: String
    do throws(SignInFault) {
      endpoint = try await issuer.authorizationEndpoint()
    } catch {
      return fault(error, target)
    }
    let (state, nonce, verifier, browser) = (
      Door.secret(), Door.secret(), Door.secret(), Door.secret()
    )
    let at = now()
    beginnings.withLock { all in
      all = all.filter { at - $0.value.at <= Self.beginningLasts }
      if all.count >= Self.most, let oldest = all.min(by: { $0.value.at < $1.value.at }) {
        all[oldest.key] = nil
      }
      all[state] = Beginning(
        nonce: nonce, verifier: verifier, browser: browser, target: Self.own(target), at: at)
    }
    let query = [
      ("response_type", "code"), ("response_mode", "query"), ("client_id", rules.client),
      ("redirect_uri", rules.redirect), ("scope", "openid profile email"), ("state", state),
      ("nonce", nonce), ("code_challenge", issuer.challenge(verifier)),
      ("code_challenge_method", "S256"),
    ].map { "\($0)=\(queryText($1))" }.joined(separator: "&")
    // Lax, since the way back begins on another site.
    return .moved(
      to: endpoint + (endpoint.contains("?") ? "&" : "?") + query,
      [set(browserCookie, browser, Int(Self.beginningLasts), "Lax")])
  }

  /// Lets in whoever comes back from the issuer.
  func finish(_ asking: Asking, _ query: [String: String]) async -> Answer {
    // A state works once, and only in the browser that began.
    let state = query["state"] ?? ""
    let begun = beginnings.withLock { $0.removeValue(forKey: state) }
    guard let begun, now() - begun.at <= Self.beginningLasts,
      let browser = asking.cookie(browserCookie), isSame(browser, begun.browser)
    else { return fault(.refused("state"), "/") }
    guard query["error"] == nil, let code = query["code"], !code.isEmpty else {
      return fault(.refused("no code"), begun.target)
    }
    let identity: Identity
    do throws(SignInFault) {
      identity = try await issuer.identity(
        code: code, verifier: begun.verifier, redirect: rules.redirect)
    } catch {
      return fault(error, begun.target)
    }
    guard let nonce = identity.nonce, isSame(nonce, begun.nonce) else {
      return fault(.refused("nonce"), begun.target)
    }
    let roles = rules.roles(of: identity)
    guard !roles.isEmpty else {
      return .page(
        SiteFrame.trouble(
          "You are signed in, but not for these pages",
          "Your account has none of the roles that may read them. Whoever runs Weft in your trust can change that.",
          way: nil), 403)
    }
    let key = Door.secret()
    let at = now()
    let visit = Visit(
      roles: roles, name: identity.address ?? identity.subject, address: identity.address)
    stays.withLock { stays in
      stays = stays.filter {
        at - $0.value.last <= Self.idleLasts && at - $0.value.since <= Self.stayLasts
      }
      if stays.count >= Self.most, let oldest = stays.min(by: { $0.value.last < $1.value.last }) {
        stays[oldest.key] = nil
      }
      stays[key] = Stay(visit: visit, since: at, last: at)
    }
    let target = begun.target == "/" ? "/" + Route.home(of: roles) : begun.target
    // By way of a page: a redirect that began on another site would leave a strict cookie behind.
    return .page(
      SiteFrame.opening(target), 200,
      [
        set(cookie, key, Int(Self.stayLasts), "Strict"), set(browserCookie, "", 0, "Lax"),
      ])
  }

  /// Ends a stay.
  func leave(_ asking: Asking) -> Answer {
    if let key = asking.cookie(cookie) { stays.withLock { $0[key] = nil } }
    return .page(
      SiteFrame.trouble(
        "You are signed out", "These pages are closed in this browser until you sign in again.",
        way: "/sign-in", button: "Sign in"), 200, [set(cookie, "", 0, "Strict")])
  }

  /// What whoever has not signed in reads.
  package func closed(_ target: String) -> Answer {
    .page(
      SiteFrame.trouble(
        "Sign in to read these pages",
        "They are for people of this trust, with the account they have there.",
        way: "/sign-in?to=\(queryText(Self.own(target)))", button: "Sign in"), 401)
  }

  private func fault(_ fault: SignInFault, _ target: String) -> Answer {
    let way = "/sign-in?to=\(queryText(Self.own(target)))"
    switch fault {
    case .unreachable:
      return .page(
        SiteFrame.trouble(
          "Signing in does not work just now",
          "The service that knows your account did not answer. Nothing was lost. Try again in a minute.",
          way: way, button: "Try again"), 503, [("Retry-After", "60")])
    case .refused:
      return .page(
        SiteFrame.trouble(
          "You could not be signed in",
          "What came back does not fit what was asked, or took too long. Nothing was lost. Begin again from here.",
          way: way, button: "Sign in"), 403, [set(browserCookie, "", 0, "Lax")])
    }
  }

  /// A target among these pages, and nowhere else.
  private static func own(_ target: String) -> String {
    guard !target.hasPrefix("//"), !target.contains("\\"), let address = Address(target),
      Route(address.file) != nil
    else { return "/" }
    return target
  }
}
