package import ArgumentParser
import FoundationEssentials
import Intake
import Networks
import Settings

/// What `weft serve` takes.
package struct ServeOptions: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the pages in a browser, with questions answered as they are asked.",
    discussion: """
      Opens on this computer alone: the address that is printed holds a key that works once, and nobody else can use it. The pages are \
      those of `weft site`, and more: colleagues found from a question in plain words and the way to be introduced, silos by any \
      boundary, depth or period, the board pack as a download, and the files with what is wrong in them. When a file changes, the \
      pages change with it. Colleagues who may be named are named; --names pseudonym names nobody. Ends with Control-C.

      Where weft.toml has a section [sign_in], the people of a trust sign in instead, and each sees what their role needs: Docs/Serve.md.

      Examples:
        weft serve harbour-trust
        weft serve harbour-trust --port 8080 --names pseudonym
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions

  @Option(parsing: .unconditional, help: "The port to listen on; any free one unless you say.")
  var port: String?

  @Option(
    help:
      "The address to listen on: 127.0.0.1 unless weft.toml says how people sign in and you say another."
  )
  var listen = "127.0.0.1"

  @Option(help: "What people are called: full (unless you say otherwise) or pseudonym.")
  var names: MapCommand.Names = .full

  @Option(help: "A marking such as OFFICIAL, on every page.")
  var marking: String?

  package init() {}

  package func validate() throws {
    try Self.portKind.check("--port", port)
    try Kind.text.check("--marking", marking)
  }

  private static let portKind = Kind<Int>.whole(0...65_535, "0 (any that is free) to 65535")

  /// The port to listen on; 0 for any that is free.
  package var chosenPort: Int { port.flatMap(Self.portKind.typed) ?? 0 }

  /// The address to listen on.
  package var host: String { listen }

  /// How people sign in, with the secret of its file; `nil` where whoever starts the server comes in alone.
  ///
  /// - Throws: what weft.toml lacks for it, or that others could reach pages without signing in.
  package func signIn() throws(Failure) -> SignInPlan? {
    let own = try WorkspaceOptions(workspace, reading).settings().signIn
    guard own != Settings.SignInSettings() else {
      guard ["127.0.0.1", "::1", "localhost"].contains(listen) else {
        throw Failure(
          .usage,
          "Nobody signs in to these pages, so they are for this computer alone: leave --listen out, or say in weft.toml under [sign_in] how people sign in."
        )
      }
      return nil
    }
    func needed(_ key: String, _ value: String?) throws(Failure) -> String {
      guard let value else {
        throw Failure(
          .configuration, "weft.toml says nothing of \(key) under [sign_in]. It is needed.")
      }
      return value
    }
    let issuer = try needed("issuer", own.issuer)
    let address = try needed("address", own.address)
    for (key, text) in [("issuer", issuer), ("address", address)] {
      let isOwn = ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"].contains(
        where: text.hasPrefix)
      let rest = text.drop { $0 != ":" }.dropFirst(3)
      guard text.hasPrefix("https://") || isOwn, !rest.isEmpty,
        key == "issuer" || !rest.contains("/")
      else {
        throw Failure(
          .configuration,
          "weft.toml: \(key) under [sign_in] is \(shown(text)). Write it as \(key == "issuer" ? "the issuer writes itself, beginning with https://" : "https:// and a name, with nothing after it")."
        )
      }
    }
    let lists = [own.staff, own.leaders, own.governance, own.dataLeads]
    guard !lists.allSatisfy(\.isEmpty) else {
      throw Failure(
        .configuration,
        "weft.toml gives nobody a role under [sign_in]. Write at least one of staff, leaders, governance and data_leads."
      )
    }
    var secret = ""
    var isOpen = false
    if let file = own.secretFile {
      do {
        let path = file.hasPrefix("/") ? file : folder + "/" + file
        secret = trimmed(String(decoding: try readBytes(path: path, atMost: 4_096), as: UTF8.self))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        isOpen = (mode as? Int ?? 0o777) & 0o077 != 0
      } catch {
        throw Failure(.configuration, "The secret of [sign_in] cannot be read: \(error)")
      }
      if isOpen {
        throw Failure(
          .configuration,
          "Others may read \(shown(file)), the secret of [sign_in]: chmod 600 \(shown(file)).")
      }
    }
    return SignInPlan(
      issuer: issuer, client: try needed("client", own.client), secret: secret, address: address,
      claim: own.claim, staff: own.staff, leaders: own.leaders, governance: own.governance,
      dataLeads: own.dataLeads)
  }

  /// The folder whose files are shown.
  package var folder: String { workspace.folder }
}

/// How the people of a trust sign in.
package struct SignInPlan: Sendable {
  package let issuer: String
  package let client: String
  package let secret: String
  package let address: String
  package let claim: String
  package let staff: [String]
  package let leaders: [String]
  package let governance: [String]
  package let dataLeads: [String]
}
