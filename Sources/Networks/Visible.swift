/// A value as messages show it: in quotes, at most 40 characters, nothing that could steer a terminal.
public func shown(_ value: String) -> String {
  let short = value.count > 40 ? value.prefix(39) + "…" : value[...]
  return "\"" + visible(String(short)) + "\""
}

/// Text with control, bidirectional and invisible characters written out, such as \u{1B}.
public func visible(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
      if scalar == "\n" {
        result += "\\n"
      } else if scalar == "\t" {
        result += "\\t"
      } else {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      }
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
