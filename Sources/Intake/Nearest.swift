import Networks

/// The word that a mistyped one most likely stands for, or `nil` when none is near.
public func nearest(to word: String, in words: [String]) -> String? {
  Spelling.nearest(to: word, in: words)
}
