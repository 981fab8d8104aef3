import FoundationEssentials
import Glibc
import Intake
import Networks

/// The weft.toml of a folder: the one place where settings meet the operating system.
///
/// A weft.toml that is there is read or refused, never passed over; so is a file that was surely meant to be one.
public enum SettingsFile {
  static let name = "weft.toml"

  /// The settings of a folder and the environment, with what is worth telling of the folder.
  public static func settings(
    of folder: String, environment: [String: String]
  ) throws(SettingsError) -> (settings: Settings, remark: String?) {
    let names = names(in: folder)
    if let other = names?.first(where: { $0 != name && $0.lowercased() == name }) {
      throw SettingsError(
        "The folder holds \(shown(other)). Settings are read from weft.toml, in small letters. Rename the file, or delete it."
      )
    }
    let near = names?.filter(isNear).sorted().first
    let read = try contents(of: folder + "/" + name, isThere: names.map { $0.contains(name) })
    guard let read else {
      if let near {
        throw SettingsError(
          "The folder holds \(shown(near)), but settings are read from weft.toml. Rename the file; if it holds no settings, give it a name less alike."
        )
      }
      var settings = Settings()
      try settings.read(environment: environment)
      return (settings, nil)
    }
    var settings = try Settings(reading: read.bytes)
    if let origin = settings.origin("pseudonym_key"), read.mode & 0o077 != 0 {
      throw SettingsError(
        "\(origin): pseudonym_key is a secret, but the file is open to others (mode \(String(read.mode & 0o777, radix: 8))). Run: chmod 600 \(quoted(folder + "/" + name))"
      )
    }
    try settings.read(environment: environment)
    return (settings, near.map { "\(shown($0)) is not read: settings come from weft.toml." })
  }

  /// What a folder holds, or `nil` when it cannot be listed.
  private static func names(in folder: String) -> [String]? {
    try? FileManager.default.contentsOfDirectory(atPath: folder)
  }

  /// Whether a name was surely meant to be weft.toml: it with another ending, with a slip, or as a hidden file.
  static func isNear(_ name: String) -> Bool {
    let lower = trimmed(name.lowercased())
    guard name != Self.name else { return false }
    let plain = lower.hasPrefix(".") ? String(lower.dropFirst()) : lower
    if plain.hasPrefix(Self.name) { return true }
    let isOther = ["yaml", "yml", "json", "ini", "conf", "cfg"].contains { plain == "weft." + $0 }
    return isOther || plain.hasPrefix("w") && nearest(to: plain, in: [Self.name]) != nil
  }

  /// The bytes of the file and its mode; `nil` when there is none.
  ///
  /// - Parameter isThere: whether the folder lists it, where the folder could be listed.
  private static func contents(
    of path: String, isThere: Bool?
  ) throws(SettingsError) -> (bytes: [UInt8], mode: UInt32)? {
    if isThere == false { return nil }
    // A pipe must not make us wait.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      if isThere == nil, errno == ENOENT || errno == ENOTDIR { return nil }
      throw unreadable(reason(errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw unreadable(reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw unreadable("it is no plain file") }
    var bytes = [UInt8](repeating: 0, count: Settings.largest + 1)
    var filled = 0
    while filled < bytes.count {
      let start = filled
      let got = unsafe bytes.withUnsafeMutableBytes { raw in
        unsafe Glibc.read(descriptor, raw.baseAddress.map { unsafe $0 + start }, raw.count - start)
      }
      if got == 0 { break }
      if got > 0 {
        filled += got
      } else if errno != EINTR {
        throw unreadable(reason(errno))
      }
    }
    return (Array(bytes[..<filled]), status.st_mode)
  }

  private static func unreadable(_ reason: String) -> SettingsError {
    SettingsError(
      "weft.toml is there and cannot be read: \(reason). Mend or remove it; without it its settings would not hold."
    )
  }

  private static func reason(_ number: Int32) -> String {
    unsafe strerror(number).map { unsafe String(cString: $0) } ?? "unknown reason"
  }

  /// A path as a shell takes it.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
        || "/._-".utf8.contains($0)
    }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}
