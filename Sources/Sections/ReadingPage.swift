/// How to read what Weft says: a page for somebody who leads and has no statistics.
public enum ReadingPage {
  /// One word or figure that stands in outputs, what it means, and where more is said.
  public struct Entry: Sendable {
    public let word: String
    public let meaning: String
    public let more: String
  }

  public static let entries: [Entry] = [
    Entry(
      word: "a tie",
      meaning:
        "Two colleagues who work together, as one of them or both have said. What nobody wrote down is not in the figures.",
      more: "weft check FOLDER"),
    Entry(
      word: "leads out",
      meaning:
        "Of the ties of a school, the share with people of other schools. It is set beside the other schools of its size, because small schools have more colleagues elsewhere.",
      more: "weft measures external-e-i"),
    Entry(
      word: "by chance",
      meaning:
        "What would come about if everybody kept as many ties as they have and chose whom without regard to school. Far below it: something holds people apart.",
      more: "weft measures e-i"),
    Entry(
      word: "keeps to itself",
      meaning:
        "A school whose share leading out lies so far below the others at its size that chance hardly explains it. It says nothing of how well anybody works.",
      more: "weft silos FOLDER"),
    Entry(
      word: "beyond doubt, likely, a hint, cannot say",
      meaning:
        "How sure a finding is: from the play of chance, from how many replied, and from how many ties it rests on. Act on the first two; ask again before acting on a hint.",
      more: "Docs/Honesty.md"),
    Entry(
      word: "answered",
      meaning:
        "The share of people who filled in the survey. Of a group in which fewer than half did, nothing is said.",
      more: "weft check FOLDER"),
    Entry(
      word: "depth",
      meaning:
        "How close work is, from 1 (networking: they know of each other's work) to 5 (collaboration: one plan, shared people and money). A boundary that is open to contact may be closed to joint work.",
      more: "weft silos FOLDER --depth 4"),
    Entry(
      word: "c",
      meaning:
        "Not shown, because so few people stand behind the figure that it would tell who they are.",
      more: "weft disclose FOLDER"),
    Entry(
      word: "depends on one person",
      meaning:
        "Every recorded tie of a group to the others is one colleague's. When they move on, it is cut off until somebody else is introduced.",
      more: "weft bridges FOLDER"),
    Entry(
      word: "not recorded, not asked, could not be read",
      meaning: "Three kinds of nothing, and none of them is a zero.",
      more: "weft check FOLDER"),
  ]

  /// The page, for people.
  public static var text: String {
    let opening =
      "How to read what Weft says\n\nEvery figure stands beside what chance or other schools would give, and says how sure it is.\n"
    return opening
      + entries.map { "\n\($0.word)\n  \($0.meaning)\n  More: \($0.more)\n" }.joined()
  }
}
