import Foundation

/// `engine-bench TASK DATA [REPEATS]`: does one task on one data set and prints one line of JSON.
///
///     {"load_s": ..., "run_s": ..., "cpu_s": ..., "checksum": {...}}
///
/// `load_s` is the time from files to graph, `run_s` the shortest of some runs of the task alone and `cpu_s` the
/// processor's time in it. `engine-bench list` names the tasks, `engine-bench make DIR PEOPLE TIES [SEED]` makes a data
/// set.
@main
struct EngineBench {
  static func main() {
    let words = CommandLine.arguments.dropFirst().map { $0 }
    do {
      switch (words.first, words.count) {
      case ("list", 1): print(Task.all.keys.sorted().joined(separator: "\n"))
      case ("make", 4...5):
        try MadeTrust(
          people: number(words[2]), ties: number(words[3]),
          seed: UInt64(words.count > 4 ? number(words[4]) : 1)
        ).write(to: words[1])
      case (let task?, 2...3):
        try run(task, folder: words[1], repeats: words.count > 2 ? number(words[2]) : 3)
      default:
        throw Trouble("engine-bench TASK DATA [REPEATS] | list | make DIR PEOPLE TIES [SEED]")
      }
    } catch {
      FileHandle.standardError.write(Data("engine-bench: \(error)\n".utf8))
      exit(64)
    }
  }

  private static func number(_ word: String) throws -> Int {
    guard let number = Int(word), number > 0 else {
      throw Trouble("\(word) is not a number above 0")
    }
    return number
  }

  private static func run(_ name: String, folder: String, repeats: Int) throws {
    guard let task = Task.all[name] else { throw Trouble("no task \(name)") }
    let loading = Stopwatch()
    let data = try DataSet(folder, task.needs)
    let load = loading.wall
    var best = (wall: Double.infinity, cpu: Double.infinity)
    var sum = CheckSum.counts([:])
    let all = Stopwatch()
    for _ in 0..<repeats where all.wall < 60 {
      let watch = Stopwatch()
      let result = task.work(data)
      best = (min(best.wall, watch.wall), min(best.cpu, watch.cpu))
      sum = result()
    }
    print(
      """
      {"load_s": \(rounded(load)), "run_s": \(rounded(best.wall)), "cpu_s": \(rounded(best.cpu)), \
      "checksum": \(sum.json)}
      """)
  }

  private static func rounded(_ seconds: Double) -> Double { (seconds * 1e6).rounded() / 1e6 }
}

/// Something the benchmark cannot do, in words.
struct Trouble: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Wall time and processor time since it was made.
struct Stopwatch {
  private let began = ContinuousClock.now
  private let cpuBegan = Stopwatch.cpu

  var wall: Double {
    let (seconds, attoseconds) = (ContinuousClock.now - began).components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
  var cpu: Double { Self.cpu - cpuBegan }

  private static var cpu: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
