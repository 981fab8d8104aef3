/// Which of many words stand anywhere in a text, in one pass over its bytes.
public func mentions(of words: [some StringProtocol], in text: String) -> [String] {
  let length = 4
  var begun: [UInt32: [ArraySlice<UInt8>]] = [:]
  for word in words where word.utf8.count >= length {
    let bytes = Array(word.utf8)
    let key = bytes.prefix(length).reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
    begun[key, default: []].append(bytes[...])
  }
  let bytes = Array(text.utf8)
  var found = words.filter { $0.utf8.count < length && text.contains($0) }.map { String($0) }
  var key: UInt32 = 0
  for (place, byte) in bytes.enumerated() {
    key = key << 8 | UInt32(byte)
    guard place >= length - 1, let candidates = begun[key] else { continue }
    let rest = bytes[(place - length + 1)...]
    found += candidates.filter { rest.starts(with: $0) }.map { String(decoding: $0, as: UTF8.self) }
  }
  return found
}
