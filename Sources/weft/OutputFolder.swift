import FoundationEssentials

/// A folder that results are written to.
enum OutputFolder {
  /// Makes a folder with all that leads to it, if it is not there.
  static func make(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(.cannotCreate, "The folder \(path) could not be made.")
    }
  }
}
