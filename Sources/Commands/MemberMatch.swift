import Intake
import Networks
import Sections

/// The one person, school, team, partner or other group that somebody means.
///
/// An id or a code will do, or a name, its beginning, or some of its words, where nobody else goes by them. Case, accents,
/// apostrophes and spaces do not count, and & is "and". Where several kinds are looked for, the kind may stand first, as in
/// "team T14". Whoever is hidden is no candidate, and so is answered as nobody.
struct MemberMatch<Member> {
  struct Candidate {
    let kind: String
    let id: String
    var code: String?
    let name: String
    let member: Member
  }

  /// What is looked for, as in "school, team or person".
  let noun: String
  /// What would name any, where no file does: "the column hub of schools.csv".
  var source = ""
  /// What else may be why nothing is found.
  var remark = ""
  /// The same in a sentence of its own.
  var advice = ""
  let candidates: [Candidate]

  /// The candidate that a text stands for.
  func one(_ text: String) throws(Failure) -> Member {
    let found = matches(text)
    guard let first = found.first else {
      guard !candidates.isEmpty || source.isEmpty else {
        throw Failure(.usage, Unknown.unnamed(noun, text, source))
      }
      let near = remark.isEmpty ? near(text).map { " Did you mean \(shown($0))?" } ?? advice : ""
      throw Failure(.usage, "There is no \(noun) \(shown(text))\(remark).\(near)")
    }
    guard found.count == 1 else {
      let isMixed = Set(found.map(\.kind)).count > 1
      let ids = found.prefix(6).map { visible(isMixed ? "\($0.kind) \($0.id)" : $0.id) }
      let several = found.count > 6 ? capitalised(inWords(found.count)) : "Several"
      let more = found.count > 6 ? ", or more of the name" : ""
      throw Failure(
        .usage, "\(several) go by \(shown(text)): write \(listed(ids, and: "or"))\(more).")
    }
    return first.member
  }

  /// The candidate whose id or code a text is.
  func known(_ text: String) -> Member? {
    let found = exact(text, candidates)
    return found.count == 1 ? found[0].member : nil
  }

  private func matches(_ text: String) -> [Candidate] {
    let found = matches(text, candidates)
    guard found.isEmpty, let end = text.firstIndex(of: " ") else { return found }
    let kind = candidates.filter { folded($0.kind) == folded(String(text[..<end])) }
    return kind.count < candidates.count ? matches(trimmed(String(text[end...])), kind) : []
  }

  /// Those that fit best: by id or code, else by the whole name, else by its beginning, else by words of it.
  private func matches(_ text: String, _ candidates: [Candidate]) -> [Candidate] {
    let exact = exact(text, candidates)
    if !exact.isEmpty { return exact }
    let asked = plainWords(text)
    let key = asked.joined()
    guard !key.isEmpty else { return [] }
    // P12 is no beginning of P123.
    let isBeginning = key.count >= 3 && !key.contains { $0.isNumber }
    var (whole, beginning, within): ([Candidate], [Candidate], [Candidate]) = ([], [], [])
    for candidate in candidates {
      let words = plainWords(candidate.name)
      let name = words.joined()
      if name == key {
        whole.append(candidate)
      } else if words.starts(with: asked) || isBeginning && name.hasPrefix(key) {
        beginning.append(candidate)
      } else if asked.allSatisfy(words.contains) {
        within.append(candidate)
      }
    }
    return [whole, beginning, within].first { !$0.isEmpty } ?? []
  }

  private func exact(_ text: String, _ candidates: [Candidate]) -> [Candidate] {
    let same = candidates.filter { $0.id == text }
    guard same.isEmpty else { return same }
    let key = folded(text)
    guard !key.isEmpty else { return [] }
    return candidates.filter { folded($0.id) == key || $0.code.map(folded) == key }
  }

  /// The id or name that is nearest to a text, or has a word that is.
  private func near(_ text: String) -> String? {
    let known = candidates.flatMap { [$0.id, $0.name] }
    if let near = nearest(to: text, in: known) { return near }
    // What is near an id is most likely somebody else's.
    guard !text.contains(where: \.isNumber) else { return nil }
    return known.first { name in
      nearest(to: text, in: name.split(separator: " ").map(String.init).filter { $0.count > 3 })
        != nil
    }
  }
}

extension Session {
  /// The person that a text stands for, among those who may be named.
  ///
  /// - Parameter naming: the copy that tells of them, where it tells of each alone.
  func person(
    _ text: String, among people: [Int32]? = nil, toldBy naming: Naming? = nil
  ) throws(Failure) -> Int32 {
    do {
      return try MemberMatch(
        noun: "person", advice: naming?.adviceOnWithheld ?? "",
        candidates: candidates(text, among: people, toldBy: naming)
      ).one(text)
    } catch {
      throw people == nil ? error : absence(of: text, toldBy: naming) ?? error
    }
  }

  /// That somebody whom the files know by an id or code is not there at the time asked about; `nil` where they know nobody.
  func absence(of text: String, toldBy naming: Naming? = nil) -> Failure? {
    let all = MemberMatch(noun: "person", candidates: candidates(text, toldBy: naming))
    return all.known(text).map { person in
      let hasLeft = network.people.ended[Int(person)] != nil
      return Failure(
        .badData, "\(shown(text)) \(hasLeft ? "has left" : "had not started") in this period.")
    }
  }

  /// The team that a text stands for.
  func team(_ text: String) throws(Failure) -> Int {
    let teams = network.namedTeams.enumerated().map {
      MemberMatch.Candidate(kind: "team", id: $1.id, name: $1.name, member: $0)
    }
    return try MemberMatch(
      noun: "team", source: "teams.csv or the column team of people.csv", candidates: teams
    ).one(text)
  }

  /// Those of some people who are in a team, as their main one or a further one.
  func members(ofTeam place: Int, among people: [Int32]) -> [Int32] {
    let teams = network.people.teams
    return people.filter { person in
      teams.main[Int(person)] == Int32(place)
        || teams.further[person]?.contains(Int32(place)) == true
    }
  }

  /// The school that a text stands for.
  func school(_ text: String) throws(Failure) -> Int {
    let schools = network.schools.enumerated().map {
      MemberMatch.Candidate(kind: "school", id: $1.id, name: $1.name, member: $0)
    }
    return try MemberMatch(noun: "school", candidates: schools).one(text)
  }

  /// The people whom a text may stand for: of all, or of some, those who are not hidden, and of whom a copy tells.
  func candidates(
    _ text: String, among some: [Int32]? = nil, toldBy naming: Naming? = nil
  ) -> [MemberMatch<Int32>.Candidate] {
    let people = network.people
    // Codes take a while to make.
    let codes = folded(text).hasPrefix("p") ? self.naming(.pseudonym) : nil
    return (some ?? Array(0..<Int32(people.count))).filter {
      !people.isHidden[Int($0)] && naming?.withheld.contains($0) != true
    }.map {
      MemberMatch.Candidate(
        kind: "person", id: people.ids[Int($0)], code: codes?.id($0), name: people.names[Int($0)],
        member: $0)
    }
  }
}

extension Naming {
  /// What is said where nobody is found: whoever this copy lists nowhere is answered like somebody whom no file knows.
  var adviceOnWithheld: String {
    showsAll || withheld.isEmpty
      ? ""
      : " Without --names full, some people are not told of one by one, and are answered like this."
  }
}
