import ArgumentParser

/// Refuses options that would do nothing: what was asked for and has no effect is a mistake, not a detail.
///
/// - Parameter why: completes "--top has no effect", as in "with --only-links".
func refuse(_ options: KeyValuePairs<String, Bool>, _ why: String) throws {
  for (name, isGiven) in options where isGiven {
    throw ValidationError("\(name) has no effect \(why). Leave it out.")
  }
}
