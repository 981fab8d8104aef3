import Measures
import Networks

/// The trust's partnerships taken together: trust, value, gaps, and what each of three enablers comes to.
public struct PartnershipHealth: Sendable, Equatable {
  /// The mean over partnerships of both sides' trust, and of value, each partnership counting once.
  public let trust: Double?
  public let value: Double?
  /// The same as far as they may be told.
  public let toldTrust: ToldMean?
  public let toldValue: ToldMean?
  /// How many partnerships have a trust to show.
  public let rated: Int
  /// The share of partnerships in which the sides are two steps apart, among those where both are known.
  public let shareApart: Double?
  public let bothKnown: Int
  /// Partnerships of which only one side has been heard.
  public let oneSided: Int
  /// The mean of the item "mission" over sides, and its standard deviation: how far the reason why is shared.
  public let mission: Mission?
  /// Shares of partnerships for which the files say so, over those for which they say anything.
  public let sharedGoal: Share
  public let agreement: Share
  public let rolesClear: Share
  /// Those that are agreed and in which both sides know their part, over those that tell of both.
  public let settled: Share
  public let bothWays: Share

  /// How far the reason why is shared.
  public struct Mission: Sendable, Equatable {
    public let mean: Double
    /// The mean as far as it may be told.
    public let told: ToldMean
    public let spread: Double
    public let sides: Int
    /// The spread, where it may be told: of few sides, or where they hardly differ, it tells with the mean what each side said.
    public var toldSpread: Double? {
      sides < AssessmentProfile.Factor.fewestForSpread || spread < 0.25 ? nil : spread
    }
  }

  /// So many of so many.
  public struct Share: Sendable, Equatable {
    public let count: Int
    public let of: Int
    public var value: Double? { of > 0 ? Double(count) / Double(of) : nil }

    init(_ answers: [Bool?]) {
      let known = answers.compactMap { $0 }
      of = known.count
      count = known.count { $0 }
    }
  }

  public init(_ ledger: PartnershipLedger) {
    let entries = ledger.entries.sorted { $0.place < $1.place }
    func dyads(_ view: (PartnershipLedger.Entry.Side) -> View) -> [Double] {
      entries.compactMap { entry in
        let known = [view(entry.ours).value, view(entry.theirs).value].compactMap { $0 }
        return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
      }
    }
    func told(_ view: (PartnershipLedger.Entry.Side) -> View) -> ToldMean? {
      let parts = entries.flatMap { entry in
        let known = [view(entry.ours).value, view(entry.theirs).value].compactMap { $0 }
        return known.map {
          ToldMean.Part(value: $0, weight: 1 / Double(known.count), range: View.end($0))
        }
      }
      return parts.isEmpty ? nil : ToldMean(parts)
    }
    func mean(_ values: [Double]) -> Double? {
      values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
    let trusts = dyads(\.trust)
    trust = mean(trusts)
    rated = trusts.count
    value = mean(dyads(\.value))
    toldTrust = told(\.trust)
    toldValue = told(\.value)
    let gaps = entries.map(\.trustGap)
    shareApart = PerceptionGap.shareWide(gaps)
    bothKnown = gaps.count { $0.size != nil }
    oneSided = gaps.count { $0.isOneSided }
    let missions = entries.flatMap { [$0.ours.mission.value, $0.theirs.mission.value] }
      .compactMap { $0 }
    let mission = RatingItem("mission")
    let parts = entries.flatMap { entry in
      Rating.Side.allCases.compactMap { ledger.rounds.part(mission, entry.place, $0) }
    }
    if let mean = mean(missions), missions.count > 1 {
      let squares = missions.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      self.mission = Mission(
        mean: mean, told: ToldMean(parts),
        spread: (squares / Double(missions.count - 1)).squareRoot(),
        sides: missions.count)
    } else {
      self.mission = nil
    }
    sharedGoal = Share(
      entries.map { entry in entry.partnership.sharedGoal.map { $0 != .no } })
    agreement = Share(entries.map(\.partnership.hasAgreement))
    rolesClear = Share(entries.map(\.partnership.rolesAreClear))
    settled = Share(
      entries.map { entry in
        let (agreement, roles) = (
          entry.partnership.hasAgreement, entry.partnership.rolesAreClear
        )
        return agreement == nil || roles == nil ? nil : agreement == true && roles == true
      })
    bothWays = Share(
      entries.map { entry in
        let (gives, gets) = (entry.partnership.gives.isEmpty, entry.partnership.gets.isEmpty)
        return !ledger.tellsExchange || gives && gets ? nil : !gives && !gets
      })
  }
}
