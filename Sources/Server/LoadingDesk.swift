import Commands
import Networks
import Synchronization
import Website

/// Files on their way into the folder: what waits for a yes, and what can be taken back.
final class LoadingDesk: Sendable {
  /// Goes with each form; whoever does not have it has not seen the page.
  let key: String
  private let waiting = Mutex<Loading?>(nil)
  private let last = Mutex<Loaded?>(nil)
  private let back = Mutex<[String]>([])

  init(key: String = Door.secret()) { self.key = key }

  /// What waits for a yes.
  var proposal: Loading? {
    get { waiting.withLock { $0 } }
    set { waiting.withLock { $0 = newValue } }
  }

  /// What was loaded last.
  var loaded: Loaded? {
    get { last.withLock { $0 } }
    set { last.withLock { $0 = newValue } }
  }

  /// The files that were taken back last, until others are loaded.
  var takenBack: [String] {
    get { back.withLock { $0 } }
    set { back.withLock { $0 = newValue } }
  }

  var form: LoadingForm {
    LoadingForm(
      key: key, loaded: loaded.map { ($0.names, $0.kept, $0.mark) }, takenBack: takenBack)
  }
}
