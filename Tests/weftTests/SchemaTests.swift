import TestSupport
import Testing

/// What Weft prints as JSON, beside Docs/Schemas: `Tests/Schemas` holds real answers to them, and sees that spoilt ones are refused.
@Suite struct SchemaTests {
  @Test func everyAnswerIsAsItsSchemaSays() {
    let outcome = run(
      "/usr/bin/env", ["python3", packageFolder + "/Tests/Schemas/check.py", weftProgram],
      environment: ["PYTHONDONTWRITEBYTECODE": "1"])
    guard outcome.status != 77, outcome.status != 127 else {
      return print("JSON was not held to its schemas: \(outcome.out)\(outcome.err)")
    }
    #expect(outcome.status == 0, "\(outcome.out)\(outcome.err)")
  }
}
