import FoundationEssentials
import Networks
import Settings
import Synchronization

/// The codes that stand for people, made when they are first asked for.
///
/// They rest on the secret of the workspace, and on what is in its files unless codes are to stay: two copies of different files
/// then have no code in common.
final class CodeBook: Sendable {
  private let made = Mutex<[String]?>(nil)
  private let make: @Sendable () -> [String]

  init(_ network: Network, _ settings: Settings, folder: String) {
    make = {
      var key = settings.pseudonymKey
      if key.isEmpty {
        if let kept = KeyFile.key(of: folder) {
          key = kept
        } else {
          Terminal.tell(
            "No key can be kept in \(visible(folder)) (\(KeyFile.name), yours alone to read), so codes rest on the files alone: whoever has all of them could work the codes out."
          )
        }
      }
      // Without a key what is in the files is the secret.
      let edition = settings.hasStableCodes && !key.isEmpty ? "" : "\n" + network.edition
      return Pseudonyms(ids: network.people.ids, key: key + edition).codes
    }
  }

  var codes: [String] {
    made.withLock { known in
      if let known { return known }
      let codes = make()
      known = codes
      return codes
    }
  }
}
