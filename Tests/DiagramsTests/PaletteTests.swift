import Diagrams
import Foundation
import TestSupport
import Testing

/// Contrast and distance of the colours in use, with full colour sight, without it, and in grey.
@Suite struct PaletteTests {
  @Test(arguments: Tone.allCases) func textReads(tone: Tone) {
    for kind in NodeClass.allCases {
      #expect(contrast(kind.ink(tone), kind.fill(tone)) >= 4.5, "\(kind)")
    }
    func shown(_ colour: String) -> String {
      tone == .mono ? Palette.greys[colour] ?? colour : colour
    }
    for (step, ink) in zip(Palette.steps, Palette.stepInks) {
      #expect(contrast(ink, shown(step)) >= 4.5, "\(step)")
    }
    for text in [Palette.ink, Palette.quiet, Palette.alarm] {
      #expect(
        contrast(shown(text), "#FFFFFF") >= 4.5 && contrast(shown(text), shown(Palette.hull)) >= 4.5
      )
    }
    #expect(contrast(Palette.ink, shown(Palette.faded)) >= 4.5)
    for line in [Palette.link, Palette.alarm, Palette.gain, Palette.rule, Palette.steps[2]] {
      #expect(contrast(shown(line), "#FFFFFF") >= 3, "\(line)")
    }
  }

  /// Fills that mean different things are told apart by people with each kind of colour sight.
  @Test(arguments: Sight.allCases) func fillsDiffer(sight: Sight) {
    let fills = [NodeClass.primary, .secondary, .special, .central].map { $0.fill() }
    for (index, one) in fills.enumerated() {
      for two in fills[(index + 1)...] {
        #expect(distance(sight.sees(one), sight.sees(two)) >= 15, "\(one) and \(two), \(sight)")
      }
    }
    for (one, two) in [
      (Palette.alarm, Palette.link), (Palette.gain, Palette.link), (Palette.gain, Palette.alarm),
    ] {
      #expect(distance(sight.sees(one), sight.sees(two)) >= 15, "\(one) and \(two), \(sight)")
    }
    let pairs =
      zip(Palette.steps, Palette.steps.dropFirst()) + [(Palette.distant, Palette.covered)]
    for (one, two) in pairs {
      #expect(distance(sight.sees(one), sight.sees(two)) >= 9, "\(one) and \(two), \(sight)")
    }
  }

  @Test func stepsDarkenInGreyToo() {
    for row in [Palette.steps, [Palette.covered, Palette.distant]] {
      let greys = row.map { contrast(Palette.greys[$0] ?? $0, "#FFFFFF") }
      #expect(greys == greys.sorted() && Set(greys).count == greys.count)
    }
  }

  /// Published values: black on white 21 to 1; #777777 on white 4.48.
  @Test func contrastIsAsPublished() {
    #expect(abs(contrast("#000000", "#FFFFFF") - 21) < 0.001)
    #expect(abs(contrast("#777777", "#FFFFFF") - 4.48) < 0.01)
    // Red to white in CIELAB: published L*a*b* of sRGB red is 53.24, 80.09, 67.20.
    #expect(abs(distance(RGB("#FF0000"), RGB("#FFFFFF")) - 114.55) < 0.5)
  }
}

/// Full colour sight, and the three ways of lacking a kind of cone.
enum Sight: CaseIterable {
  case full, protan, deutan, tritan

  /// What a colour looks like (Machado, Oliveira & Fernandes 2009, IEEE TVCG 15:1291, severity 1).
  func sees(_ colour: String) -> RGB {
    let own = RGB(colour)
    let rows: [[Double]] =
      switch self {
      case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protan:
        [
          [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
          [-0.003882, -0.048116, 1.051998],
        ]
      case .deutan:
        [
          [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
          [-0.011820, 0.042940, 0.968881],
        ]
      case .tritan:
        [
          [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
          [0.004733, 0.691367, 0.303900],
        ]
      }
    let seen = rows.map { max(0, min(1, $0[0] * own.red + $0[1] * own.green + $0[2] * own.blue)) }
    return RGB(red: seen[0], green: seen[1], blue: seen[2])
  }
}

/// A colour as linear light.
struct RGB {
  let red, green, blue: Double

  init(red: Double, green: Double, blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  init(_ colour: String) {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(value >> shift & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    self.init(red: parts[0], green: parts[1], blue: parts[2])
  }

  /// CIE 1976 L*a*b* under D65.
  var lab: (Double, Double, Double) {
    func f(_ t: Double) -> Double { t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116 }
    let x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    let y = f(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    let z = f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))
  }
}

/// The distance of two colours in CIELAB (1976).
func distance(_ a: RGB, _ b: RGB) -> Double {
  let (one, two) = (a.lab, b.lab)
  let (l, x, y) = (one.0 - two.0, one.1 - two.1, one.2 - two.2)
  return (l * l + x * x + y * y).squareRoot()
}
