import ArgumentParser
import Networks
import Documents
import Sections

/// What a command that says several things takes: in which form, and which table for programs.
struct PagesOptions: ParsableArguments {
  @OptionGroup var listing: ListingOptions

  @Option(help: "The table to print with --csv or --plain, when there are several.")
  var table: String?

  func validate() throws {
    if let table, !listing.csv, !listing.plain {
      throw ValidationError("--table \(shown(table)): add --csv or --plain.")
    }
  }

  /// Prints in the form asked for.
  func print(_ pages: Pages, _ session: Session) throws {
    if listing.json {
      try Terminal.print(pages.json.json)
    } else if listing.isForPeople {
      try Terminal.print(text(pages, session))
    } else {
      // Nothing to tabulate: what there is to say goes beside an empty output.
      if pages.sections.isEmpty, table == nil {
        for sentence in pages.sentences { Terminal.tell(sentence) }
      }
      guard let chosen = pages.table(table) else {
        let names = pages.sections.map(\.name)
        throw Failure(
          .usage,
          "There is no table \(shown(table ?? ""))\(names.isEmpty ? ", as there is nothing to show" : ". The tables are \(listed(names))")."
        )
      }
      try Terminal.print(listing.text(chosen, json: .null))
    }
  }

  /// The text for people, the next commands with the folder in them.
  private func text(_ pages: Pages, _ session: Session) -> String {
    var pages = pages
    pages.closing = pages.closing.replacing("FOLDER", with: session.folder)
    return pages.text
  }
}
