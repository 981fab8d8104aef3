public import Networks

/// Reads a workspace: every file that is there, checked row by row, made into one network.
///
/// - Parameters:
///   - folder: the folder that holds the CSV files.
///   - options: what the user says beyond the files.
/// - Returns: the network, and the ledger of every row kept, mended or set aside.
/// - Throws: `IntakeError` when no network can be made; its ledger holds what was learnt.
/// - Complexity: O(bytes + t log d) for t ties; memory does not grow with the size of the files.
public func readNetwork(
  folder: String, options: IntakeOptions = IntakeOptions()
) throws(IntakeError) -> (network: Network, ledger: Ledger) {
  try readNetwork(InputFolder(path: folder), options: options)
}

/// Reads a workspace, wherever its files come from.
///
/// - Throws: `IntakeError` when no network can be made, or when a file was changed meanwhile.
public func readNetwork(
  _ input: InputFolder, options given: IntakeOptions = IntakeOptions()
) throws(IntakeError) -> (network: Network, ledger: Ledger) {
  let workspace = try Workspace(input, options: given)
  let sources = try SourceFiles(workspace, given)
  try sources.checkMemory()
  var options = given
  options.withheld = try Withheld(
    sources.people, given, beside: [sources[.schools], sources[.partners]].compactMap { $0 })
  var ledger = Ledger()
  ledger.withheld = options.withheld
  for problem in workspace.problems { ledger.report(problem) }
  do {
    let read = try read(sources, folder: input.path, options: options, ledger: &ledger)
    for source in sources.all { try source.checkUnchanged() }
    return read
  } catch {
    for problem in error.ledger.problems { ledger.report(problem) }
    ledger.sortProblems()
    throw IntakeError(error.kind, error.description, ledger: ledger)
  }
}

private func read(
  _ sources: SourceFiles, folder: String, options: IntakeOptions, ledger: inout Ledger
) throws(IntakeError) -> (network: Network, ledger: Ledger) {
  let (peopleFile, tiesFile) = (sources.people, sources.collaborations)
  var schools = try readSchools(sources[.schools], options: options, ledger: &ledger)
  var readTeams = try readTeams(
    sources[.teams], schools: &schools, options: options, ledger: &ledger)
  var readPeople = try readPeople(
    peopleFile, schools: &schools, teams: &readTeams.register, options: options, ledger: &ledger)
  let partners = try readPartners(sources[.partners], options: options, ledger: &ledger)
  let settled = settle(&readPeople.people, schools, &readTeams, options.withheld, &ledger)
  var endpoints = Endpoints(
    people: readPeople.people, emails: readPeople.emails, teams: settled.teams,
    schools: settled.schools,
    partners: partners, withheld: options.withheld, today: options.today)
  // Ties may name partners that no file but that of partnerships knows.
  if !partners.isDescribed, let source = sources[.partnerships] {
    endpoints = endpoints.adding(try partnersNamed(source, endpoints, options))
  }
  var read = try readCollaborations(
    tiesFile, endpoints: endpoints, options: options, ledger: &ledger)
  let records = try readRecords(
    sources, endpoints: &read.endpoints, people: readPeople.people, options: options,
    ledger: &ledger)
  let expertise = try readExpertise(
    sources[.expertise],
    topics: readTopics(sources[.topics], options: options, ledger: &ledger),
    people: readPeople.people, cells: readPeople.expertiseCells, endpoints: read.endpoints,
    options: options, ledger: &ledger)
  let (sortedPartners, partnerPlace) = read.endpoints.partners.sorted()
  let firstPartner = Int32(
    readPeople.people.count + settled.teams.count + settled.schools.count)
  var numbered = records.numbered(partnerPlace: partnerPlace, firstPartner: firstPartner)
  numbered.columns = Set(
    ledger.accounts.flatMap { account in
      account.columns.filter { $0.isFilled || !account.table.isOfRecords }.map {
        "\(account.table.rawValue).\($0.role)"
      }
    })
  // A column whose every cell says that there was nobody, or nothing, is filled in as well.
  for role in ["decided_by", "consulted"]
  where numbered.decisions.contains(where: { !$0.blank.contains(role) }) {
    numbered.columns?.insert("decisions.\(role)")
  }
  for role in ["action", "met"]
  where numbered.needs.contains(where: { !$0.blank.contains(role) }) {
    numbered.columns?.insert("needs.\(role)")
  }
  let network = Network(
    title: options.title ?? title(from: folder), people: readPeople.people, teams: settled.teams,
    schools: settled.schools, partners: sortedPartners,
    ties: read.ties.ties(partnerPlace: partnerPlace, firstPartner: firstPartner),
    workingGroups: sorted(read.groups, partnerPlace, firstPartner), expertise: expertise,
    excludedCount: readPeople.excludedCount,
    newestDay: [readPeople.newestDay, read.newestDay].compactMap { $0 }.max(),
    parallelRule: options.parallelRule,
    records: numbered)
  try ledger.refuseMostlyUnusable()
  ledger.lookAt(network, people: peopleFile.name, ties: tiesFile.name)
  ledger.sortProblems()
  return (network, ledger)
}

