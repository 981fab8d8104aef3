import Networks
import Testing

@Suite struct TopicsTests {
  private func entry(
    _ name: String, _ broader: String? = nil, _ synonyms: [String] = [],
    _ origin: Topic.Origin = .own
  ) -> Topic.Entry {
    Topic.Entry(name, broader: broader, synonyms: synonyms, origin: origin)
  }

  private func name(_ tree: TopicTree, _ text: String) -> String? {
    tree.place(of: text).map { tree[$0].name }
  }

  @Test func keys() {
    #expect(topicKey("Catch-up") == topicKey("catch up"))
    #expect(topicKey("H&S") == topicKey("h and s"))
    #expect(topicKey("Français") == "francais")
    #expect(topicKey(" !? ") == "")
  }

  @Test func namesAndSynonyms() {
    let tree = TopicTree([entry("SEND", nil, ["SEN", "special educational needs"])])
    for text in ["SEND", "sen", "Special Educational-Needs"] { #expect(name(tree, text) == "SEND") }
    #expect(name(tree, "EAL") == nil)
  }

  @Test func aboveAndBelow() throws {
    let tree = TopicTree([
      entry("Phonics", "Early reading"), entry("Early reading", "English"),
      entry("Oracy", "English"),
    ])
    let english = try #require(tree.place(of: "English"))
    #expect(tree[english].origin == .heading)
    #expect(
      tree.narrower(than: english).map { "\(tree[$0.topic].name) \($0.levels)" } == [
        "Early reading 1", "Oracy 1", "Phonics 2",
      ])
    let phonics = try #require(tree.place(of: "Phonics"))
    #expect(tree.broader(than: phonics).map { tree[$0].name } == ["Early reading", "English"])
    #expect(tree.broader(than: english).isEmpty && tree.narrower(than: phonics).isEmpty)
  }

  @Test func aTrustsOwnWordsWin() throws {
    let starter = [
      entry("SEND", "Inclusion", ["SEN"], .starter), entry("English", nil, ["literacy"], .starter),
    ]
    let tree = TopicTree([entry("SEN", "Support"), entry("Literacy")] + starter)
    // The trust calls it SEN: that is a topic of its own, whose broader term stays, and it answers for SEND.
    #expect(name(tree, "SEN") == "SEN")
    let sen = try #require(tree.place(of: "SEN"))
    let send = try #require(tree.place(of: "SEND"))
    #expect(tree[sen].broader.map { tree[$0].name } == "Support")
    #expect(tree.parts(of: send).map(\.topic) == [sen])
    // What has no broader term is part of the starter topic that has its name as another word.
    let literacy = try #require(tree.place(of: "Literacy"))
    #expect(tree[literacy].broader.map { tree[$0].name } == "English")
  }

  /// NPQH and NPQSL are other words for one starter topic, and two topics when somebody writes them.
  @Test func whatSomebodyWroteIsItsOwn() throws {
    let starter = [entry("Qualifications", nil, ["NPQH", "NPQSL"], .starter)]
    let tree = TopicTree(
      [entry("NPQH", nil, [], .claimed), entry("NPQSL", nil, [], .claimed)] + starter)
    #expect(name(tree, "NPQH") == "NPQH" && name(tree, "NPQSL") == "NPQSL")
    let whole = try #require(tree.place(of: "Qualifications"))
    #expect(tree.narrower(than: whole).map { tree[$0.topic].name } == ["NPQH", "NPQSL"])
    #expect(tree.sameWords.count == 2)
    // A starter topic that lies below what somebody wrote is no part of itself.
    let round = TopicTree([
      entry("Skills", nil, [], .own), entry("Craft", "Skills", ["skills"], .starter),
    ])
    #expect(round.flaws.isEmpty && name(round, "Craft") == "Craft")
  }

  @Test func circlesAreCut() {
    let tree = TopicTree([
      entry("Looms", "Threads"), entry("Threads", "Weaving"), entry("Weaving", "Looms"),
    ])
    #expect(tree.flaws == [.cycle(["Looms", "Threads", "Weaving"])])
    for place in 0..<Int32(tree.count) { #expect(tree.broader(than: place).count < 3) }
    #expect(TopicTree([entry("Reading", "reading")]).flaws == [.cycle(["Reading"])])
  }

  @Test func oneSynonymOneTopic() {
    let tree = TopicTree([
      entry("Sewing", nil, ["cloth"]), entry("Weaving", nil, ["cloth", "Sewing"]),
    ])
    #expect(name(tree, "cloth") == "Sewing")
    #expect(tree.flaws.count == 2)
  }

  @Test func theOrderOfEntriesTellsNothing() {
    let entries = [
      entry("Phonics", "Reading", ["sounds"]), entry("Reading", nil, ["sounds"]), entry("Oracy"),
      entry("oracy", "English", [], .claimed),
    ]
    #expect(TopicTree(entries) == TopicTree(entries.reversed()))
  }

  @Test func theStarterListIsSound() throws {
    let tree = TopicTree(TopicTree.starter)
    #expect(tree.count > 400 && tree.flaws.isEmpty)
    #expect(TopicTree.starter.allSatisfy { !$0.name.isEmpty && !$0.name.contains("=") })
    // Each word stands for one topic, and every broader term is itself in the list.
    let words = TopicTree.starter.flatMap { Set(([$0.name] + $0.synonyms).map(topicKey)) }
    let twice = Dictionary(grouping: words) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    #expect(twice == [])
    #expect(tree.topics.allSatisfy { $0.origin == .starter })
    for (text, topic) in [
      ("SEN", "SEND"), ("KS2", "Key stage 2"), ("NPQ", "National professional qualifications"),
      ("maths", "Mathematics"), ("GDPR", "Data protection"),
      ("pupil premium", "Disadvantage"), ("budget", "Finance"), ("premises", "Estates"),
      ("governors", "Governance"), ("absence", "Attendance"), ("MFL", "Modern languages"),
      ("HR", "HR"), ("data", "Data analysis"), ("EAL", "EAL"), ("Behaviour", "Behaviour"),
    ] { #expect(name(tree, text) == topic, "\(text)") }
  }
}
