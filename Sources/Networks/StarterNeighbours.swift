extension TopicTree {
  /// Topics that come near one where nobody knows it nor what it is part of, the nearest first; those of the topic above where it has none.
  public func neighbours(of topic: Int32) -> [Int32] {
    for place in [topic] + broader(than: topic) {
      if let names = Self.neighbours[topicKey(self[place].name)] {
        return names.compactMap { self.place(of: $0) }
      }
    }
    return []
  }

  /// Each line: a topic, and those near it.
  private static let neighbours: [String: [String]] = Dictionary(
    neighbourLines.split(separator: "\n").map { line in
      let sides = line.split(separator: ":", maxSplits: 1)
      let names = sides.count > 1 ? sides[1].split(separator: ";") : []
      return (topicKey(String(sides[0])), names.map { trimmed(String($0)) })
    }, uniquingKeysWith: { first, _ in first })

  private static let neighbourLines = """
    Early career teachers: Coaching; Professional development; Initial teacher training
    Initial teacher training: Coaching; Early career teachers; Professional development
    Professional development: Coaching; Early career teachers
    Lesson observation: Coaching; Professional development
    Difficult conversations: Coaching; HR
    Performance management: HR; Coaching
    Looked-after children: Safeguarding; Family support
    Early help: Family support; Safeguarding
    Family support: Early help; Safeguarding
    Disadvantage: Family support; Data analysis
    Service children: Family support; Mental health
    Equality and diversity: Safeguarding; Behaviour
    Medical needs: First aid; SEND
    Complaints: Parental engagement; Family support
    IT systems: Computing
    Digital learning: Computing
    Timetabling: Data analysis; Curriculum design
    School improvement: Leadership; Governance
    Inspection: School improvement; Leadership
    Policies: Governance
    Legal advice: Governance; HR
    Data protection: Governance; Data analysis
    Risk management: Health and safety; Governance
    Transition: Pastoral; Mental health
    Health and safety: Estates
    Exams: Assessment; Data analysis
    Access arrangements: Exams; SEND
    NPQ for SENCOs: SEND
    University applications: Careers
    NPQ leading teacher development: Coaching; Professional development
    NPQ leading behaviour and culture: Behaviour
    NPQ leading literacy: English; Reading
    NPQ leading primary mathematics: Mathematics
    NPQ early years leadership: Early years
    National professional qualifications: Leadership; Coaching
    Apprenticeships: Careers
    Work experience: Careers
    Sign language: Makaton
    School census: Data analysis; Administration
    Hydrotherapy: SEND
    Forest school: Early years; Science
    Physical education: Mental health
    """
}
