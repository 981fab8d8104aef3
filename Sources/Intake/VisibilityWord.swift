import Networks

/// What a cell says of whether a person may be named.
///
/// Only an empty cell and a word for yes let a person be named: what cannot be understood hides them.
struct VisibilityWord {
  let visibility: Visibility
  /// Whether the word is one of those the contract has.
  let isKnown: Bool

  init(_ cell: String) {
    let word = folded(CleanText(cell).text)
    switch word {
    case "", "listed", "yes", "y", "true", "1", "visible": self.init(.listed)
    case "hidden", "no", "n", "false", "0": self.init(.hidden)
    case "excluded", "exclude": self.init(.excluded)
    default:
      self.init(Spelling.nearest(to: word, in: Self.leftOut) == nil ? .hidden : .excluded, false)
    }
  }

  private init(_ visibility: Visibility, _ isKnown: Bool = true) {
    self.visibility = visibility
    self.isKnown = isKnown
  }

  private static let leftOut = ["excluded", "exclude", "optout", "optedout"]

  var standing: Withheld.Standing {
    switch visibility {
    case .listed: .open
    case .hidden: .hidden
    case .excluded: .excluded
    }
  }
}

extension Withheld.Standing {
  /// What any cell of a row that cannot be read asks for: words that stand for nothing else.
  init(asked cell: String) {
    let word = folded(CleanText(cell).text)
    let near =
      word.count < 5 ? nil : Spelling.nearest(to: word, in: ["hidden", "excluded", "exclude"])
    switch near {
    case "hidden": self = .hidden
    case nil: self = .open
    default: self = .excluded
    }
  }
}
