/// The cells of a row of a CSV file as Weft writes it.
public func csvCells(_ line: String) -> [String] {
  var cells = [""]
  var isQuoted = false
  for character in line {
    switch character {
    case "\"": isQuoted.toggle()
    case "," where !isQuoted: cells.append("")
    default: cells[cells.count - 1].append(character)
    }
  }
  return cells
}

/// The rows of a CSV file as Weft writes it, each by heading.
public func csvRows(_ text: String) -> [[String: String]] {
  let lines = text.split(separator: "\r\n").map { csvCells(String($0)) }
  guard let heads = lines.first else { return [] }
  return lines.dropFirst().map { Dictionary(zip(heads, $0)) { first, _ in first } }
}
