import Measures
public import Networks

/// The stages of working together, and what must hold before the next one is tried.
///
/// Networking, cooperation, coordination, coalition, collaboration (Frey et al. 2006; Himmelman 2002): each stage asks
/// for more time, trust and shared turf than the one before.
public enum Stages {
  /// What must hold before a stage is entered.
  public static func entry(_ stage: Depth) -> [Check] {
    switch stage {
    case .none: []
    case .networking: [.contact]
    case .cooperation: [.contact, .twoPeople]
    case .coordination: [.twoPeople, .agreement, .goal]
    case .coalition: [.twoPeople, .agreement, .goal, .roles, .trust]
    case .collaboration: [.twoPeople, .agreement, .goal, .roles, .trust, .readiness]
    }
  }

  /// One thing that must hold.
  public enum Check: String, Sendable, CaseIterable {
    case contact = "somebody is in touch"
    case twoPeople = "two people or more hold it"
    case agreement = "there is an agreement"
    case goal = "there is a shared goal"
    case roles = "roles are clear"
    case trust = "both sides trust at 3 of 4 or more"
    case readiness = "both share responsibility, risk, resources and rewards at 3 of 4 or more"

    /// Whether it holds; `nil` where the files do not say.
    func holds(_ entry: PartnershipLedger.Entry) -> Bool? {
      func both(_ a: View, _ b: View) -> Bool? {
        guard let a = a.value, let b = b.value else { return nil }
        return a >= 3 && b >= 3
      }
      func held(by least: Int) -> Bool? {
        entry.holders.count >= least ? true : entry.tellsHolders ? false : nil
      }
      switch self {
      case .contact: return held(by: 1)
      case .twoPeople: return held(by: 2)
      case .agreement: return entry.partnership.hasAgreement
      case .goal: return entry.partnership.sharedGoal.map { $0 != .no }
      case .roles: return entry.partnership.rolesAreClear
      case .trust: return both(entry.ours.trust, entry.theirs.trust)
      case .readiness: return both(entry.ours.readiness, entry.theirs.readiness)
      }
    }
  }

  /// What a partnership at a stage still needs: for the stage it is said to have, and for the next.
  public static func check(_ entry: PartnershipLedger.Entry, _ stage: Depth) -> [String] {
    var sentences: [String] = []
    let missing = Self.entry(stage).filter { $0.holds(entry) == false }
    if !missing.isEmpty {
      sentences.append(
        "It is recorded as \(stage.word), and for that it lacks: \(listed(missing.map(\.rawValue)))."
      )
    }
    guard let next = Depth(rawValue: stage.rawValue + 1) else { return sentences }
    let open = Self.entry(next).filter { $0.holds(entry) != true }
    sentences.append(
      open.isEmpty
        ? "It is ready for the next stage, \(next.word)."
        : "Before the next stage, \(next.word), see that \(listed(open.map(\.rawValue)))."
    )
    return sentences
  }
}
