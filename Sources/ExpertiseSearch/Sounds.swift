/// How a word sounds, roughly: the same for sine and sign, for ortism and autism.
///
/// Consonants as they are spoken in England; of vowels only that one comes first.
enum Sounds {
  static func key(_ word: String) -> String {
    let letters = Array(word.utf8)
    var key: [UInt8] = []
    var place = silentStarts.contains { letters.starts(with: $0.utf8) } ? 1 : 0
    while place < letters.count {
      let rest = letters[place...]
      if let (spelling, sound) = spellings[letters[place]]?.first(where: {
        rest.starts(with: $0.spelling)
      }) {
        for letter in sound where key.last != letter { key.append(letter) }
        place += spelling.count
        continue
      }
      let letter = letters[place]
      let next = place + 1 < letters.count ? letters[place + 1] : 0
      let isFirst = key.isEmpty
      place += 1
      if isVowel(letter) {
        if isFirst, place == 1 { key.append(UInt8(ascii: "a")) }
        continue
      }
      // Not spoken after a vowel: the r of nurture, the w of awful; nor an h.
      let isSilent =
        letter == UInt8(ascii: "h") || "rw".utf8.contains(letter) && !isVowel(next)
      if isSilent, !isFirst { continue }
      let isSoft = letter == UInt8(ascii: "c") && "eiy".utf8.contains(next)
      let sound = isSoft ? UInt8(ascii: "s") : same[letter] ?? letter
      if key.last != sound { key.append(sound) }
    }
    return String(decoding: key, as: UTF8.self)
  }

  static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }

  private static let silentStarts = ["kn", "ps", "wr"]
  /// Letters that sound as another does.
  private static let same: [UInt8: UInt8] = [
    UInt8(ascii: "c"): UInt8(ascii: "k"), UInt8(ascii: "q"): UInt8(ascii: "k"),
    UInt8(ascii: "z"): UInt8(ascii: "s"),
  ]
  /// What several letters sound like, by the first of them.
  private static let spellings: [UInt8: [(spelling: [UInt8], sound: [UInt8])]] = Dictionary(
    grouping: [
      ("ph", "f"), ("gh", ""), ("gn", "n"), ("tch", "C"), ("ture", "C"), ("ch", "C"), ("sh", "S"),
      ("tion", "Sn"), ("sion", "Sn"), ("cian", "Sn"), ("dge", "j"), ("ck", "k"), ("x", "ks"),
    ].map { (spelling: Array($0.0.utf8), sound: Array($0.1.utf8)) }
  ) { $0.spelling[0] }
}
