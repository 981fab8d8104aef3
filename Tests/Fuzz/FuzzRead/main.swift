import FuzzDriver
import Glibc
import Intake
import Networks
import Documents
import Sections

// Any bytes as any of the tables: reading must end in a network or in a sentence, the ledger must add up, what is said must steer no
// terminal, and of the two people who are withheld nothing may be said.

/// An input is one table or several, each begun by a record separator and a byte that says which.
func files(_ input: [UInt8]) -> [String: [UInt8]] {
  var files = usual
  for part in input.split(separator: 0x1E) {
    guard let first = part.first else { continue }
    let table = TableKind.allCases[Int(first) % TableKind.allCases.count]
    files[table.fileName] = Array(part.dropFirst())
  }
  return files
}

let usual: [String: [UInt8]] = [
  "people.csv": Array(
    """
    id,name,school,team,role,email,expertise,started,ended,visibility
    P1,Ann Lee,S1,T1,Teacher,ann@x.org,Phonics:4; SEND,2020-01-01,,
    P2,Bo Ray,S2,T1;T2,Head,bo@x.org,Maths,2021-09-01,,listed
    P3,Cy Day,S1,T2,Teacher,,,01/09/2021,2025-07-31,
    QUILLHID,Quilla Hidmark,S1,T1,Teacher,q@secret.org,Falconry,,,hidden
    QUENTEXC,Quentin Excmark,S2,T2,Teacher,,,,,excluded

    """.utf8),
  "collaborations.csv": Array(
    "from,to,depth,strength,started,members\nP1,P2,2,3,2024-01-01,\nP2,P3,,,,\n,,,,,P1;P2;P3\n".utf8
  ),
  "schools.csv": Array("id,name,phase\nS1,Alder,primary\nS2,Birch,secondary\n".utf8),
  "partners.csv": Array("id,name,sector\nX1,Clinic,health\n".utf8),
]

func look(_ ledger: Ledger, isUsual: Bool) {
  for account in ledger.accounts { mustHold(account.balances, "\(account.file) adds up") }
  let report = LedgerReport(ledger, network: nil)
  let said = report.text(atMost: 200) + report.problems.csv + report.json.json
  for scalar in said.unicodeScalars {
    let isLayout = scalar == "\n" || scalar == "\r" || scalar == "\t"
    mustHold(
      isLayout || !UnseenScan.isUnseen(scalar) || scalar == "\u{200D}" || scalar == "\u{FE0F}",
      "nothing unseen")
  }
  guard isUsual else { return }
  let plain = said.lowercased()
  for word in ["quillhid", "quentexc", "hidmark", "excmark"] {
    mustHold(!plain.utf8.contains(word), "nothing is said of \(word)")
  }
}

exit(
  fuzz { input in
    let files = files(input)
    let isUsual = files["people.csv"] == usual["people.csv"]
    do {
      let (network, ledger) = try readNetwork(InputFolder(name: "w", files: files))
      look(ledger, isUsual: isUsual)
      _ = network.slice()
      _ = network.boundaries
    } catch let error as IntakeError {
      look(error.ledger, isUsual: isUsual)
      mustHold(!error.description.isEmpty, "a sentence")
    } catch {
      mustHold(false, "\(error)")
    }
  })
