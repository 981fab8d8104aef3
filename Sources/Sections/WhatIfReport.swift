public import Documents
public import Findings
import GraphEngine
import Measures
import Networks

/// A trust with some changes beside the trust as it is, for people and for programs.
public struct WhatIfReport: Sendable {
  private let found: WhatIf
  private let naming: Naming
  private let what: String
  private let figureOf: String?
  /// How much it tells of what those who leave together leave behind.
  private let told: LeaversTold

  /// - Parameters:
  ///   - what: the changes in words, as in "P0638 leaves".
  ///   - figureOf: who leaves, as this copy calls them, where a figure can show it.
  public init(_ found: WhatIf, _ naming: Naming, what: String, figureOf: String? = nil) {
    self.found = found
    self.naming = naming
    self.what = what
    self.figureOf = figureOf
    told = LeaversTold(
      found.changes.compactMap { change -> Set<Int32>? in
        if case .leaving(let people) = change { Set(people) } else { nil }
      }, of: found.today, naming)
  }

  private var boundary: Boundary? { found.today.boundary }
  private var many: String { boundary?.plural ?? "groups" }

  public var pages: Pages {
    var pages = Pages(sentences: ["If \(what):"] + changes + losses + certainty)
    pages.add("states", "Today and then", states)
    pages.add(
      "successors", "Who could take over the bridges that would go", successors,
      note:
        "Warmest ways first, by the ties people have today. Ask them; nothing here says that they would."
    )
    pages.closing =
      "Next: weft plan FOLDER, for introductions that would bring most colleagues together."
      + (figureOf.map {
        "\nAs a figure, before and after: weft draw without FOLDER --of \"\($0)\" -o without.svg"
      } ?? "")
    return pages
  }

  /// Whether this copy may tell the share of ties that lead out, which falls by what leads between schools that become one.
  private var tellsShare: Bool {
    guard !naming.showsAll else { return true }
    let schools = found.changes.flatMap { change -> [Int] in
      if case .merging(let places) = change { places } else { [] }
    }
    guard !schools.isEmpty else { return told.ties }
    let ids = found.today.study.grouping?.ids ?? []
    let places = schools.compactMap { ids.firstIndex(of: found.today.network.schools[$0].id) }
    return told.ties && boundary == .school && places.count == schools.count
      && naming.tells(among: places, of: found.today)
  }

  private var changes: [String] {
    let (before, after) = (found.before, found.after)
    var said: [String] = []
    if before.outside != nil, after.outside != nil, !tellsShare {
      said.append(
        "How many ties would lead out of a \(boundary?.singular ?? "group") is not shown: it would tell how many \(told.ties ? "those that become one" : "those who leave") have with one another."
      )
    } else if let a = before.outside, let b = after.outside {
      let one = boundary?.singular ?? "group"
      let (now, then) = (fixed(a * 100, places: 1), fixed(b * 100, places: 1))
      said.append(
        now == then
          ? "As many ties lead out of a \(one) as today, \(percent(a))."
          : "\(then)% of ties lead out of a \(one), \(now)% today.")
    }
    if !told.rest { said.append(LeaversTold.untoldRest) }
    if told.rest, let a = before.silos, let b = after.silos {
      let new = b.filter { !a.contains($0) }.compactMap { name($0, of: found.then) }
      let gone = a.filter { !b.contains($0) && !unseen.contains($0) }
        .compactMap { name($0, of: found.today) }
      if !new.isEmpty {
        said.append("\(listed(new)) would keep to \(new.count == 1 ? "itself" : "themselves").")
      }
      if !gone.isEmpty {
        said.append(
          "\(listed(gone)) would keep to \(gone.count == 1 ? "itself" : "themselves") no longer, or would not be there."
        )
      }
      if !unseen.isEmpty {
        said.append(
          "Whether \(listed(unseen.compactMap { name($0, of: found.today) })) would keep to \(unseen.count == 1 ? "itself" : "themselves") then cannot be shown."
        )
      }
      let known = a.compactMap { name($0, of: found.today) }.count
      if new.isEmpty, gone.isEmpty, unseen.isEmpty {
        said.append(sameSilos(known, hidesAny: known < a.count))
      }
    }
    if told.rest, let a = before.apart, let b = after.apart, let (then, now) = percents(b, a) {
      said.append(
        "\(capitalised(then)) of pairs of people have no way to each other, \(now) today.")
    }
    if told.rest, before.cutPoints != after.cutPoints {
      let (now, then) = (before.cutPoints, after.cutPoints)
      said.append(
        "\(then == 0 ? "Nobody is" : "\(capitalised(inWords(then))) \(then == 1 ? "person is" : "people are")") the only way to others, \(now == 0 ? "nobody" : inWords(now)) today."
      )
    }
    if found.tiedAlready > 0 {
      let tying = found.changes.count { if case .tying = $0 { true } else { false } }
      said.append(
        tying == 1
          ? "This pair works together already, so nothing changes by it."
          : "\(capitalised(inWords(found.tiedAlready))) of these pairs \(found.tiedAlready == 1 ? "works together already, so nothing changes by it" : "work together already, so nothing changes by them")."
      )
    }
    return said
  }

