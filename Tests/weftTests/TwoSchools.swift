import TestSupport

/// A trust of two schools of six: each works in a ring of its own, and one tie joins the two.
enum TwoSchools {
  static let people =
    "id,name,school,team\n"
    + ["A", "B"].flatMap { school in
      (1...6).map { "\(school)\($0),\(school)\($0),\(school),T\(school)\n" }
    }.joined()
  static let ring =
    ["A", "B"].flatMap { school in
      (1...6).map { "\(school)\($0),\(school)\($0 % 6 + 1)\n" }
    }.joined() + "A1,B1\n"

  /// The trust with other files beside its own, or in place of them.
  static func folder(_ files: [String: String] = [:]) -> Workdir {
    Workdir(
      [
        "people.csv": people, "collaborations.csv": "from,to\n" + ring,
        "schools.csv": "id,name\nA,Ash\nB,Elm\n",
      ].merging(files) { $1 })
  }
}
