import Networks
import Testing

@testable import Formats

/// Lists that a trust keeps beside its staff list: partners, who has which post, coaching pairs, courses.
@Suite struct TrustListsTests: ImportsFiles {
  private static let staff = """
    Staff ID,Name,Main Site,Current Post
    1,Amy Ball,Oakfield,Head
    2,Ben Cole,Oakfield,
    3,Cara Dean,Moor Lane,Teacher

    """

  private func lines(_ imported: Imported, _ file: String) -> [String] {
    imported.files.first { $0.name == file }.map {
      String(decoding: $0.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    } ?? []
  }

  @Test func partners() throws {
    let register = """
      Organisation,Type,Schools,Our lead,MOU signed,Review date,Their contact,Notes
      NSPCC,Charity,Oakfield and Moor Lane,Amy Ball,Yes,July 2026,Zed Zonk,good
      NSPCC,Charity,All schools,,No,,Zed Zonk,
      City College,,Elsewhere,Nemo Null,,,Zed Zonk,
      Total,,,,,,,

      """
    let read = try imported(["External contacts.csv": register, "staff.csv": Self.staff])
    #expect(
      lines(read, "partners.csv") == [
        "id,name,sector,Notes", "City College,City College,,", "NSPCC,NSPCC,Charity,good",
      ])
    #expect(
      lines(read, "partnerships.csv") == [
        "partner,with,lead,agreement,review_due", "City College,Elsewhere,Nemo Null,,",
        "NSPCC,Moor Lane,1,Yes,July 2026", "NSPCC,Oakfield,1,Yes,July 2026", "NSPCC,trust,,No,",
      ])
    #expect(read.peopleCount == 3)
    #expect(read.doubts == ["Nemo Null"])
    #expect(read.remarks.contains { $0.contains("no list has the school \"Elsewhere\"") })
    // The reading is kept, and holds for the next file of the same headings.
    #expect(
      read.mapping.text.contains(
        "[External contacts.csv]\npartner register\nOrganisation = partner\n"))
    let again = try imported(
      ["External contacts.csv": register, "staff.csv": Self.staff],
      mapping: read.mapping.text.replacing("Nemo Null = ?", with: "Nemo Null = 3"))
    #expect(lines(again, "partnerships.csv").contains("City College,Elsewhere,3,,"))
  }

  /// Partners that a list has by id are known by their names.
  @Test func partnersOfTwoLists() throws {
    let read = try imported([
      "partners.csv": "id,name,sector\nX1,NSPCC,charity\n",
      "register.csv": "Partner,Our lead,Next review\nNSPCC,Amy Ball,01/07/2026\n",
      "staff.csv": Self.staff,
    ])
    #expect(lines(read, "partners.csv") == ["id,name,sector", "X1,NSPCC,charity"])
    #expect(
      lines(read, "partnerships.csv") == ["partner,with,lead,review_due", "X1,trust,1,01/07/2026"])
  }

  /// A table of the contract stands as it is, and answers of people about partners are no register.
  @Test func noRegister() throws {
    let own = "partner,with,lead,level\nX1,trust,Amy Ball,2\n"
    let read = try imported(["partnerships.csv": own, "staff.csv": Self.staff])
    #expect(lines(read, "partnerships.csv") == ["partner,with,lead,level", "X1,trust,Amy Ball,2"])
    let answers = "Name,Organisation,Lead,Level\nAmy Ball,NSPCC,yes,2\n"
    #expect(
      lines(try imported(["a.csv": answers, "staff.csv": Self.staff]), "partnerships.csv").isEmpty)
  }

  @Test func posts() throws {
    let list =
      "School,Headteacher,SENCO,DSL,Office email\nOakfield,Amy Ball,Ben Cole,Amy Ball,o@t.org\nMoor Lane,Dev Ely,Cara Dean; Eve Fox,vacant,m@t.org\n"
    #expect(
      lines(try imported(["contacts.csv": list]), "people.csv") == [
        "id,name,school,role", "Amy Ball,Amy Ball,Oakfield,\"Headteacher, DSL\"",
        "Ben Cole,Ben Cole,Oakfield,SENCO", "Cara Dean,Cara Dean,Moor Lane,SENCO",
        "Dev Ely,Dev Ely,Moor Lane,Headteacher", "Eve Fox,Eve Fox,Moor Lane,SENCO",
      ])
    // A staff list knows better; whom it has not got is a question.
    let read = try imported(["contacts.csv": list, "staff.csv": Self.staff])
    #expect(
      lines(read, "people.csv") == [
        "id,name,school,role", "1,Amy Ball,Oakfield,Head", "2,Ben Cole,Oakfield,SENCO",
        "3,Cara Dean,Moor Lane,Teacher",
      ])
    #expect(read.doubts == ["Dev Ely", "Eve Fox"])
  }

  @Test func whoHelpedComesFirst() throws {
    let read = try imported([
      "coaching.csv": "Coachee,Coach,Start\nAmy Ball,Ben Cole,2025-09-01\n",
      "staff.csv": Self.staff,
    ])
    #expect(
      lines(read, "collaborations.csv") == [
        "from,to,kind,direction,started", "2,1,coached,directed,2025-09-01",
      ])
  }

  @Test func coursesTaken() throws {
    let read = try imported([
      "cpd.csv":
        "Name,School,Course,Date completed\nAmy Ball,Ashby,NPQSL,2024-07-01\nAmy Ball,Ashby,NPQH,2025-07-01\nBen Cole,Birch,ELSA,\n"
    ])
    #expect(
      lines(read, "expertise.csv") == [
        "person,topic,date", "Amy Ball,NPQH,2025-07-01", "Amy Ball,NPQSL,2024-07-01",
        "Ben Cole,ELSA,",
      ])
    #expect(
      lines(read, "people.csv") == [
        "id,name,school", "Amy Ball,Amy Ball,Ashby", "Ben Cole,Ben Cole,Birch",
      ])
  }
}
