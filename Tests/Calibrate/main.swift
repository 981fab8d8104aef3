import Calibration
import Findings

// The tables of Docs/Honesty.md: `make calibrate`, or with a number of trusts a row and the first words of a title.

let runs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 300
let asked = CommandLine.arguments.dropFirst(2).first ?? ""
let calibration = Calibration(runs: runs)

func share(_ value: Double) -> String {
  guard value.isFinite else { return "-" }
  let thousandths = Int((value * 1000).rounded())
  let rest = "\(thousandths % 1000)"
  return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
}

func table(_ title: String, _ heads: [String], _ rows: @autoclosure () -> [[String]]) {
  guard title.hasPrefix(asked) else { return }
  print("\n## \(title)\n")
  print("| " + heads.joined(separator: " | ") + " |")
  print("|---|" + String(repeating: "--:|", count: heads.count - 1))
  for row in rows() { print("| " + row.joined(separator: " | ") + " |") }
}

print("\n\(runs) trusts a row, seed \(calibration.seed).")

table(
  "Groups dealt at random: p beside nominal",
  [
    "people a group, spread of activity", "p < .05", "p < .01", "p > .95",
    "networks with a group called inward (q < .05)",
  ],
  [5, 8, 12, 20, 50].flatMap { size in
    [0.4, 1.0].map { heavy in
      let chance = calibration.groupChance(size: size, heavy: heavy)
      return ["\(size), \(heavy)"]
        + [chance.under5, chance.under1, chance.over95, chance.alarms].map(share)
    }
  })

table(
  "False alarms: networks without a silo in which one is named", ["trust", "networks"],
  Calibration.settings.map { setting in
    [setting.name, share(calibration.falseAlarms(setting.design, isKnown: setting.isKnown))]
  })

let strengths = [0.6, 0.4, 0.3, 0.2, 0.1]
table(
  "Power: a silo with so much of the others' outside ties is found",
  ["trust"] + strengths.map { "\(Int($0 * 100)) %" }
    + ["nothing said", "another too", "said to be found in 8 of 10"],
  [0, 2, 3, 9, 10, 12, 13, 16].map { place in
    let setting = Calibration.settings[place]
    let powers = strengths.map { calibration.power(setting.design, effect: $0) }
    func mean(_ of: (Calibration.Power) -> Double) -> Double {
      powers.reduce(0) { $0 + of($1) } / Double(powers.count)
    }
    return [setting.name] + powers.map { share($0.found) }
      + [share(mean(\.cannotSay)), share(mean(\.other)), share(mean(\.claimed))]
  })

let mixed = Calibration.Design { $0.sizes = Calibration.mixedSizes }
let answered: [(String, ClosedRange<Double>)] = [
  ("60 to 95 % answered", 0.6...0.95), ("50 to 60 % answered", 0.5...0.6),
]
table(
  "Intervals of 95 %: how often they hold the truth", ["interval, trust", "network", "groups"],
  [0.4, 1.0].map { heavy in
    var design = mixed
    design.heavy = heavy
    let found = calibration.peopleInterval(design)
    return ["over people, spread of activity \(heavy)", share(found.network), share(found.groups)]
  }
    + answered.flatMap { name, response in
      [(0.4, false), (1.0, false), (0.4, true), (1.0, true)].map { heavy, isDirected in
        var design = mixed
        (design.heavy, design.response, design.report) = (heavy, response, 0.8)
        let found = calibration.missingInterval(design, isDirected: isDirected)
        return [
          "had everybody answered, \(name), \(isDirected ? "arrows" : "ties"), spread \(heavy)",
          share(found.network), share(found.groups),
        ]
      }
    })

table(
  "The planted boundary comes first", ["trust", "first", "and at least likely"],
  [0, 2, 6, 8, 12].map { place in
    let setting = Calibration.settings[place]
    let found = calibration.boundaryFirst(setting.design)
    return [setting.name, share(found.first), share(found.likely)]
  })

table(
  "How sure: silos named that are silos, one trust in two having one of 40 %",
  ["certainty", "right", "named"],
  calibration.silosRight(Calibration.Design { $0.groups = 12 }).map {
    [$0.certainty.inWords, share($0.right), "\($0.count)"]
  })

let ordinary = SimulatedTerms.Design()
// Small networks, quickly made: ten times as many say it closer.
let many = Calibration(runs: runs * 10)
table(
  "Two terms, ten times as many trusts: how often the interval of the difference holds the truth, and what is called real",
  [
    "trust", "holds the truth", "called better", "called worse", "not compared",
    "a group called better or worse",
  ],
  [
    ("nothing changed, half of the ties kept", ordinary),
    ("nothing changed, very busy people", .init { $0.heavy = 1 }),
    ("nothing changed, nine in ten ties kept", .init { $0.kept = 0.9 }),
    ("nothing changed, a third of the people others", .init { $0.turnover = 0.33 }),
    (
      "nothing changed, 80 % answered, then 75 %",
      .init { ($0.response, $0.report) = ((0.8, 0.75), 0.8) }
    ),
    (
      "nothing changed, 85 % answered, then 60 %",
      .init { ($0.response, $0.report) = ((0.85, 0.6), 0.8) }
    ),
    ("nothing changed, four schools of 8 to 20", .init { $0.sizes = [8, 12, 15, 20] }),
    ("1.4 times the ties outside, half kept", .init { $0.effect = 1.8 }),
    ("0.75 times the ties outside, half kept", .init { $0.effect = 0.5 }),
    (
      "twice the ties outside, a third of the people others",
      .init { ($0.effect, $0.turnover) = (2, 0.33) }
    ),
  ].map { name, design in
    let found = many.comparisons(design)
    return [name]
      + [found.holds, found.better, found.worse, found.notCompared, found.groups].map(share)
  })
