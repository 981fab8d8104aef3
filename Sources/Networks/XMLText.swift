/// Text as XML holds it: marks escaped, characters that XML does not allow left out.
public func escapedForXML(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\t", "\n", "\r": result += " "
    default:
      let value = scalar.value
      let isAllowed = value >= 0x20 && !(0x7F...0x9F).contains(value) && value & 0xFFFE != 0xFFFE
      if isAllowed { result.unicodeScalars.append(scalar) }
    }
  }
  return result
}
