import Documents
import Findings
import Measures
import Networks

/// `Docs/Measures.md`: every measure with its question, formula and source.
public enum CataloguePage {
  /// The page, made from the cards of the catalogue.
  public static var markdown: String {
    let intro = """
      # Measures

      Every figure that Weft publishes, made from the catalogue by `make record`. `weft measures ID` prints one of them.

      No silo figure stands alone: beside it stand what chance would give and how sure that is. A figure that has no value says why; it is \
      never 0 for "unknown". People whose group is not recorded are left out of figures about groups, and counted.
      """
    let families = Card.Family.allCases.map { family in
      let members = cards.filter { $0.family == family }
      return (["## \(capitalised(family.rawValue))"] + members.map(section)).joined(
        separator: "\n\n")
    }
    return ([intro] + families).joined(separator: "\n\n") + "\n"
  }

  private static func section(_ card: Card) -> String {
    """
    ### \(Summary.plain(card.title)) (`\(card.id)`)

    \(Summary.plain(card.question))

    - Formula: \(Summary.plain(card.formula))
    - Range: \(Summary.plain(card.range))
    - Reading: \(Summary.plain(card.reading))
    - Undefined: \(Summary.plain(card.undefined))
    - Source: \(Summary.plain(card.source))
    """
  }
}
