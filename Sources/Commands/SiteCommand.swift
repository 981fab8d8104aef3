import ArgumentParser
import Diagrams
import Documents
import Findings
import Intake
import Measures
import Networks
import Sections
import Settings
import Website

/// `weft site`: the pages for people who never open a terminal, as plain files.
struct SiteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract:
      "Write pages for an intranet: five things to know, who knows what, silos, partnerships.",
    discussion: """
      Writes pages that open from a disk or any web server, with search in the page; nothing is fetched from elsewhere, and all of it \
      works without JavaScript but the search, which then leads to the topics from A to Z. Each list lies beside its page as CSV and \
      JSON. People appear under codes; --names full makes a copy with names and a page for each colleague who may be named, marked on \
      every page. What an earlier run wrote is replaced whole, or left as it was if anything fails; other files are left alone.

      Examples:
        weft site harbour-trust -o Site
        weft site harbour-trust -o Site --since 2026-07-10
        weft site harbour-trust -o Staff --names full
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var question: QuestionOptions
  @OptionGroup var names: NamesOption

  @Option(name: [.short, .long], help: "The folder to write.", completion: .directory)
  var output: String

  @Option(
    help:
      "An earlier time to compare with: a kept term, or a day such as 2026-07-10; the last term that is kept unless you say."
  )
  var since: String?

  @Option(help: "A marking such as OFFICIAL, on every page.")
  var marking: String?

  @Flag(help: "Write the pages without pictures.")
  var noFigures = false

  @Flag(
    help: "Replace files of the same names that Weft did not write, or that were changed since.")
  var force = false

  func validate() throws {
    if output.isEmpty {
      throw ValidationError("--output is empty: name the folder to write, such as Site.")
    }
    try Kind.text.check("--marking", marking)
  }

  func run() async throws {
    let progress = Progress()
    progress.step("reading \(workspace.folder)")
    let session = try Session(workspace, reading)
    let folder = try OutputFolder(output, sparing: session.inputs)
    progress.step("measuring")
    let analysis = try question.study.analysis(session, needsBoundary: false)
    let page = try PageOptions.parse(marking.map { ["--marking", $0] } ?? [])
    let words = page.words(session.settings, names.areFull ? .full : .groups)
    let figures =
      noFigures ? [:] : try await SiteFigures.drawn(session, analysis, page) { progress.step($0) }
    let earlier = try session.earlierTime(
      since, beside: analysis, session.naming(.groups, analysis))
    progress.step("writing pages")
    let site = Site(
      analysis, topics: Gallery.topicsBy(analysis), names.naming(session, analysis),
      marking: words.marking, figures: figures, since: earlier,
      version: Weft.configuration.version)
    let marking = Marking(words.marking)
    let files = site.files.map { file in
      let plain = OutputFile(file.name, file.bytes)
      // Pages and figures bear theirs already.
      return file.name.hasSuffix(".csv") || file.name.hasSuffix(".json")
        ? marking?.on(plain) ?? plain : plain
    }
    let kept = try folder.replace(
      with: files.sorted { $0.name < $1.name }, by: .site, force: force,
      isPrivate: names.areFull)
    progress.finish()
    for file in kept {
      Terminal.tell("\(visible(file)) was changed since Weft wrote it, and was left as it is.")
    }
    Terminal.tell(
      "Wrote \(counted(files.count, "file")) to \(Terminal.folder(folder.path)). Open \(visible(folder.path))/index.html in a browser."
    )
  }
}
