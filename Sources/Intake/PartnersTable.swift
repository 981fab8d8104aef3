import Networks

/// Reads partners.csv.
func readPartners(_ source: SourceFile?, options: IntakeOptions, ledger: inout Ledger)
  throws(IntakeError) -> Register<Partner>
{
  var register = Register<Partner>(id: \.id, name: \.name)
  guard let source else { return register }
  var reader = try TableReader(source, options)
  var log = RowLog()
  var partners: [Partner] = []
  let idColumn = reader.column("id") ?? reader.column("name") ?? 0
  while try reader.next() {
    guard let id = reader.id(idColumn, needed: "an id") else { continue }
    var partner = Partner(id: id, name: reader.column("name").flatMap { reader.text($0) } ?? id)
    partner.sector = reader.column("sector").flatMap { reader.text($0) }
    partner.attributes = reader.attributes()
    for role in ["mission", "offers", "seeks", "area", "website"] {
      if let column = reader.column(role) { partner.attributes[role] = reader.text(column) }
    }
    log.add(id, reader)
    partners.append(partner)
    reader.use()
  }
  _ = register.describe(try log.settle(&reader, idColumn: idColumn).map { partners[$0] })
  try ledger.close(&reader, dates: DateOrder())
  return register
}
