import Networks

/// Special categories of personal data (UK GDPR, article 9): columns that tell them of people are not read.
enum SpecialCategory {
  /// Parts of words that tell a category wherever they stand in a heading, and whole words that do.
  private static let signs: [(kind: String, stems: [String], words: Set<String>)] = [
    ("religion or belief", ["religio"], ["faith", "belief", "beliefs", "denomination"]),
    ("ethnic origin", ["ethnic"], ["race", "racial", "heritage"]),
    ("union membership", ["tradeunion"], ["union", "unions", "unionised"]),
    (
      "health", ["disab", "medical", "pregnan", "neurodiver", "diagnos", "illness"],
      ["health", "sick", "sickness", "sickdays", "maternity", "allergies"]
    ),
    ("sexual orientation", ["sexual", "lgbt"], ["orientation", "transgender"]),
    ("political opinion", ["politic"], []),
    ("genetic or biometric data", ["biometric", "genetic"], ["dna", "fingerprint"]),
  ]

  /// Words beside which a heading tells of somebody's work and not of the person: "Mental health lead".
  private static let work: Set<String> = [
    "lead", "leads", "aider", "aid", "champion", "safety", "coordinator", "expertise", "skill",
    "skills", "topic", "team", "role", "teaches",
  ]

  /// What category a heading tells, or `nil` for none.
  static func told(by heading: String) -> String? {
    let words = Set(
      heading.lowercased().split { !$0.isLetter }.map(String.init))
    let key = folded(heading)
    guard words.isDisjoint(with: work) else { return nil }
    return signs.first { sign in
      sign.stems.contains(where: key.contains) || !sign.words.isDisjoint(with: words)
        || sign.words.contains(key)
    }?.kind
  }
}
