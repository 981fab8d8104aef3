import Foundation
import Synchronization
import TestSupport
import Testing

/// Area 16: the program ended before each write, and each of its calls failing: what was there is there, old or new.
///
/// The calls are those that a run makes in its scene, told by strace. Of calls that do the same to like files the first
/// and the last are tried; with WEFT_EVERY_POINT set, each.
struct CrashPoint: Sendable, CustomStringConvertible {
  let call: Strace.Call
  /// What is done at the call: "signal=KILL" or "error=EIO".
  let what: String

  var options: [String] {
    ["-e", "trace=\(call.name),statx", "-e", "inject=\(call.name):\(what):when=\(call.number)"]
  }
  var description: String { "\(what) at \(call.name) \(call.number): \(call.text.prefix(200))" }

  static let isEvery = ProcessInfo.processInfo.environment["WEFT_EVERY_POINT"] != nil

  /// What a call may fail with.
  private static func errors(_ call: Strace.Call) -> [String] {
    switch call.name {
    case "openat":
      call.isChange ? ["ENOSPC", "EROFS", "EACCES", "EMFILE"] : ["EIO", "EACCES", "ENFILE"]
    case "write": ["ENOSPC", "EIO", "EDQUOT", "EFBIG"]
    case "fsync": ["EIO", "ENOSPC", "EROFS"]
    case "mkdirat": ["ENOSPC", "EMLINK", "EACCES", "EROFS"]
    case "renameat2": ["EIO", "EXDEV", "EPERM", "EINVAL", "EBUSY", "ENOSYS", "EACCES"]
    case "linkat": ["EPERM", "EMLINK", "EXDEV", "ENOSPC"]
    case "unlinkat": ["EIO", "EPERM", "EBUSY", "EACCES", "EROFS"]
    case "fchmod", "fchown": ["EPERM", "EROFS", "EIO"]
    case "ftruncate", "read", "close", "flistxattr", "fsetxattr": ["EIO"]
    case "flock": ["ENOLCK", "EBADF", "EIO"]
    case "getdents64", "newfstatat": ["EIO", "EACCES"]
    default: []
    }
  }

  private static func some(_ calls: [Strace.Call]) -> [Strace.Call] {
    if isEvery { return calls }
    var last: [String: Int] = [:]
    for (place, call) in calls.enumerated() { last[call.role] = place }
    var seen: Set<String> = []
    return calls.enumerated().filter { place, call in
      seen.insert(call.role).inserted || call.isChange && last[call.role] == place
    }.map(\.1)
  }

  static func kills(_ calls: [Strace.Call]) -> [CrashPoint] {
    some(calls.filter { $0.isChange && !$0.isAmbiguous }).map {
      CrashPoint(call: $0, what: "signal=KILL")
    }
  }

  static func failures(_ calls: [Strace.Call]) -> [CrashPoint] {
    some(calls.filter { !errors($0).isEmpty && !$0.isAmbiguous }).enumerated().flatMap {
      place, call in
      let errors = errors(call)
      return (isEvery ? errors : [errors[place % errors.count]]).map {
        CrashPoint(call: call, what: "error=" + $0)
      }
    }
  }
}

extension Strace.Call {
  /// The call with the names of files left out, and those of hidden folders, which are made up.
  fileprivate var role: String {
    let words = parts.map { part in
      part.split(separator: "/").map {
        $0.hasPrefix(".weft-") ? "hidden" : $0.contains(".") ? "file" : $0
      }
      .joined(separator: "/")
    }
    return ([name, isDone ? "" : "failed"] + words).joined(separator: " ")
  }
}

@Suite(.serialized) struct CrashArea {
  /// How many points are tried of those that there are.
  private static let tried: [(scene: Scene, kills: Int, failures: Int)] = [
    (.fresh, 10, 10), (.own, 12, 10), (.among, 28, 24), (.mount, 28, 22), (.figure, 8, 8),
    (.firstFigure, 6, 6), (.aside, 10, 12),
  ]
  static var count: Int { tried.map { $0.kills + $0.failures }.reduce(0, +) }

  /// Some of all points, from the first to the last.
  private static func spread(_ points: [CrashPoint], _ number: Int) -> [CrashPoint] {
    if CrashPoint.isEvery || points.count <= number { return points }
    return (0..<number).map { points[$0 * points.count / number] }
  }

