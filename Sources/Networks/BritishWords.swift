/// The words of British English, as a Bloom filter: none of them is missed, and one in a thousand other texts passes.
///
/// So no word of the language is ever taken for a slip. Of more than three letters; made from Debian's wbritish, whose list is
/// SCOWL's (copyright 2000-2011 Kevin Atkinson; Docs/Expertise.md has the notice).
package enum BritishWords {
  private static let filter: [UInt8] = {
    var bytes: [UInt8] = []
    var (held, count): (UInt32, UInt32) = (0, 0)
    for letter in bits.utf8 {
      let value: UInt8
      switch letter {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = letter - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = letter - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = letter - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: continue
      }
      (held, count) = (held << 6 | UInt32(value), count + 6)
      if count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: held >> (count - 8)))
        count -= 8
      }
    }
    return bytes
  }()

  /// How many bits each word sets.
  private static let hashes = 10

  /// Whether a word of small letters without accents is one of the language.
  ///
  /// - Parameter isCapital: whether it was written with a capital, as names are.
  package static func contains(_ word: String, isCapital: Bool = false) -> Bool {
    more.contains(word) || holds(word) || isCapital && holds("^" + word)
  }

  /// Words of schools and faiths that the list lacks.
  private static let more: Set<String> = [
    "halal", "haram", "hijab", "hijabs", "niqab", "kirpan", "kara", "mosque", "gurdwara",
    "gurdwaras", "mandir", "mandirs", "langar", "madrasa", "madrassa", "imam", "imams", "iftar",
    "eid", "diwali", "hanukkah", "purim", "pesach", "shabbat", "torah", "quran", "wudu", "vaisakhi",
    "holi", "nativity", "eucharist", "chaplaincy", "chaplain", "lectionary", "diocese", "diocesan",
    "safeguarding", "edtech", "phonics", "phoneme", "phonemes", "grapheme", "graphemes", "digraph",
    "digraphs", "trigraph", "trigraphs", "oracy", "ofsted", "academisation", "academise",
    "academised", "offline", "online", "wifi", "email", "emails", "emailed", "website", "websites",
    "podcast", "podcasts", "vape", "vapes", "vaping", "lanyard", "lanyards", "whiteboard",
    "whiteboards", "neurodivergent", "neurodiversity", "sexting", "upskirting", "cyberbullying",
    "photocopier", "photocopiers", "timetabling", "timetabled", "minibus", "minibuses",
    "dyscalculia", "dyspraxia", "multilingual", "subitising", "scaffolding", "differentiation",
    "coursework", "worksheet", "worksheets", "flashcard", "flashcards", "workbook", "workbooks",
    "schoolwork", "schoolchild", "schoolchildren", "playtime", "playtimes", "lunchtimes",
    "hometime", "storytime", "bedtimes", "classmate", "classmates", "caregiver", "caregivers",
    "childminder", "childminders", "chromebook", "chromebooks", "ipad", "ipads", "smartboard",
    "smartboards", "login", "logins", "app", "apps", "blog", "blogs", "blogging", "vlog", "vlogs",
    "hashtag", "selfie", "selfies", "snapchat", "tiktok", "youtube", "instagram", "facebook",
    "meme", "memes", "emoji", "emojis", "metacognition", "metacognitive", "interleaving",
    "manipulatives", "dyspraxic", "dyslexic", "autistic", "neurodiverse", "dysregulated",
    "dysregulation", "overstimulated", "mindfulness", "wellbeing", "transphobia", "transphobic",
    "islamophobia", "misogyny", "misogynistic", "microaggression", "microaggressions", "upskill",
    "upskilling", "onboarding", "hotdesk", "hotspot",
  ]

  private static func holds(_ word: String) -> Bool {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash ^= hash >> 32
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    let (first, step) = (hash & 0xffff_ffff, hash >> 32 | 1)
    let size = UInt64(filter.count * 8)
    return (0..<UInt64(hashes)).allSatisfy { turn in
      let bit = (first + turn * step) % size
      return filter[Int(bit / 8)] & (1 << UInt8(bit % 8)) != 0
    }
  }
}
