import Networks

/// What partners speak of in their own words, by theme: how many of them, and never who or in which words.
///
/// A text is of every theme that one of its words begins for (`Theme.stems`); a theme is what is spoken of, and says neither good nor
/// ill. Each rater of a partner counts once a theme; where the file does not tell raters apart, each text once a partnership.
public struct PartnerWords: Sendable, Equatable {
  /// Themes that enough raters speak of, most first.
  public let themes: [Count]
  /// Raters who wrote anything.
  public let raters: Int
  /// Whether any rating on their side came with words.
  public var isGiven: Bool { raters > 0 }

  public struct Count: Sendable, Equatable {
    public let theme: Theme
    public let raters: Int
  }

  /// As few raters are told of.
  public static let fewest = 3

  /// What can be spoken of.
  public enum Theme: String, Sendable, CaseIterable {
    case answers = "time and answers"
    case roles = "who does what"
    case listening = "being listened to"
    case welcome = "welcome and help"
    case trust = "trust and openness"
    case reliability = "keeping to what was agreed"
    case people = "people who come and go"
    case means = "money and means"
    case pupils = "pupils and families"
    case learning = "what they know and learn"

    /// How words of it begin.
    var stems: [String] {
      switch self {
      case .answers:
        [
          "time", "prompt", "quick", "slow", "late", "delay", "reply", "repli", "respond",
          "responsive", "answer", "chas", "wait", "busy", "rush",
        ]
      case .roles: ["role", "clear", "clarity", "unclear", "confus", "responsib"]
      case .listening: ["listen", "heard", "voice", "consult", "involv", "includ"]
      case .welcome: ["welcom", "warm", "friend", "kind", "polite", "rude", "support", "help"]
      case .trust: ["trust", "honest", "open", "transparen", "secre", "shar"]
      case .reliability: ["reliab", "promis", "cancel", "organis", "prepar", "consisten", "agree"]
      case .people: ["turnover", "staffing", "leaver", "left", "handover", "replac"]
      case .means: ["money", "fund", "cost", "budget", "resourc", "equip"]
      case .pupils: ["pupil", "child", "young", "famil", "parent", "student"]
      case .learning: ["train", "learn", "expert", "skill", "knowledg", "curricul"]
      }
    }
  }

  init(_ network: Network) {
    struct Rater: Hashable {
      let number: Int32?
      let partnership: Int
      let words: String
    }
    var speaking: [Theme: Set<Rater>] = [:]
    var all: Set<Rater> = []
    for rating in network.records.ratings where rating.side == .theirs {
      guard let words = rating.words else { continue }
      let rater =
        rating.rater.map { number in
          // A partner numbers its own raters.
          let partner = network.records.partnerships[rating.partnership].partner
          return Rater(number: number, partnership: Int(partner), words: "")
        }
        ?? Rater(number: nil, partnership: rating.partnership, words: words)
      all.insert(rater)
      for theme in Self.themes(of: words) { speaking[theme, default: []].insert(rater) }
    }
    raters = all.count
    themes = Theme.allCases.compactMap { theme in
      let count = speaking[theme]?.count ?? 0
      return count >= Self.fewest ? Count(theme: theme, raters: count) : nil
    }.sorted { ($1.raters, $0.theme.rawValue) < ($0.raters, $1.theme.rawValue) }
  }

  /// The themes of a text.
  static func themes(of text: String) -> Set<Theme> {
    let words = text.lowercased().split { !$0.isLetter }
    return Set(
      Theme.allCases.filter { theme in
        words.contains { word in theme.stems.contains { word.hasPrefix($0) } }
      })
  }
}
