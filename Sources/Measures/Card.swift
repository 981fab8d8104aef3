/// What a measure is, for people: the question it answers and where it comes from.
public struct Card: Sendable, Codable, Equatable, Identifiable {
  /// The name used on the command line and in files, such as "e-i".
  public let id: String
  /// The name the field uses.
  public let title: String
  public let family: Family
  /// The question it answers, in plain English.
  public let question: String
  /// The formula, with each symbol named.
  public let formula: String
  /// The values it can take, with their unit.
  public let range: String
  /// What a high and a low value mean.
  public let reading: String
  /// When it has no value.
  public let undefined: String
  /// Who published it.
  public let source: String

  /// The part of the catalogue a measure belongs to.
  public enum Family: String, Sendable, Codable, CaseIterable {
    case size, silo, bridging, outward, expertise
  }

  public init(
    id: String, title: String, family: Family, question: String, formula: String, range: String,
    reading: String, undefined: String, source: String
  ) {
    self.id = id
    self.title = title
    self.family = family
    self.question = question
    self.formula = formula
    self.range = range
    self.reading = reading
    self.undefined = undefined
    self.source = source
  }
}
