import FuzzDriver
import Glibc
import Intake
import Networks
import Settings

// Any bytes as weft.toml, and any text as a variable: they end in settings within their ranges, or in one line that says where.

func look(_ settings: Settings) {
  mustHold((3...10).contains(settings.minGroup), "min_group is in its range")
  mustHold((3...10).contains(settings.minLink), "min_link is in its range")
  mustHold(settings.scaleZero.map { $0.isFinite } ?? true, "scale_zero is a number")
}

func look(_ error: SettingsError, at place: String) {
  let said = error.description
  mustHold(said.utf8.contains(place), "says where: \(said)")
  mustHold(said.utf8.count < 2_000, "says it shortly: \(said.utf8.count) bytes")
  for scalar in said.unicodeScalars {
    mustHold(
      !UnseenScan.isUnseen(scalar) || scalar == "\u{200D}" || scalar == "\u{FE0F}", "nothing unseen"
    )
  }
}

let variables = [
  "WEFT_DEPTH", "WEFT_MIN_GROUP", "WEFT_PERIOD", "WEFT_SEED", "WEFT_BOUNDARIES", "WEFT_DELIMITER",
  "WEFT_X",
]

exit(
  fuzz { input in
    do throws(SettingsError) {
      look(try Settings(reading: input))
    } catch {
      look(error, at: "weft.toml")
    }
    // The first byte chooses a variable for the rest.
    guard let first = input.first else { return }
    let name = variables[Int(first) % variables.count]
    var settings = Settings()
    do throws(SettingsError) {
      try settings.read(environment: [name: String(decoding: input.dropFirst(), as: UTF8.self)])
      look(settings)
    } catch {
      look(error, at: name)
    }
  })
