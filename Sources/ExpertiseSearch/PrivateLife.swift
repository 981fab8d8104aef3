/// What is of somebody's life outside school, so that nobody here is named as knowing it: "my cat", "my landlord".
enum PrivateLife {
  private static let own: Set<String> = [
    "cat", "cats", "kitten", "puppy", "rabbit", "hamster", "husband", "husbands", "hubby", "wife",
    "wifes", "boyfriend", "girlfriend", "fiance", "fiancee", "ex", "landlord", "landlady", "flat",
    "flatmate", "mortgage", "street", "garden", "driveway", "loft", "neighbour", "neighbours",
    "van", "motorbike", "wedding", "honeymoon", "divorce", "son", "sons", "daughter",
    "daughters", "niece", "nieces", "nephew", "nephews", "granddaughter", "grandson", "dog", "dogs",
    "horse", "caravan", "allotment", "sofa", "bathroom",
  ]
  private static let between: Set<String> = [
    "own", "new", "old", "little", "elderly", "poor", "big",
  ]
  private static let always: Set<String> = [
    "landlord", "landlady", "honeymoon", "mortgage", "gumtree", "babysitter", "babysit",
    "petsitter",
  ]
  private static let sales: Set<String> = ["selling", "sell", "swap", "spare"]
  private static let goods: Set<String> = ["ticket", "tickets", "sofa", "car", "bike", "pram"]

  /// Whether a question tells of it.
  static func isTold(in question: [Token]) -> Bool {
    let isSale = question.contains { sales.contains($0.text) }
    return question.contains { token in
      if always.contains(token.text) || isSale && goods.contains(token.text) { return true }
      let owner = token.lead.drop(while: between.contains).first
      return owner == "my" && own.contains(token.text)
    }
  }
}
