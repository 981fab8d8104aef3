import FoundationEssentials
import Networks

/// What the program is at, for somebody who waits: shown after one second, never in a log.
final class Progress {
  private let started = Date()
  private var isShown = false

  /// Begins a step.
  func step(_ name: String) {
    guard Terminal.isWatched, -started.timeIntervalSinceNow > 1 else { return }
    Terminal.tellInPlace("weft: \(name) (\(fixed(-started.timeIntervalSinceNow, places: 0)) s)")
    isShown = true
  }

  /// Clears the line.
  func finish() {
    if isShown { Terminal.tellInPlace("") }
  }
}
