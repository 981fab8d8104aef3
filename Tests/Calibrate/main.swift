import Calibration

typealias Design = SimulatedTrust.Design
let quick = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 300
let calibration = Calibration(runs: quick)
func r(_ x: Double) -> String { "\((x * 1000).rounded() / 1000)" }
let only = CommandLine.arguments.dropFirst(2).first
for size in [5, 8, 12, 20, 50] where only == nil || only == "p" {
  for heavy in [0.4, 1.0] {
    let c = calibration.groupChance(size: size, heavy: heavy)
    print("p", size, heavy, r(c.under5), r(c.under1), r(c.over95), r(c.alarms))
  }
}
let mixed = [8, 8, 10, 12, 15, 20, 30, 40, 60, 80, 120, 120]
let all: [(String, Design, Bool)] = [
  ("k4", Design { $0.groups = 4 }, true), ("k6", Design { $0.groups = 6 }, true),
  ("k12", Design(), true), ("k20", Design { $0.groups = 20 }, true),
  ("slope0", Design { $0.slope = 0 }, true), ("slope1", Design { $0.slope = 1 }, true),
  ("sparse", Design { ($0.inside, $0.outside) = (2.5, 0.5) }, true),
  ("dense", Design { ($0.inside, $0.outside) = (9, 5) }, true),
  ("heavy", Design { $0.heavy = 1 }, true), ("hubs", Design { $0.hubs = 3 }, true),
  ("hubs8", Design { ($0.hubs, $0.hubPull) = (3, 8) }, true),
  ("small", Design { ($0.fewest, $0.most) = (8, 20) }, true),
  ("resp", Design { ($0.response, $0.report) = (0.6...1, 0.8) }, true),
  ("resp_nocol", Design { ($0.response, $0.report) = (0.6...1, 0.8) }, false),
  ("resp_wide", Design { ($0.response, $0.report) = (0.3...1, 0.8) }, true),
  ("resp_wide_nocol", Design { ($0.response, $0.report) = (0.3...1, 0.8) }, false),
  ("spread.2", Design { $0.spread = 0.2 }, true), ("spread.4", Design { $0.spread = 0.4 }, true),
  (
    "k20mix",
    Design {
      ($0.groups, $0.heavy, $0.hubs) = (20, 0.8, 4)
      ($0.response, $0.report) = (0.6...1, 0.8)
    }, true
  ),
  (
    "k6mix",
    Design {
      ($0.groups, $0.heavy, $0.hubs) = (6, 0.8, 2)
      ($0.response, $0.report) = (0.6...1, 0.8)
    }, true
  ),
  ("contrast", Design { $0.sizes = mixed }, true),
  ("contrast0", Design { ($0.sizes, $0.slope) = (mixed, 0) }, true),
]
for (name, design, known) in all
where only == nil || only == "fa"
  || only == "some"
    && ["k4", "k6", "k12", "sparse", "heavy", "hubs8", "spread.2", "resp_wide_nocol"].contains(name)
{
  print("fa", name, r(calibration.falseAlarms(design, isKnown: known)))
}
for (name, design, _) in all
where (only == nil || only == "power" || only == "some")
  && ["k6", "k12", "k20", "hubs8", "k20mix", "contrast"].contains(name)
{
  for effect in [0.6, 0.4, 0.2] {
    let p = calibration.power(design, effect: effect)
    print("power", name, effect, r(p.found), r(p.cannotSay), r(p.other))
  }
}
