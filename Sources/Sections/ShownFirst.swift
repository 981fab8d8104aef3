extension Sequence {
  /// What is shown in the order it came, then what is not by its name: the place of a hidden row would tell its number.
  func shownFirst<Name: Comparable>(
    _ isShown: (Element) -> Bool, hiddenBy name: (Element) -> Name
  ) -> [Element] {
    let all = Array(self)
    return all.filter(isShown) + all.filter { !isShown($0) }.sorted { name($0) < name($1) }
  }
}