/// Puts schools and teams in order of id, renumbers what points to them, and checks who leads teams.
private func settle(
  _ people: inout People, _ schools: Register<School>, _ teams: inout ReadTeams,
  _ withheld: Withheld, _ ledger: inout Ledger
) -> (schools: [School], teams: [Team]) {
  let (sortedSchools, schoolPlace) = schools.sorted()
  let known = Set(people.ids)
  var leads: [Int32: String?] = [:]
  for cell in teams.leads {
    guard let lead = teams.register.entries[Int(cell.team)].lead, !known.contains(lead) else {
      continue
    }
    let named = people.names.indices.filter { people.names[$0] == lead }
    leads[cell.team] = named.count == 1 ? people.ids[named[0]] : nil
    if named.count == 1 || withheld.standing(of: lead) == .excluded { continue }
    let near = Spelling.nearest(
      to: lead, in: people.ids.indices.filter { !people.isHidden[$0] }.map { people.ids[$0] })
    ledger.report(
      Problem(
        .unknownLead, file: teams.file, row: cell.row, column: cell.column, heading: cell.heading,
        value: lead, detail: near.map { shown($0) } ?? "", isPersonal: true))
  }
  let (sortedTeams, teamPlace) = teams.register.sorted()
  var settled = sortedTeams
  for (old, new) in teamPlace.enumerated() {
    if let lead = leads[Int32(old)] {
      let named = settled[Int(new)].lead ?? ""
      settled[Int(new)].hasUnknownLead = lead == nil && withheld.standing(of: named) != .excluded
      settled[Int(new)].lead = lead
    }
    if let school = settled[Int(new)].school { settled[Int(new)].school = schoolPlace[Int(school)] }
  }
  people.school = people.school.map { $0 < 0 ? $0 : schoolPlace[Int($0)] }
  people.teams.main = people.teams.main.map { $0 < 0 ? $0 : teamPlace[Int($0)] }
  people.teams.further = people.teams.further.mapValues { $0.map { teamPlace[Int($0)] } }
  return (sortedSchools, settled)
}

private func sorted(
  _ groups: [WorkingGroup], _ partnerPlace: [Int32], _ firstPartner: Int32
) -> [WorkingGroup] {
  func key(_ group: WorkingGroup) -> String {
    let cells = group.attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let members = group.members.map { "\($0)" }
    let dates = [group.started, group.ended].map { $0.map { "\($0)" } ?? "" }
    let depth = group.depth.map { "\($0.rawValue)" } ?? ""
    return (members + dates + [depth] + cells).joined(separator: "\u{1F}")
  }
  return groups.map { group in
    var group = group
    group.members = group.members.map {
      $0 < firstPartner ? $0 : firstPartner + partnerPlace[Int($0 - firstPartner)]
    }.sorted()
    return group
  }.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
}

/// The name of the folder in title case: "harbour-trust" becomes "Harbour Trust".
private func title(from folder: String) -> String {
  let name = folder.split(separator: "/").last { $0 != "." } ?? "Trust"
  return name.split { "-_ ".contains($0) }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    .joined(separator: " ")
}

extension Ledger {
  /// Stops when more than half of the rows of a required file were set aside.
  fileprivate func refuseMostlyUnusable() throws(IntakeError) {
    for account in accounts where [.people, .collaborations].contains(account.table) {
      let lost = account.setAside.count { $0.code != .excludedPerson }
      guard lost * 2 > account.read else { continue }
      let problem = Problem(
        .mostlyUnusable, file: account.file,
        detail: "\(counted(lost)) of \(counted(account.read, "row"))")
      var only = Ledger()
      only.report(problem)
      let first = problems.first { $0.file == account.file && $0.code.severity == .error }
      throw IntakeError(
        .unusable,
        "\(problem.place): \(problem.message)"
          + (first.map { " The first is \($0.place): \($0.message) \($0.fix)" } ?? ""),
        ledger: only)
    }
  }

  /// Reports what only the whole network shows: leavers with ties, cells without a group, groups of one.
  fileprivate mutating func lookAt(_ network: Network, people: String, ties: String) {
    let present = Slice.Presence(network)
    if present.tiesOfLeavers > 0 {
      report(
        Problem(
          .leaverTies, file: ties,
          detail: counted(present.tiesOfLeavers, "tie is", "ties are")))
    }
    for column in network.people.attributes where (2...60).contains(column.values.count) {
      lookAt(column, file: people)
    }
    for group in network.workingGroups where group.members.count > Network.groupCap {
      report(
        Problem(
          .largeGroup, file: ties,
          detail: "a working group of \(counted(group.members.count)) is"))
    }
  }

  private mutating func lookAt(_ column: Column, file: String) {
    let several = column.severalGroups
    if let first = several.min() {
      let people = column.codes.count { several.contains($0) }
      report(
        Problem(
          .severalGroups, file: file, heading: column.name, value: column.values[Int(first)],
          detail: "\(column.name): \(counted(people, "person names", "people name"))"))
    }
    for (name, other) in column.alike {
      report(
        Problem(.similarGroup, file: file, heading: column.name, value: name, detail: shown(other)))
    }
    let missing = column.codes.count { $0 < 0 }
    if missing > 0, missing < column.codes.count {
      report(
        Problem(
          .noGroup, file: file, heading: column.name,
          detail: "\(column.name): \(counted(missing, "person has", "people have"))"))
    }
    var sizes = [Int](repeating: 0, count: column.values.count)
    for code in column.codes where code >= 0 { sizes[Int(code)] += 1 }
    let alone = sizes.indices.count { sizes[$0] == 1 && !several.contains(Int32($0)) }
    if alone > 0, alone * 2 < sizes.count {
      report(
        Problem(
          .groupOfOne, file: file, heading: column.name,
          detail: "\(column.name): \(counted(alone, "group has", "groups have"))"))
    }
  }
}
