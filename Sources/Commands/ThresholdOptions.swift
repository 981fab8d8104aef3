import ArgumentParser
import Intake
import Findings
import Measures
import Networks

/// `--fail-if`: leave with code 3 when a figure crosses a line, for use in scripts.
struct ThresholdOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave with code 3 when a figure crosses a line, as in 'silos>0', 'coverage<0.7' or 'e-i<-0.5': any measure of the network by its id, or silos, single-holders, only-links, cut-off, coverage.",
      valueName: "figure<number"))
  var failIf: [String] = []

  func validate() throws {
    for text in failIf where Threshold(text) == nil {
      throw ValidationError(
        "--fail-if \(shown(text)): write a figure, one of < <= > >=, and a number, as in silos>0.")
    }
  }

  /// Leaves with code 3 when a line is crossed, saying which.
  ///
  /// - Parameter figure: the value of a figure by its name; throws when there is none of that name.
  func check(_ figure: (String) throws -> Double?) throws {
    var crossed: [String] = []
    for threshold in failIf.compactMap(Threshold.init) {
      guard let value = try figure(threshold.name) else {
        throw Failure(
          .badData, "--fail-if \(threshold.text): \(threshold.name) has no value in these data.")
      }
      if threshold.isCrossed(by: value) {
        crossed.append(
          "\(threshold.name) is \(fixed(value, places: 4)), which crosses \(threshold.text)")
      }
    }
    if !crossed.isEmpty {
      throw Failure(.threshold, crossed.joined(separator: "; ") + ".")
    }
  }
}

/// A figure, a comparison and a number.
struct Threshold {
  let text: String
  let name: String
  private let sign: String
  private let limit: Double

  init?(_ text: String) {
    guard let sign = ["<=", ">=", "<", ">"].first(where: text.contains),
      let place = text.firstRange(of: sign)
    else { return nil }
    let name = trimmed(String(text[..<place.lowerBound]))
    let number = trimmed(String(text[place.upperBound...]))
    guard !name.isEmpty, let limit = Double(number), limit.isFinite else { return nil }
    (self.text, self.name, self.sign, self.limit) = (text, name, sign, limit)
  }

  func isCrossed(by value: Double) -> Bool {
    switch sign {
    case "<": value < limit
    case "<=": value <= limit
    case ">": value > limit
    default: value >= limit
    }
  }
}

extension Analysis {
  /// A figure that `--fail-if` can name: a count of verdicts, or any measure of the network.
  ///
  /// - Parameter showsAll: whether the copy tells what hidden groups could be worked out from.
  func figure(named name: String, showsAll: Bool) throws -> Double? {
    // Of what nobody was asked there is no count.
    let fragility = fragility(showsAll: false).flatMap { $0.isUnasked || $0.isThin ? nil : $0 }
    let key = folded(name)
    switch key {
    case folded("silos"): return (verdicts?.silos.count).map(Double.init)
    case folded("coverage"): return study.coverage.share
    case folded("single-holders"): return (fragility?.singleHolders.count).map(Double.init)
    case folded("only-links"): return (fragility?.onlyLinks.count).map(Double.init)
    case folded("cut-off"): return (fragility?.cutOff.count).map(Double.init)
    default:
      guard let measure = catalogue.first(where: { folded($0.card.id) == key }) else {
        let known =
          catalogue.map(\.card.id) + [
            "silos", "coverage", "single-holders", "only-links", "cut-off",
          ]
        let near = nearest(to: name, in: known).map { " Did you mean \($0)?" } ?? ""
        throw Failure(
          .usage, "--fail-if: there is no figure \(shown(name)).\(near) `weft measures` lists them."
        )
      }
      let finding = measure.finding(of: study)
      guard finding[.network] != nil else {
        throw Failure(
          .usage,
          "--fail-if: \(measure.card.id) is a figure of people or groups, not of the network."
        )
      }
      guard showsAll || tellsWhole(measure.card.id) else {
        throw Failure(
          .usage,
          "--fail-if: \(measure.card.id) is not shown where groups are hidden: with it what is not shown could be worked out. e-i can be asked for."
        )
      }
      return finding[.network]?.value
    }
  }
}