  /// Those that keep to themselves today and may not be shown then.
  private var unseen: [String] {
    let ids = found.then.study.grouping?.ids ?? []
    return (found.before.silos ?? []).filter {
      name($0, of: found.today) != nil && ids.contains($0) && name($0, of: found.then) == nil
    }
  }

  /// That the same groups keep to themselves as today, or that none is found to.
  private func sameSilos(_ count: Int, hidesAny: Bool) -> String {
    let one = boundary?.singular ?? "group"
    return count == 0
      ? "No \(one)\(hidesAny ? " that may be shown" : "") is found to keep to itself, as today."
      : count == 1
        ? "The same \(one) keeps to itself as today."
        : "The same \(many) keep to themselves as today."
  }

  private var losses: [String] {
    found.lost.map { OutwardReport(found.today, naming).losses($0, tellsRest: told.rest) } ?? []
  }

  private var certainty: [String] {
    [
      "Everybody else keeps the ties they have: what people would do instead is not known."
        + (found.today.study.coverage.share.map { $0 < 0.999 ? " \(percent($0)) answered." : "" }
          ?? "")
    ]
  }

  private func name(_ id: String, of analysis: Analysis) -> String? {
    guard let grouping = analysis.study.grouping, let place = grouping.ids.firstIndex(of: id),
      naming.showsAll || !analysis.hides(place)
    else { return nil }
    return Network.inText(grouping.partition.names[place])
  }

  private var states: Table {
    let (before, after) = (found.before, found.after)
    func row(_ name: String, _ a: Int?, _ b: Int?) -> [Table.Cell]? {
      guard let a, let b else { return nil }
      return [.text(name), .count(a), .count(b), .count(b - a)]
    }
    func row(_ name: String, _ a: Double?, _ b: Double?) -> [Table.Cell]? {
      guard let a, let b else { return nil }
      return [
        .text(name + ", %"), .number(a * 100, places: 1), .number(b * 100, places: 1),
        .number((b - a) * 100, places: 1),
      ]
    }
    let one = boundary?.singular ?? "group"
    let rest = [
      row(
        "\(many) that keep to themselves",
        before.silos?.count { name($0, of: found.today) != nil },
        unseen.isEmpty ? after.silos?.count { name($0, of: found.then) != nil } : nil),
      row("pairs within three steps", before.near, after.near),
      row("pairs with no way to each other", before.apart, after.apart),
      row("people who are the only way to others", before.cutPoints, after.cutPoints),
    ]
    let rows = [
      row("people", before.people, after.people), row(many, before.groups, after.groups),
      told.ties ? row("pairs who work together", before.ties, after.ties) : nil,
      tellsShare ? row("ties that lead out of a \(one)", before.outside, after.outside) : nil,
    ]
    let held = [
      naming.showsAll
        ? row("topics with a single holder", before.singleTopics, after.singleTopics) : nil,
      row("partnerships with a single holder", before.singlePartnerships, after.singlePartnerships),
      row("partnerships nobody is in touch with", before.heldByNobody, after.heldByNobody),
    ]
    return Table(
      [.text("what"), .number("today"), .number("then"), .number("difference")],
      rows: (rows + (told.rest ? rest : []) + held).compactMap { $0 })
  }

  private var successors: Table {
    let words = IntroductionWords(found.today.expertise, naming)
    let names = found.today.study.grouping?.partition.names ?? []
    let rows = found.successors.filter { naming.tells($0.a, $0.b, of: found.today) }.map {
      bridge -> [Table.Cell] in
      let named = bridge.candidates.filter {
        naming.name($0.person) != nil && naming.name($0.contact) != nil
          && naming.tellsWay([$0.person] + $0.between + [$0.contact], of: found.today)
      }
      return [
        .text(names[bridge.a]), .text(names[bridge.b]), .count(bridge.ties),
        .text(
          named.isEmpty
            ? "no way of three steps or fewer" + words.orUnshown
            : named.map { candidate in
              let through =
                candidate.between.isEmpty
                ? ""
                : ", introduced by \(listed(candidate.between.map(words.name)))\(bridge.needsHandover ? " before they leave" : "")"
              return "\(words.name(candidate.person)) to \(words.name(candidate.contact))\(through)"
            }.joined(separator: "; ")),
      ]
    }
    return Table(
      [
        .text("a", "between"), .text("b", "and"), .number("ties", "ties that go"),
        .text("who", "who could take over"),
      ],
      rows: rows)
  }
}
