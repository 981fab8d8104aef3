package import ArgumentParser
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

      Examples:
        weft serve harbour-trust
        weft serve harbour-trust --port 8080 --names pseudonym
      """)

  @OptionGroup var workspace: WorkspaceOptions

  @Option(parsing: .unconditional, help: "The port to listen on; any free one unless you say.")
  var port: String?

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

  /// The folder whose files are shown.
  package var folder: String { workspace.folder }
}
