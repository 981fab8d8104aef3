import Website

/// How people come in: by the address that weft serve printed, or by signing in.
package protocol Entrance: Sendable {

  /// What is wrong with how it was asked, whoever asks; `nil` where nothing is.
  func objection(_ asking: Asking) -> Objection?
  /// Who asks; `nil` for whoever has not come in.
  func visit(_ asking: Asking) -> Visit?
  /// What those read.
  func closed(_ target: String) -> Answer
  /// Whether a form that says where it comes from comes from these pages.
  func isOrigin(_ origin: String, of asking: Asking) -> Bool
}

/// Why something is not answered, for a page.
package struct Objection: Error {
  let status: Int
  let title: String
  let words: String

  init(_ status: Int, _ title: String, _ words: String) {
    self.status = status
    self.title = title
    self.words = words
  }

  var answer: Answer {
    .page(
      SiteFrame.trouble(title, words, way: status == 403 || status == 421 ? nil : "/"), status)
  }
}

extension Entrance {
  /// What is wrong with a form: it must come from a page of this address, and hold the key of the page.
  func objection(_ asking: Asking, form: FormData?, key: String) -> Objection? {
    // Browsers that are told to say nothing of where somebody was say null, and whether it was here, in a header that no page can write.
    let origin = asking.headers["origin"].flatMap { $0 == "null" ? nil : $0 }
    let site = asking.headers["sec-fetch-site"]
    let isOwn =
      origin.map { isOrigin($0, of: asking) && site ?? "same-origin" == "same-origin" }
      ?? (site == "same-origin")
    guard isOwn, let form, isSame(form.fields["key"] ?? "", key) else {
      return Objection(
        403, "That did not come from these pages",
        "Nothing was changed. Open the page again and send it from there.")
    }
    return nil
  }
}

extension Asking {
  /// Whether a page of another site leads here by a link, or none does: nothing else of another site may ask.
  var isLed: Bool {
    guard ["cross-site", "same-site"].contains(headers["sec-fetch-site"]) else { return true }
    return headers["sec-fetch-mode"] == "navigate" && headers["sec-fetch-dest"] == "document"
  }

  /// The value of a cookie; `nil` where there is none.
  func cookie(_ name: String) -> String? {
    for piece in (headers["cookie"] ?? "").split(separator: ";") {
      let pair = piece.drop { $0 == " " }
      if pair.hasPrefix(name + "=") { return String(pair.dropFirst(name.count + 1)) }
    }
    return nil
  }
}

/// Compares secrets; takes as long whatever differs.
func isSame(_ one: some StringProtocol, _ other: some StringProtocol) -> Bool {
  let (a, b) = (Array(one.utf8), Array(other.utf8))
  guard a.count == b.count else { return false }
  return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
}
