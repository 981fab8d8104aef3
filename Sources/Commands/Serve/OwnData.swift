import Intake
import Networks
package import Sections

extension ServedTrust {
  /// What the files hold of one person.
  ///
  /// Whoever may be named is found by name, number or address; whoever may not, by their exact number or address alone.
  ///
  /// - Returns: `nil` where nobody goes by the word, several do, or nobody is named here.
  package func ownData(_ word: String) throws(Failure) -> OwnDataReport? {
    guard isNamed else { return nil }
    do throws(IntakeError) {
      let copy = try workspace
      let person = try copy.person(word)
      guard let id = person.ids.first, let visibility = try copy.visibility(of: person) else {
        return nil
      }
      let key = folded(word)
      let isExact =
        folded(id) == key || person.addresses.contains { folded($0) == key }
      guard visibility == .listed || isExact else { return nil }
      let places = try PersonRemoval(of: person, from: copy).places
      return report(id, visibility, places, copy)
    } catch {
      throw Failure(error)
    }
  }

  private var workspace: WorkspaceCopy {
    get throws(IntakeError) { try WorkspaceCopy(of: session.folder, options: session.options) }
  }

  private func report(
    _ id: String, _ visibility: Visibility, _ places: [PersonRemoval.Place], _ copy: WorkspaceCopy
  ) -> OwnDataReport {
    let own = places.filter(\.isOwn)
    let people = own.filter { $0.kind == .people }
    let first = people.first { $0.column == "id" && folded($0.value) == folded(id) }?.row
    let row = people.filter { $0.row == (first ?? people.first?.row) }
    let named = row.first { $0.column == "name" }?.value
    let parts = ["first_name", "last_name"].compactMap { column in
      row.first { $0.column == column }?.value
    }
    let name = named ?? (parts.isEmpty ? id : parts.joined(separator: " "))
    let isListed = visibility == .listed
    // What a colleague said of the person is theirs: of such a row the tie alone is told.
    func isReported(_ place: PersonRemoval.Place) -> Bool {
      guard place.kind == .collaborations else { return false }
      let cells = own.filter { $0.kind == .collaborations && $0.row == place.row }
      // Where nobody says who reported it, whoever stands first did.
      let reporter =
        cells.first { $0.column == "reported_by" } ?? cells.first { $0.column == "from" }
      return reporter.map { !isTheirs($0.value, id, name, people) } ?? true
    }
    var held: [OwnDataReport.Held] = []
    var mentions: [OwnDataReport.Mention] = []
    for place in places {
      guard place.isOwn, !isReported(place) else {
        guard place.isOwn else {
          mentions.append(
            OwnDataReport.Mention(
              file: place.file, row: place.row, heading: place.heading, value: ""))
          continue
        }
        if ["from", "to", "kind"].contains(place.column) {
          mentions.append(
            OwnDataReport.Mention(
              file: place.file, row: place.row, heading: place.heading,
              value: shown(place, id)))
        }
        continue
      }
      held.append(
        OwnDataReport.Held(
          file: place.file, row: place.row, heading: place.heading,
          value: shown(place, id), seenBy: seen(place, isListed)))
    }
    let fields = copy.headings(of: .people)
      .filter { !["id", "visibility"].contains($0.role) && !$0.heading.isEmpty }
      .map { heading in
        (heading.heading, row.first { $0.heading == heading.heading }?.value ?? "")
      }
    return OwnDataReport(
      id: id, name: name, visibility: visibility, fields: fields, held: held, mentions: mentions)
  }

  private func isTheirs(
    _ value: String, _ id: String, _ name: String, _ people: [PersonRemoval.Place]
  ) -> Bool {
    [id, name].contains { folded($0) == folded(value) }
      || people.contains { $0.column == "email" && folded($0.value) == folded(value) }
  }

  /// A value, without a colleague who may not be named or is not counted.
  private func shown(_ place: PersonRemoval.Place, _ id: String) -> String {
    if place.column == "members" { return "a group with \(id) in it" }
    guard place.kind == .collaborations, ["from", "to", "reported_by"].contains(place.column),
      folded(place.value) != folded(id)
    else { return place.value }
    let network = session.network
    let people = network.people
    if let person = people.ids.firstIndex(of: place.value)
      ?? people.names.firstIndex(of: place.value)
    {
      return people.isHidden[person]
        ? "a colleague who is not named" : "\(people.names[person]) (\(people.ids[person]))"
    }
    // Partners, schools and teams may stand there too.
    let others =
      network.partners.flatMap { [$0.id, $0.name] } + network.schools.flatMap { [$0.id, $0.name] }
      + network.teams.flatMap { [$0.id, $0.name] }
    return others.contains(place.value) ? place.value : "a colleague who is not named"
  }

  /// Who sees a value.
  private func seen(_ place: PersonRemoval.Place, _ isListed: Bool) -> String {
    let keeper = "whoever keeps the files"
    switch (place.kind, place.column) {
    case (.people, "name"), (.people, "role"), (.people, "school"), (.expertise, _):
      return isListed ? "colleagues, in copies with names" : keeper
    case (.people, "team"), (.collaborations, _), (.attendance, _):
      return "\(keeper); counted for groups"
    default: return keeper
    }
  }

  /// What would change if the person's row said something else: looked at before it is loaded.
  ///
  /// - Parameters:
  ///   - id: whose row it is.
  ///   - values: by heading.
  ///   - visibility: how they wish to appear; `nil` to leave it.
  package func correcting(
    _ id: String, _ values: [String: String], visibility: String?
  ) throws(Failure) -> Loading {
    guard let report = try ownData(id), folded(report.id) == folded(id) else {
      throw Failure(.usage, "Nobody in the files has that number.")
    }
    let word = visibility.flatMap(Visibility.init)
    let bytes: [UInt8]?
    do throws(IntakeError) {
      bytes = try workspace.people(
        setting: values.filter { change in
          report.fields.contains { $0.heading == change.key && $0.value != change.value }
        },
        visibility: word == report.visibility ? nil : word.map { $0 == .listed ? "" : $0.rawValue },
        of: id)
    } catch {
      throw Failure(error)
    }
    guard let bytes else {
      throw Failure(.usage, "people.csv has no row of \(Networks.shown(id)).")
    }
    return try Loading([(TableKind.people.fileName, bytes)], to: self)
  }
}
