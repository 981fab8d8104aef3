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
        "swift", "run", "--quiet", "--package-path", packageFolder + "/Tests/Consumer",
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
    let own = run(
      "/usr/bin/env", ["swift", "package", "--package-path", packageFolder, "dump-package"])
    #expect(own.out.contains("unsafeFlags"))
    let manifest = try String(contentsOfFile: packageFolder + "/Package.swift", encoding: .utf8)
    let folder = Workdir()
    let checkout = folder.path + "/checkouts/weft"
    try FileManager.default.createDirectory(atPath: checkout, withIntermediateDirectories: true)
    folder.write("checkouts/weft/Package.swift", Array(manifest.utf8))
    let dependency = run(
      "/usr/bin/env", ["swift", "package", "--package-path", checkout, "dump-package"])
    #expect(dependency.status == 0, "\(dependency.err)")
    #expect(dependency.out.contains("\"name\" : \"GraphEngine\""))
    #expect(!dependency.out.contains("unsafeFlags"))
  }
}
