/// Everyday words that one person says where another says the next: mum and mother, throw and chuck.
///
/// Beside another word of what people say when they need something, any of a family will do.
enum WordFamilies {
  /// The stems of a word and of those that are said for it.
  static func stems(of stem: String) -> Set<String> { byStem[stem] ?? [stem] }

  private static let byStem: [String: Set<String>] = {
    var byStem: [String: Set<String>] = [:]
    for line in families.split(separator: "\n") {
      let family = Set(line.split(separator: " ").map { stem(String($0)) })
      for stem in family { byStem[stem, default: []].formUnion(family) }
    }
    return byStem
  }()

  private static let families = """
    mum mam mummy mother stepmum stepmother dad daddy father stepdad stepfather parent
    gran nan nana granny grandma grandmother grandad granddad grandpa grandfather grandparent
    brother sister sibling
    child children boy girl pupil kid lad teenager youngster
    throw throws threw thrown chuck lob hurl fling
    hit punch thump slap smack whack
    shout yell scream bawl
    cry cries cried sob weep
    leak drip pour gush seep
    broken broke bust faulty jammed
    smash shatter
    worried anxious nervous scared frightened afraid terrified
    ill sick poorly unwell
    faint collapse
    rude cheeky disrespectful insolent
    dirty filthy smelly unwashed
    cold freezing
    tired exhausted knackered
    steal stole stolen nick
    died dies death dying passed
    """
}
