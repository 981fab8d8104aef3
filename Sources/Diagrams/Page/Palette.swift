/// What a node of a figure stands for; each has a fill and a shape of its own, since in grey the fills fall together.
public enum NodeClass: String, Sendable, CaseIterable {
  case primary, secondary, special, school, central, partner, group

  /// Its name in the legend.
  public var title: String {
    switch self {
    case .primary: "Primary school"
    case .secondary: "Secondary or sixth form"
    case .special: "Special or alternative provision"
    case .school: "School, phase not recorded"
    case .central: "Central team"
    case .partner: "External partner"
    case .group: "Group"
    }
  }

  /// The letter that marks it where colour is not to be had; partners are marked by their dashes.
  public var letter: String {
    switch self {
    case .primary: "P"
    case .secondary: "S"
    case .special: "A"
    case .central: "C"
    case .school, .partner, .group: ""
    }
  }

  public func fill(_ tone: Tone = .colour) -> String {
    switch (self, tone) {
    case (.partner, _): "#FFFFFF"
    case (.primary, .mono), (.group, .mono): "#3C3C3C"
    case (.secondary, .mono): "#FFFFFF"
    case (.special, .mono): "#DADADA"
    case (.school, .mono): "#6B6B6B"
    case (.central, .mono): "#111111"
    case (.primary, .colour), (.group, .colour): "#0B3C6F"
    case (.secondary, .colour): "#0F8577"
    case (.special, .colour): "#C2510A"
    case (.school, .colour): "#5B6770"
    case (.central, .colour): "#3A3A3A"
    }
  }

  public func ink(_ tone: Tone = .colour) -> String {
    switch (self, tone) {
    case (.partner, _): Palette.ink
    case (.secondary, .mono), (.special, .mono): "#000000"
    default: "#FFFFFF"
    }
  }
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
  /// A line to read values by, and how far missing replies could move one.
  public static let grid = "#DDE2E6"
  public static let range = "#D2DBE5"
  /// What is there for orientation alone.
  public static let faded = "#E4E8EB"
  /// A link that is new.
  public static let gain = "#0B3C6F"
  /// A person with ties in other groups.
  public static let person = "#6B7680"
  /// Four steps from few to many.
  public static let steps = ["#DEEBF7", "#9CC8E6", "#4292C6", "#08519C"]
  /// The ink that reads on each step.
  public static let stepInks = ["#1A1A1A", "#1A1A1A", "#000000", "#FFFFFF"]

  /// What each colour becomes where there is none: the difference is in lightness, shape, width and dashes.
  public static let greys: [String: String] = [
    alarm: "#000000", gain: "#000000", steps[0]: "#F2F2F2", steps[1]: "#CFCFCF",
    steps[2]: "#8F8F8F", steps[3]: "#3D3D3D", distant: "#8C8C8C", distantGround: "#FAFAFA",
    alarmGround: "#EFEFEF",
    covered: "#F0F0F0", link: "#8C8C8C", quiet: "#4A4A4A", rule: "#707070",
    hull: "#F3F3F3", faded: "#E6E6E6", grid: "#DEDEDE", range: "#DADADA",
  ]

  /// A topic out of reach of a school, and one that it has enough people for.
  public static let distant = "#E0AC3A"
  public static let covered = "#E9EDF1"
  /// The ground of what is out of reach, as quiet as that of what is not: a corner tells it.
  public static let distantGround = "#FBF4E2"
  /// The ground of an alarm where words leave no room for an edge.
  public static let alarmGround = "#F9E4E9"
}

extension SVG {
  /// The element with every colour turned to its grey.
  var inGrey: SVG {
    var grey = self
    grey.attributes = attributes.map { attribute in
      guard attribute.name == "fill" || attribute.name == "stroke",
        let value = Palette.greys[attribute.value]
      else { return attribute }
      return .init(name: attribute.name, value: value)
    }
    grey.children = children.map(\.inGrey)
    return grey
  }
}
