import Foundation
import TestSupport
import Testing

/// Somebody else's package can build on ours.
@Suite struct ConsumerTests {
  /// The numbers: Krackhardt (1990) gives 6 ties and 14 for the kite; (1 - 6) / 7 and (9 - 6) / 15 by hand.
  @Test func aPackageThatDependsOnWeft() {
    let outcome = run(
      "/usr/bin/env",
      [
        "WEFT_PLAIN=1", "swift", "run", "--quiet", "--package-path",
        packageFolder + "/Tests/Consumer",
        "--scratch-path", packageFolder + "/.build/consumer",
      ])
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(
      outcome.out == """
        Most ties: 3, 6. Most often between: 7, 14.0.
        E-I index: -0.714, by chance 0.200.

        """)
  }

  /// Unsafe flags would forbid others to depend on a version of Weft.
  @Test func asADependencyItHasNoUnsafeFlags() throws {
    let manifest = try String(contentsOfFile: packageFolder + "/Package.swift", encoding: .utf8)
    // Copies: the folder of the package itself is locked while its tests run.
    let folder = Workdir()
    for (place, isUnsafe) in [("clone/weft", true), ("checkouts/weft", false)] {
      let path = folder.path + "/" + place
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      folder.write(place + "/Package.swift", Array(manifest.utf8))
      let outcome = run(
        "/usr/bin/env", ["swift", "package", "--package-path", path, "dump-package"])
      #expect(outcome.status == 0, "\(outcome.err)")
      #expect(outcome.out.contains("\"GraphEngine\""))
      #expect(outcome.out.contains("unsafeFlags") == isUnsafe, "\(place)")
    }
  }
}
