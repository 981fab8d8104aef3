public import Networks

/// The sectors of the world outside, and which of them a trust lacks.
public enum Sectors {
  /// The sectors of the contract, in the order people are shown them.
  public static let all = [
    "education", "higher-education", "health", "local-authority", "police", "charity", "business",
    "faith", "community", "other",
  ]

  /// Whether a sector is education, schools' own world.
  public static func isEducation(_ sector: String?) -> Bool {
    ["education", "higher-education"].contains(sector.map(key) ?? "")
  }

  /// A sector in the form of the contract: `Local Authority` is local-authority.
  public static func key(_ sector: String) -> String {
    let known = all.first { folded($0) == folded(sector) }
    return known ?? sector.lowercased()
  }

  /// Partnerships by sector, and partners with whom somebody is in touch; sectors of the contract first.
  public struct Coverage: Sendable, Equatable {
    public let sector: String
    public let partners: Int
    public let partnerships: Int
    /// Staff in touch with a partner of the sector.
    public let people: Int
  }

  public static func coverage(_ network: Network, _ contacts: Contacts) -> [Coverage] {
    let present = Set(network.partners.compactMap { $0.sector.map(key) })
    let names = all + present.subtracting(all).sorted()
    return names.compactMap { sector in
      let places = network.partners.indices.filter {
        network.partners[$0].sector.map(key) == sector
      }
      if places.isEmpty && sector == "other" { return nil }
      return coverage(sector, places, network, contacts)
    }
  }

  /// The partners whose sector is not recorded; `nil` where there are none.
  public static func unrecorded(_ network: Network, _ contacts: Contacts) -> Coverage? {
    let places = network.partners.indices.filter { network.partners[$0].sector == nil }
    return places.isEmpty ? nil : coverage("", places, network, contacts)
  }

  private static func coverage(
    _ sector: String, _ places: [Int], _ network: Network, _ contacts: Contacts
  ) -> Coverage {
    let members = Set(places.map { Int32(network.first(of: .partner) + $0) })
    return Coverage(
      sector: sector, partners: places.count,
      partnerships: network.records.partnerships.count { members.contains($0.partner) },
      people: Set(places.flatMap { contacts.people[$0].map(\.person) }).count)
  }
}
