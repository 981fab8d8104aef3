import Networks

/// What the measures of expertise are, for people.
///
/// They are no functions of a study: they look at who knows what (`Knowledge`), and have commands of their own.
public let expertiseCards: [Card] = [
  SkillWeight.card, TopicCoverage.card, TopicReach.card, TopicGaps.singleCard,
  DuplicatedEffort.card, SimilarPerson.card, Introductions.card,
]

extension SkillWeight {
  static let card = Card(
    id: "expertise-weight", title: "Expertise weight", family: .expertise,
    question: "How much does somebody know of a topic, by the evidence there is?",
    formula:
      "rarity x (sum over evidence of kind x level x 0.5^(age / h) + own word in the same way, at most "
      + "\(ExpertiseRules.ownWordCap)); h half-life, 10 years unless said otherwise; 0.5 for an age that is not known; "
      + "rarity ln((N + 1) / (n + 0.5)) for n holders among N people; kinds and levels as in Docs/Expertise.md",
    range: "0 upwards; about 0 to 6 for one piece of evidence",
    reading:
      "For ranking those who know the same topic, never for judging them: it grows with what is written down. `weft find --why` "
      + "prints every factor. Own word alone is marked claimed.",
    undefined: "for somebody without any evidence of the topic",
    source:
      "after the topic weights of Profiles Research Networking Software (Harvard Catalyst); rarity after Spärck Jones (1972), "
      + "Journal of Documentation 28:11; the cap on own word is Weft's")
}

extension TopicCoverage {
  static let card = Card(
    id: "topic-coverage", title: "Coverage of a topic", family: .expertise,
    question: "Where can a school turn for a topic, and how soon would it have nobody?",
    formula:
      "for a topic and a school with k holders: absent when nobody in the trust holds it; covered when k >= 2; thin when "
      + "k = 1; with k = 0 distant when under half of the staff are within h steps of a holder, else thin with one holder near and "
      + "covered with more; not known instead of distant where under half of those asked there answered; a holder knows the topic at level 2 or above; h is 2",
    range: "one of absent, distant, not known, thin, covered",
    reading:
      "Absent: hire, train or buy in. Distant: introduce. Thin: share with a second person. Hidden people count where they "
      + "work, and nobody is introduced to them.",
    undefined:
      "for a school without staff; in copies without names for schools under the least group",
    source: "Weft's; steps as in Freeman (1979), Social Networks 1:215")
}

extension TopicReach {
  static let card = Card(
    id: "topic-reach", title: "Reach within h steps", family: .expertise,
    question: "What share of a school's staff has somebody near who knows the topic?",
    formula:
      "people of the school who hold the topic, or are within h ties of a listed holder / people of the school; no way leads "
      + "through or to hidden people",
    range: "0 to 1",
    reading:
      "Below 0.5 the topic is distant: most staff have nobody to ask, nor a colleague who would know whom.",
    undefined: "for a school without staff",
    source:
      "after Borgatti (2006), Computational & Mathematical Organization Theory 12:21 (m-reach)")
}

extension TopicGaps {
  static let singleCard = Card(
    id: "lone-topics", title: "Topics that depend on one person", family: .expertise,
    question: "What would the trust no longer know if one person left?",
    formula:
      "the topics t with n_t = 1; n_t people of the trust who hold t at level 2 or above, hidden ones aside",
    range: "0 upwards; the number of such topics",
    reading:
      "Each is one resignation away from absent. Those that most schools are far from come first.",
    undefined: "when the files say nothing of what people know",
    source: "Weft's; the idea of a truck number: Avelino et al. (2016), IEEE ICPC, pages 1-10")
}

extension DuplicatedEffort {
  static let card = Card(
    id: "duplicated-effort", title: "Topics led on islands", family: .expertise,
    question: "Which topics do several schools lead without knowing of each other?",
    formula:
      "for a topic led at level 3 or above in two schools or more: the connected parts of the graph whose nodes are those schools, and "
      + "whose links are ties between a leader in the one and a leader in the other; listed when there are two parts or more",
    range: "2 upwards; the number of islands",
    reading: "Schools on islands do the same work twice: bring their leaders together.",
    undefined: "for a topic that fewer than two schools lead",
    source: "Weft's")
}

extension SimilarPerson {
  static let card = Card(
    id: "similar-people", title: "Colleagues like somebody", family: .expertise,
    question: "Who else knows what this person knows?",
    formula: "sum over topics t of w_at w_bt; w the expertise weights of persons a and b",
    range: "0 upwards",
    reading: "Rare topics that both know well count most. Hidden people are not named.",
    undefined: "for people who share no topic",
    source:
      "after Profiles Research Networking Software (Harvard Catalyst), similar people; Salton, Wong & Yang (1975), "
      + "Communications of the ACM 18:613")
}

extension Introductions {
  static let card = Card(
    id: "introduction-cost", title: "Cost of an introduction", family: .expertise,
    question: "Who could introduce me, most warmly?",
    formula:
      "sum over the ties of a way of 5 / d x 2^(y / 2), plus for each person asked log2(1 + k / K) + g; d depth of the tie, y years since "
      + "it ended, k ties of the person, K the mean over people, g introductions they have been given already; the least over all ways "
      + "of at most three ties",
    range: "1 upwards; 1 for somebody one works with jointly, 5 for a contact",
    reading:
      "The cheapest way is the warmest. Well-connected people cost more to ask, so that one bridge is not sent everybody.",
    undefined:
      "when no way of three ties leads there: hidden people stand on none, nor ties that ended over four years ago",
    source:
      "Weft's; cheapest ways of a given number of ties after Bellman (1958), Quarterly of Applied Mathematics 16:87"
  )
}
