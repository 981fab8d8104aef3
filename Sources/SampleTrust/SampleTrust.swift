import GraphEngine
import Networks
import Documents

/// A fictional trust, the same for the same seed: files as a trust would export them, with some dirt, and facts to find again.
public struct SampleTrust: Sendable {
  /// The files by name, the README among them.
  public let files: [(name: String, text: String)]

  /// Makes a trust.
  ///
  /// - Parameters:
  ///   - people: the number of staff, at least 200; 640 gives the trust in Data/harbour-trust.
  ///   - ties: the number of rows in collaborations.csv, about.
  ///   - seed: another seed makes another trust.
  public init(people: Int = 640, ties: Int = 3200, seed: UInt64 = 1) {
    var model = SampleModel(people: people, ties: ties, seed: seed)
    files = model.files()
  }

  /// Decides who answered the survey, who has left, who is hidden and who is left out.
  fileprivate static func answer(
    _ staff: inout SampleStaff, _ ties: SampleTies, _ partners: SamplePartners,
    _ expertise: SampleExpertise, _ generator: inout SeededGenerator
  ) {
    let needed = Set(
      [ties.planted.holder] + expertise.single.map(\.person) + partners.partnerships.map(\.lead))
    let centre = staff.people.indices.filter { staff.people[$0].school == nil }
    for (school, members) in (staff.schools.indices.map(staff.staff) + [centre]).enumerated() {
      let answering = school == ties.planted.quiet ? 0.4 : 0.855
      var order = members
      generator.shuffle(&order)
      let silent = order.filter { !needed.contains($0) }
        .prefix(members.count - Int((Double(members.count) * answering).rounded()))
      for person in silent { staff.people[person].responded = false }
    }
    let ordinary = staff.people.indices.filter { person in
      !needed.contains(person) && staff.people[person].role != "Headteacher"
        && !(staff.people[person].school.map(ties.planted.hanging.contains) ?? false)
    }
    for (index, person) in ordinary.enumerated() where index % 97 == 40 {
      staff.people[person].ended = "2026-07-31"
    }
    let choices = ordinary.filter { staff.people[$0].ended.isEmpty && staff.people[$0].responded }
    staff.people[choices[choices.count / 3]].visibility = "hidden"
    staff.people[choices[choices.count / 2]].visibility = "excluded"
  }
}

/// Everything that a made-up trust is written from.
struct SampleModel {
  var staff: SampleStaff
  var made: SampleTies
  let partners: SamplePartners
  let expertise: SampleExpertise
  private let target: Int
  private let seed: UInt64
  private var generator: SeededGenerator
  private var further: SeededGenerator

  init(people: Int, ties: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var staff = SampleStaff(people: people, generator: &generator)
    made = SampleTies(staff, ties: Int(Double(ties) * 0.69), generator: &generator)
    partners = SamplePartners(staff, made.planted, generator: &generator)
    expertise = SampleExpertise(staff, made.planted, generator: &generator)
    SampleTrust.answer(&staff, made, partners, expertise, &generator)
    self.staff = staff
    self.generator = generator
    (target, self.seed) = (ties, seed)
    further = SeededGenerator(seed: seed &+ 0x7075_7270)
  }

  /// The files of the trust.
  mutating func files() -> [(name: String, text: String)] {
    var further = further
    let writer = SampleFiles(
      staff: staff, ties: made, partners: partners, expertise: expertise,
      dirt: SampleDirt(staff, made),
      ratings: SampleRatings(partners, staff, generator: &further),
      purpose: SamplePurpose(staff, partners, generator: &further),
      stories: SampleStories(staff, partners, made.planted))
    return writer.files(target: target, &generator)
  }
}
