/// The stem of a word: what "moderate", "moderated" and "moderation" have in common.
///
/// Suffixes are taken off one after the other, the commonest first, never so far that fewer than three letters stay; doubled
/// consonants and a last e go too. It need not be a word, only the same for all forms of one.
func stem(_ word: String) -> String {
  var letters = Array(word.utf8)
  guard letters.count > 3,
    letters.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") })
  else { return word }
  func ends(_ suffix: String, leaving least: Int) -> Bool {
    letters.count - suffix.utf8.count >= least
      && letters.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
  func cut(_ suffix: String, _ leaving: Int, _ instead: String = "") -> Bool {
    guard ends(suffix, leaving: leaving) else { return false }
    letters.removeLast(suffix.utf8.count)
    letters += instead.utf8
    return true
  }
  if unlike.contains(word) { return word }
  // "Bereavement" is of bereave, and "grievance" not of grieve.
  func cutDeed(_ suffix: String) -> Bool {
    guard ends(suffix, leaving: 5) else { return false }
    let root = String(decoding: letters.dropLast(suffix.utf8.count), as: UTF8.self)
    guard deeds.contains(root) || root.hasSuffix("e") && deeds.contains(String(root.dropLast()))
    else { return false }
    return cut(suffix, 5)
  }
  // Plurals and third persons.
  if !cut("ies", 2, "y"), !cut("sses", 2, "ss"), !cut("xes", 2, "x"), !cut("ches", 2, "ch"),
    !cut("shes", 2, "sh"), !ends("ss", leaving: 1), !ends("us", leaving: 1), !ends("is", leaving: 1)
  {
    _ = cut("s", 3)
  }
  _ = cut("ly", 4)
  // What was or is being done.
  let isDone = cut("ied", 2, "y") || cut("ing", 3) || cut("ed", 3)
  if isDone, let last = letters.last, letters.count > 3, letters[letters.count - 2] == last,
    !"lsz".utf8.contains(last), !"aeiou".utf8.contains(last)
  {
    letters.removeLast()
  }
  // Nouns and adjectives made of the same root.
  _ =
    cut("ation", 4, "at") || cut("tion", 4, "t") || cut("sion", 4, "s") || cutDeed("ment")
    || cutDeed("ance") || cut("ancy", 3, "ant") || cut("ence", 5) || cut("ness", 4) || cut("ism", 5)
    || cut("al", 6)
    || cut("ic", 6) || cut("ia", 6)
  // "Note" is no "not".
  if letters.count > 3, letters.last == UInt8(ascii: "e"), letters != Array("note".utf8) {
    letters.removeLast()
  }
  return String(decoding: letters, as: UTF8.self)
}

/// Words that mean something else than the one they are made of.
private let unlike: Set<String> = [
  "audition", "auditions", "branding", "buildings", "coding", "gifted", "government", "governments",
  "parking", "rats", "site",
]

/// Beginnings of words for what is done, in -ment and -ance, that mean the same as the verb.
private let deeds = Set(
  """
  abandon accept accomplish achiev acknowledg adjust admitt advertis agree align allow amend announc appear appoint arrang
  assess assign assist assur attach attain attend avoid bereav clear commit compli deploy detach develop disappear
  disappoint displac disturb embarrass employ encourag endur enforc engag enjoy enlarg enrich enrol enroll entertain
  entitl equip establish excit fulfil govern harass impair imprison improv inherit insur invest involv manag measur nourish
  perform persever place procur punish recruit reinforc renew replac requir resettl resist retir treat
  """.split(whereSeparator: \.isWhitespace).map(String.init)
)
