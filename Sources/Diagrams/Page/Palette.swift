/// What a node of a figure stands for; each has a fill and a shape of its own, since in grey the fills fall together.
public enum NodeClass: String, Sendable, CaseIterable {
  case primary, secondary, special, central, partner, group

  /// Its name in the legend.
  public var title: String {
    switch self {
    case .primary: "Primary school"
    case .secondary: "Secondary or sixth form"
    case .special: "Special or alternative provision"
    case .central: "Central team"
    case .partner: "External partner"
    case .group: "Group"
    }
  }

  /// The letter that marks it where colour is not to be had.
  public var letter: String {
    switch self {
    case .primary: "P"
    case .secondary: "S"
    case .special: "A"
    case .central: "C"
    case .partner: "E"
    case .group: "G"
    }
  }

  public var fill: String {
    switch self {
    case .primary, .group: "#0B3C6F"
    case .secondary: "#0F8577"
    case .special: "#C2510A"
    case .central: "#3A3A3A"
    case .partner: "#FFFFFF"
    }
  }

  public var ink: String { self == .partner ? Palette.ink : "#FFFFFF" }
}

/// The colours that figures use beside those of nodes, each checked against white in the tests.
public enum Palette {
  public static let ink = "#1A1A1A"
  public static let quiet = "#4A545C"
  public static let rule = "#6B7680"
  public static let partnerLine = "#3A3A3A"
  /// A link inside a hub, or any link that nothing hangs on.
  public static let link = "#8C959D"
  /// A link across hubs, an only link, a silo.
  public static let alarm = "#B10026"
  public static let hull = "#F1F3F5"
  /// Four steps from few to many.
  public static let steps = ["#DEEBF7", "#9CC8E6", "#4292C6", "#08519C"]
  /// The ink that reads on each step.
  public static let stepInks = ["#1A1A1A", "#1A1A1A", "#000000", "#FFFFFF"]
}