  /// Tries all, on all processors.
  private func faults(
    _ points: [CrashPoint], _ judge: @Sendable (CrashPoint) -> [String]
  ) -> [String] {
    let faults = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: points.count) { place in
      let found = judge(points[place]).map { "\(points[place])\n    \($0)" }
      faults.withLock { $0 += found }
    }
    return faults.withLock { $0.sorted() }
  }

  @Test(
    .enabled(if: Strace.isPossible, "strace is not there or may not trace"),
    arguments: 0..<tried.count)
  func killed(_ place: Int) {
    let (scene, number, _) = Self.tried[place]
    let trial = Trial(scene)
    let points = Self.spread(CrashPoint.kills(trial.calls), number)
    #expect(points.count >= number, "\(scene.name): \(points.count) points")
    #expect(trial.old.seen != trial.new.seen && trial.new.litter == [])
    for fault in faults(points, { killed($0, trial) }) { Issue.record("\(scene.name): \(fault)") }
  }

  private func killed(_ point: CrashPoint, _ trial: Trial) -> [String] {
    let folder = trial.copy()
    let before = Standing(folder.path)
    let outcome = trial.weft(trial.arguments, in: folder, inject: point.options)
    guard outcome.status != trial.status else { return ["was not killed"] }
    var faults: [String] = []
    let (old, new) = (trial.old.seen, trial.new.seen)
    let now = Standing(folder.path).seen
    if trial.scene.isWhole {
      if now != old && now != new {
        faults.append("neither old nor new: \(Self.difference(now, old))")
      }
    } else {
      for path in Set(old.keys).union(new.keys).union(now.keys)
      where now[path] != old[path] && now[path] != new[path] {
        faults.append("\(path) is neither old nor new")
      }
    }
    if trial.scene.typed == "Output", now["Output"] != nil {
      // Another command that writes there puts in order what it finds.
      let settled = trial.weft(
        ["check", Scene.data.path + "/clean", "--set-aside", "Output"], in: folder)
      let after = Standing(folder.path)
      if trial.scene.arguments[0] == "map" {
        if settled.status != 0 { faults.append("check: \(settled.status) \(settled.err)") }
        // It makes the list private.
        let seen = after.seen.filter { $0.key != "Output/.weft-files" }
        if seen != old.filter({ $0.key != "Output/.weft-files" })
          && seen != new.filter({ $0.key != "Output/.weft-files" })
        {
          faults.append("left half way, \(settled.err): \(Self.difference(after.seen, old))")
        }
      }
      faults += trial.losses(before, after).map { "after check: " + $0 }
      if !after.litter.isEmpty { faults.append("check left \(after.litter) \(settled.err)") }
    }
    let again = trial.weft(trial.arguments, in: folder)
    let after = Standing(folder.path)
    if again.status != trial.status { faults.append("again: \(again.status) \(again.err)") }
    if after.seen != new { faults.append("again, not new: \(Self.difference(after.seen, new))") }
    if !after.litter.isEmpty { faults.append("again, left \(after.litter)") }
    return faults + trial.losses(before, after)
  }

  @Test(
    .enabled(if: Strace.isPossible, "strace is not there or may not trace"),
    arguments: 0..<tried.count)
  func failed(_ place: Int) {
    let (scene, _, number) = Self.tried[place]
    let trial = Trial(scene)
    let points = Self.spread(CrashPoint.failures(trial.calls), number)
    #expect(points.count >= number, "\(scene.name): \(points.count) points")
    for fault in faults(points, { failed($0, trial) }) { Issue.record("\(scene.name): \(fault)") }
  }

  private func failed(_ point: CrashPoint, _ trial: Trial) -> [String] {
    let folder = trial.copy()
    let before = Standing(folder.path)
    let outcome = trial.weft(trial.arguments, in: folder, inject: point.options)
    let after = Standing(folder.path)
    let said = outcome.err.split(separator: "\n").last.map(String.init) ?? ""
    let isWritten = outcome.status == trial.status || said.contains(" is written")
    var faults = trial.losses(before, after)
    if ![trial.status, 73, 74, 75].contains(outcome.status) {
      faults.append("left with \(outcome.status): \(outcome.err)")
    }
    if after.seen != (isWritten ? trial.new : trial.old).seen {
      let expected = (isWritten ? trial.new : trial.old).seen
      faults.append(
        "left with \(outcome.status), \(isWritten ? "not new" : "not old"): \(Self.difference(after.seen, expected)) \(said)"
      )
    }
    if outcome.status != trial.status {
      if !said.contains(trial.scene.typed) || said.contains(".weft-") {
        faults.append("says \(outcome.err)")
      }
    }
    if !after.litter.isEmpty { faults.append("left \(after.litter)") }
    if before.items[trial.scene.typed]?.kind == 0o040000,
      before.items[trial.scene.typed]?.node != after.items[trial.scene.typed]?.node
    {
      faults.append("the folder is another one")
    }
    return faults
  }

  private static func difference(
    _ one: [String: Standing.Content], _ other: [String: Standing.Content]
  ) -> String {
    Set(one.keys).union(other.keys).sorted().filter { one[$0] != other[$0] }.map {
      "\($0) \(one[$0] == nil ? "gone" : other[$0] == nil ? "new" : one[$0]?.mode != other[$0]?.mode ? "mode \(String(one[$0]?.mode ?? 0, radix: 8)) \(String(other[$0]?.mode ?? 0, radix: 8))" : "differs")"
    }.joined(separator: ", ")
  }
}
