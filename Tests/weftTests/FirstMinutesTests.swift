import TestSupport
import Testing

/// The tutorial, and the pages for each reader: `Tests/Docs` does what they say.
@Suite struct FirstMinutesTests {
  @Test func pagesSayWhatIsSo() {
    let outcome = run(
      "/usr/bin/env", ["python3", packageFolder + "/Tests/Docs/check.py", weftProgram],
      environment: ["PYTHONDONTWRITEBYTECODE": "1"])
    guard outcome.status != 127 else {
      return print("Python 3 is not installed, so the tutorial was not tried.")
    }
    #expect(outcome.status == 0, "\(outcome.out)\(outcome.err)")
  }
}
