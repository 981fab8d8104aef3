import CFuzzer

/// Runs libFuzzer over something that takes bytes; the arguments of the program are libFuzzer's.
public func fuzz(_ one: @escaping ([UInt8]) -> Void) -> Int32 {
  target = one
  var count = CommandLine.argc
  var values: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
  return LLVMFuzzerRunDriver(&count, &values) { data, size in
    target([UInt8](UnsafeBufferPointer(start: data, count: size)))
    return 0
  }
}

/// Stops, so that libFuzzer keeps the input, when something that must hold does not.
public func mustHold(_ condition: Bool, _ what: @autoclosure () -> String) {
  if !condition { fatalError("does not hold: \(what())") }
}

extension String.UTF8View {
  /// Whether a word stands anywhere, byte for byte.
  public func contains(_ word: String) -> Bool {
    let (text, word) = (Array(self), Array(word.utf8))
    return text.indices.contains { text[$0...].starts(with: word) }
  }
}

/// Set once, before libFuzzer begins; a C function can capture nothing.
nonisolated(unsafe) private var target: ([UInt8]) -> Void = { _ in }
