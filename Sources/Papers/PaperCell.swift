import Documents

extension Table.Cell {
  /// The cell as a paper shows it, in words where there is no value.
  var onPaper: String {
    switch self {
    case .suppressed: "not shown"
    case .undefined, .empty: "–"
    case .text(""): "–"
    default: shown
    }
  }
}
