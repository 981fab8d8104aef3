import FoundationEssentials

/// Tells when a file of a folder changes: by names, sizes and times, every two seconds.
public struct FolderWatch: Sendable {
  private let folder: String

  public init(_ folder: String) { self.folder = folder }

  /// Watches until the task is cancelled.
  ///
  /// - Parameter tell: called once files that changed have been still for a look.
  public func run(_ tell: () async -> Void) async {
    var known = state
    var isStirred = false
    while true {
      do { try await Task.sleep(for: .seconds(2)) } catch { return }
      let now = state
      if now != known {
        known = now
        isStirred = true
      } else if isStirred {
        isStirred = false
        await tell()
      }
    }
  }

  private var state: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map { name in
      let about = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      let size = about?[.size].map { "\($0)" } ?? ""
      let time = (about?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return "\(name) \(size) \(time)"
    }
  }
}
