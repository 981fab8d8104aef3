import Foundation
import TestSupport
import Testing

/// What Weft says of a workspace, beside its raw files: `Tests/Checker` reads both in a language of its own.
@Suite struct ClaimsTests {
  private static let python: String? = {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { $0 + "/python3" }.first(where: FileManager.default.isExecutableFile)
  }()

  private func check(_ program: String) throws -> Outcome {
    run(
      try #require(Self.python), ["\(packageFolder)/Tests/Checker/\(program)", weftProgram],
      environment: ["PYTHONDONTWRITEBYTECODE": "1"])
  }

  @Test(.enabled(if: python != nil, "Python 3 is not installed, so no claim is checked."))
  func noClaimIsFalseButThoseThatAreKnown() throws {
    let outcome = try check("check.py")
    print(outcome.out)
    #expect(
      outcome.status == 0,
      "\(outcome.out.split(separator: "\n").suffix(40).joined(separator: "\n"))\n\(outcome.err)")
  }

  @Test(.enabled(if: python != nil, "Python 3 is not installed, so no claim is checked."))
  func theCheckerSeesWhatIsFalse() throws {
    let outcome = try check("self_test.py")
    #expect(outcome.status == 0, "\(outcome.err)")
  }
}
