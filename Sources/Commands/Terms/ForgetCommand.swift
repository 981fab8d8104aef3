import ArgumentParser
import Documents
import FoundationEssentials
import Intake
import Networks
import Storage

/// `weft forget`: takes a person out of every kept term.
struct ForgetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Take one person out of every term that is kept, for good.",
    discussion: """
      Their own rows go, lists have them no longer, and texts say somebody. What was published of whole groups stays: nobody is in it. Files of today are \
      yours to change: Weft says which of them mention the person.

      Example:
        weft forget harbour-trust P0638
      """)

  @Argument(
    help: ArgumentHelp("The folder of the workspace.", valueName: "workspace"),
    completion: .directory)
  var folder: String

  @Argument(help: "The person, by id, name or address, as any term has them.")
  var person: String

  func run() async throws {
    try Failure.catching {
      let store = try TermStore.kept(in: folder)
      let terms = try store.terms()
      guard !terms.isEmpty else {
        throw Failure(
          .usage, store.remark ?? "No term is kept here, so there is nobody to forget.")
      }
      let copies = try terms.map { try store.copy(of: $0) }
      let who = try Self.person(person, in: copies)
      guard !who.isEmpty else {
        throw Failure(
          .usage,
          "No term has one person \(shown(person)). Write the id: names that several bear tell nobody apart."
        )
      }
      var changes: [(term: Term, files: [TermFile])] = []
      var told: [String] = []
      for (term, copy) in zip(terms, copies) {
        let removal = try PersonRemoval(of: who, from: copy)
        var files = removal.changed.map { TermFile(.table, $0.name, $0.bytes) }
        for file in try store.files(of: term) where file.role == .settings {
          let text = String(decoding: file.bytes, as: UTF8.self)
          let left = removal.withoutMentions(text)
          if left != text { files.append(TermFile(.settings, file.name, Array(left.utf8))) }
        }
        guard !files.isEmpty else { continue }
        changes.append((term, files))
        told.append(
          "\(visible(term.name)): \(counted(removal.rows, "row")) taken away and \(counted(removal.cells, "cell")) changed, in \(listed(files.map { visible($0.name) }))."
        )
      }
      try TermStore.writing(folder).rewrite(changes)
      for line in told { try Terminal.print(line + "\n") }
      tellOfToday(who)
      tellOfFilesAside()
    }
  }

  /// Who is meant, by all the ids, names and addresses that any term has for them.
  private static func person(
    _ word: String, in copies: [WorkspaceCopy]
  ) throws -> PersonRemoval.Person {
    var all = PersonRemoval.Person()
    for copy in copies {
      let found = try copy.person(word)
      all.ids.formUnion(found.ids)
    }
    guard all.ids.count == 1, let id = all.ids.first else { return PersonRemoval.Person() }
    for copy in copies {
      let found = try copy.person(id)
      all.names.formUnion(found.names)
      all.addresses.formUnion(found.addresses)
      all.nameWords.formUnion(found.nameWords)
    }
    return all
  }

  /// Files that were put aside when others were loaded hold what was true then.
  private func tellOfFilesAside() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let aside = names.filter(InputFile.isAside).sorted()
    guard !aside.isEmpty else { return }
    Terminal.tell(
      "Files that were put aside when others were loaded may mention them as well: \(listed(aside.map { visible($0) })). Delete them when you are sure."
    )
  }

  /// The files of today that mention the person, which are the user's to change.
  private func tellOfToday(_ who: PersonRemoval.Person) {
    guard let arguments = (try? ReadingOptions.parse([])).map({ WorkspaceOptions(folder, $0) }),
      let settings = try? arguments.settings(),
      let options = try? arguments.intakeOptions(settings),
      let copy = try? WorkspaceCopy(of: folder, options: options),
      let removal = try? PersonRemoval(of: who, from: copy), !removal.changed.isEmpty
    else { return }
    let names = removal.changed.map { visible($0.name) }
    Terminal.tell(
      "The files of today mention them too, and are yours to change: \(listed(names)).")
  }
}
