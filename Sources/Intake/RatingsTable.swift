import Networks

/// Reads ratings.csv; who rated becomes a number, which nothing shows.
func readRatings(
  _ source: SourceFile?, isDescribed: Bool, _ read: inout ReadRecords,
  endpoints: inout Endpoints, options: IntakeOptions, ledger: inout Ledger
) throws(IntakeError) {
  guard let source else { return }
  var reader = try TableReader(source, options)
  var cells = RecordCells(options)
  var places = Dictionary(
    read.partnershipIds.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  var ratings: [(rating: Rating, rater: String?)] = []
  var made = 0
  let madePartners = endpoints.partners.madeCount
  while try reader.next() {
    let before = endpoints.partners
    guard let id = reader.ratedPartnership(&cells, &endpoints, isDescribed: isDescribed),
      let score = reader.ratingScore()
    else {
      endpoints.restore(before)
      continue
    }
    let raterCell = reader.column("rater").flatMap { reader.isMissing($0) ? nil : reader.raw($0) }
    if let raterCell, endpoints.match(raterCell) == .excluded {
      endpoints.restore(before)
      reader.setAsidePrivately()
      continue
    }
    if places[id.text] == nil {
      guard !isDescribed else {
        let column = reader.column("partnership") ?? reader.column("partner") ?? 0
        reader.setAside(.unknownPartnership, column: column, value: id.text)
        endpoints.restore(before)
        continue
      }
      places[id.text] = read.records.partnerships.count
      read.partnershipIds.append(id.text)
      read.records.partnerships.append(
        Partnership(partner: id.ends.partner, with: id.ends.with))
      made += 1
    }
    let rating = Rating(
      partnership: places[id.text] ?? 0, side: score.side, item: score.item, score: score.value,
      date: cells.past("date", &reader), words: reader.column("words").flatMap { reader.text($0) })
    ratings.append((rating, raterCell.map(trimmed)))
    reader.use()
  }
  let raters = Set(ratings.compactMap(\.rater)).sorted()
  let numbers = Dictionary(
    raters.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
  read.records.ratings = merged(
    ratings.map { entry in
      var rating = entry.rating
      rating.rater = entry.rater.flatMap { numbers[$0] }
      return rating
    }, &reader)
  endpoints.announceMade(since: madePartners, &reader)
  if made > 0 {
    reader.announce(.madeFromNames, detail: counted(made, "partnership is", "partnerships are"))
  }
  cells.announce(&reader)
  read.note(cells.newestDay)
  try ledger.close(&reader, dates: cells.dates)
}

/// The ratings with those left out that one rater gave twice on one day: of differing scores the lowest counts.
private func merged(_ ratings: [Rating], _ reader: inout TableReader) -> [Rating] {
  struct Key: Hashable {
    let partnership: Int
    let side: Rating.Side
    let item: RatingItem
    let date: Day?
    let rater: Int32
  }
  var kept: [Rating] = []
  var places: [Key: Int] = [:]
  for rating in ratings {
    guard let rater = rating.rater else {
      kept.append(rating)
      continue
    }
    let key = Key(
      partnership: rating.partnership, side: rating.side, item: rating.item, date: rating.date,
      rater: rater)
    if let place = places[key] {
      kept[place].score = min(kept[place].score, rating.score)
      kept[place].words = kept[place].words ?? rating.words
    } else {
      places[key] = kept.count
      kept.append(rating)
    }
  }
  let repeats = ratings.count - kept.count
  if repeats > 0 {
    reader.merge(repeats)
    reader.announce(.repeatedRating, detail: counted(repeats, "rating is", "ratings are"))
  }
  return kept
}

extension TableReader {
  /// The partnership a row is about: its id, or partner and school; `nil` after setting the row aside.
  fileprivate mutating func ratedPartnership(
    _ cells: inout RecordCells, _ endpoints: inout Endpoints, isDescribed: Bool
  ) -> (text: String, ends: PartnershipEnds)? {
    if let column = column("partnership"), !isMissing(column) {
      guard let text = text(column) else {
        setAside(.missingValue, column: column, detail: "a partnership")
        return nil
      }
      let parts = text.split(separator: "/", maxSplits: 1).map { trimmed(String($0)) }
      let with = parts.count > 1 ? parts[1] : "trust"
      guard case .member(let partner) = endpoints.match(parts.first ?? "", among: [.partner]) else {
        setAside(.unknownPartnership, column: column, value: text)
        return nil
      }
      if folded(with) == "trust" {
        let ends = PartnershipEnds(partner: partner, with: Partnership.trust)
        return (endpoints.partnershipId(ends), ends)
      }
      guard case .member(let side) = endpoints.match(with, among: [.school, .team]) else {
        setAside(.unknownPartnership, column: column, value: text)
        return nil
      }
      let ends = PartnershipEnds(partner: partner, with: side)
      return (endpoints.partnershipId(ends), ends)
    }
    guard column("partner") != nil else {
      setAside(.missingValue, column: column("partnership"), detail: "a partnership")
      return nil
    }
    return partnershipEnds(&cells, &endpoints).map { (endpoints.partnershipId($0), $0) }
  }

  /// The side, item and score of a row; `nil` after setting the row aside.
  fileprivate mutating func ratingScore() -> (side: Rating.Side, item: RatingItem, value: Int)? {
    guard let sideColumn = column("side"), let itemColumn = column("item"),
      let scoreColumn = column("score")
    else { return nil }
    let side: Rating.Side
    switch folded(trimmed(raw(sideColumn))) {
    case "ours", "our", "us", "trust": side = .ours
    case "theirs", "their", "them", "partner": side = .theirs
    default:
      if isMissing(sideColumn) {
        setAside(.missingValue, column: sideColumn, detail: "ours or theirs")
      } else {
        setAside(.unknownSide, column: sideColumn, value: raw(sideColumn))
      }
      return nil
    }
    guard let item = text(itemColumn).map(RatingItem.init), !item.id.isEmpty else {
      setAside(.missingValue, column: itemColumn, detail: "an item")
      return nil
    }
    guard !isMissing(scoreColumn) else {
      setAside(.missingValue, column: scoreColumn, detail: "a score")
      return nil
    }
    if item == .level {
      guard let depth = Depth(written: raw(scoreColumn)) else {
        setAside(
          .unknownScore, column: scoreColumn, value: raw(scoreColumn), detail: "0 to 5 for a level")
        return nil
      }
      return (side, item, Int(depth.rawValue))
    }
    guard let score = cell(scoreColumn, { Values.whole($0) }), (1...4).contains(score) else {
      setAside(.unknownScore, column: scoreColumn, value: raw(scoreColumn), detail: "1, 2, 3 or 4")
      return nil
    }
    return (side, item, score)
  }
}
