import Networks
import Testing

@testable import ExpertiseSearch

@Suite struct SearchTextTests {
  @Test func words() {
    #expect(
      plainWords("St Brannock's Café & 2nd-year") == [
        "st", "brannocks", "cafe", "and", "2nd", "year",
      ])
    #expect(plainWords("phonics*\" OR (x)") == ["phonics", "or", "x"])
    #expect(plainWords(" -- ()\n") == [])
  }

  @Test(arguments: [
    ("who knows about R.W.I.?", ["knows", "rwi"]), ("H&S", ["h&s"]), ("h and s", ["h&s"]),
    ("D of E", ["dofe"]), ("Y5/6 maths", ["year5", "year6", "maths"]),
    ("years 3 and 4", ["year3", "year4"]), ("key stage two", ["ks2"]), ("year sixes", ["year6"]),
    ("A-level history", ["alevel", "history"]), ("sixth form", ["sixthform"]),
    ("IT support", ["ict", "support"]),
    ("in year admissions", ["year", "admissions"]), ("St Ann's", ["st", "ann"]),
    ("who is the", ["who", "is", "the"]),
  ])
  func tokensOfAQuestion(text: String, expected: [String]) {
    #expect(tokens(text).map(\.text) == expected)
  }

  @Test(arguments: [
    ["moderate", "moderated", "moderation", "moderating"], ["stammer", "stammers", "stammering"],
    ["coach", "coaches", "coaching"], ["policy", "policies"], ["assess", "assessment"],
    ["plan", "planning"],
    ["redundant", "redundancy"], ["attend", "attendance"], ["bereaved", "bereavement"],
    ["write", "writing"], ["bully", "bullied", "bullying"], ["behaviour", "behavioural"],
  ])
  func formsOfAWordHaveOneStem(forms: [String]) { #expect(Set(forms.map(stem)).count == 1) }

  @Test func otherWordsHaveOthers() {
    #expect(stem("grieving") != stem("grievance") && stem("settle") != stem("settlement"))
    #expect(stem("police") != stem("policy") && stem("maths") == stem("math"))
    #expect(stem("notes") != stem("not") && stem("rats") != stem("rates"))
    #expect(stem("site") != stem("sit"))
    #expect(Set(["phonics", "phone", "physics", "music", "muse"].map(stem)).count == 5)
  }
}
