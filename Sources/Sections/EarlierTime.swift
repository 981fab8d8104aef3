import Documents
public import Findings
public import Networks

/// An earlier time that findings are set beside: a day of the same files, or a term as its own files had it.
public struct EarlierTime: Sendable {
  /// As in "since 10 July 2026", or "since Autumn 2025".
  public let name: String
  /// The trust then, its schools as what they have become.
  public let analysis: Analysis
  /// What changed, in sentences, the answer first.
  public let sentences: [String]
  /// The comparison, where each time has its own files.
  let comparison: TermComparison?

  /// A day of the same files; `nil` where they have no day to set it beside.
  public init?(_ day: Day, of now: Analysis) {
    guard let today = now.asAt else { return nil }
    name = day.inWords
    analysis = now.during(Period(on: day))
    sentences =
      ComparisonReport(now.network, now.comparison(from: day, to: today)).pages.sentences
    comparison = nil
  }

  /// A term.
  public init(term name: String, _ then: Analysis, beside now: Analysis, _ naming: Naming) {
    let found = now.comparison(since: then)
    self.name = name
    analysis = found.then
    sentences = TermComparisonReport(found, naming, then: name, now: "today").sentences
    comparison = found
  }

  /// What is to be said of a group's share of ties that lead out; `nil` for a day, where no interval of the difference is known.
  func outcome(of group: String) -> TermComparison.Outcome? {
    comparison?.groups.first { $0.id == group }?.outcome
  }

  /// What became of topics that one person alone has listed; `nil` for a day, or where either time has no file of expertise.
  var topics: KeyFinding.Note? {
    comparison?.topics.map { topics in
      let lost =
        topics.lost.isEmpty
        ? "" : " Nobody has listed \(listed(topics.lost.prefix(3).map { $0 }, and: "or")) any more."
      let (then, now) = topics.single
      let count = { (number: Int) in
        "\(capitalised(inWords(number))) \(number == 1 ? "topic" : "topics") rested on one person then."
      }
      return then == now
        ? KeyFinding.Note("As many.", count(then) + lost)
        : KeyFinding.Note(now > then ? "More than then." : "Fewer than then.", count(then) + lost)
    }
  }

  /// How many partnerships are better and worse by what is known at both times.
  var partnerships: (better: Int, worse: Int)? {
    comparison.map { found in
      (
        found.partnerships.count { $0.kind == .better },
        found.partnerships.count { $0.kind == .worse }
      )
    }
  }
}
