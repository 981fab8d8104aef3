import Commands
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import Logging
import OpenID
import Server

/// `weft serve`: the pages of one trust, for whoever started it.
@main
enum Main {
  static func main() async {
    // Installed under both names, it is both programs.
    if isCalledWeft { return await weft() }
    await weftServe { options in
      let plan = try options.signIn()
      let trust = try ServedTrust(options)
      let watch = FolderWatch(options.folder)
      let key = Door.secret()
      // Where it listens is known once it does, and who may come in depends on it.
      let server = Late<TrustServer>()
      var logger = Logger(label: "weft-serve")
      logger.logLevel = .critical
      let application = Application(
        responder: Bridge(server: server),
        server: .http1(
          configuration: .init(
            idleTimeout: .seconds(15),
            httpDecoderConfiguration: .init(
              maxHeaderFieldSize: 8192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 64))),
        configuration: .init(
          address: .hostname(options.host, port: options.chosenPort), serverName: nil,
          availableConnectionsDelegate: MaximumAvailableConnections(256, logger: logger)),
        onServerRunning: { channel in
          let port = channel.localAddress?.port ?? options.chosenPort
          let door: any Entrance = plan.map(SignIn.init) ?? Door(key: key, port: port)
          server.set(
            TrustServer(
              trust, folder: options.folder, door: door, log: logToOperator
            ) {
              () throws(Failure) in try ServedTrust(options)
            })
          tellOperator(
            plan.map {
              "People sign in at \($0.address). Listening on \(options.host), port \(port). Control-C ends."
            }
              ?? "Open http://127.0.0.1:\(port)/start?key=\(key) in a browser on this computer. It works once. Control-C ends."
          )
        },
        logger: logger)
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          do {
            try await application.runService()
          } catch let error as IOError {
            throw Failure.cannotListen(on: options.chosenPort, error.errnoCode)
          }
        }
        group.addTask {
          await watch.run {
            do throws(Failure) {
              server.value?.show(try ServedTrust(options))
              tellOperator("Files changed: the pages are new.")
            } catch {
              tellOperator(
                "Files changed, and cannot be read: \(error.message) The pages stay as they were.")
            }
          }
        }
        try await group.next()
        group.cancelAll()
      }
    }
  }
}

/// From what the library of connections knows to what the pages know, and back.
struct Bridge: HTTPResponder {
  typealias Context = BasicRequestContext

  let server: Late<TrustServer>

  func respond(to request: Request, context: Context) async throws -> Response {
    guard let server = server.value else { return Response(status: .serviceUnavailable) }
    var headers: [String: String] = [:]
    for field in request.headers { headers[field.name.canonicalName] = field.value }
    headers["host"] = request.head.authority
    var asking = Asking(request.method.rawValue, request.head.path ?? "/", headers)
    let limit = server.limit(asking)
    asking.bodySize = request.headers[.contentLength].flatMap(Int.init) ?? 0
    var isLate = false
    if asking.bodySize <= limit {
      let arrival = Arrival(within: .seconds(server.patience(asking)))
      if let body = try await arrival.of(request.body, atMost: limit) {
        (asking.body, asking.bodySize) = body
      } else {
        isLate = true
      }
    }
    let answer = isLate ? server.tooSlow : await server.answer(asking)
    var fields = HTTPFields()
    for (name, value) in answer.headers {
      if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
    }
    if asking.bodySize > limit || isLate { fields[.connection] = "close" }
    let body: ResponseBody =
      request.method == .head
      ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
    return Response(
      status: .init(code: answer.status), headers: fields, body: body)
  }
}

extension SignIn {
  /// The door that weft.toml describes.
  convenience init(_ plan: SignInPlan) {
    let began = ContinuousClock.now
    self.init(
      SignInRules(
        address: plan.address, client: plan.client, claim: plan.claim,
        roles: [
          .staff: Set(plan.staff), .leader: Set(plan.leaders),
          .governance: Set(plan.governance), .data: Set(plan.dataLeads),
        ]),
      issuer: OpenIDIssuer(
        issuer: plan.issuer, client: plan.client, secret: plan.secret,
        ask: { address, form throws(SignInFault) in try await Fetch.ask(address, form) }),
      now: { (ContinuousClock.now - began) / .seconds(1) })
  }
}
