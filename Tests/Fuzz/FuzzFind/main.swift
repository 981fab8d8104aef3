import ExpertiseSearch
import FuzzDriver
import Glibc
import Intake
import Measures
import Networks

// Any text as the question of `find`: it must end in an answer or in one of two sentences, and name nobody who is hidden.

let finder: Finder = {
  let files: [String: String] = [
    "people.csv": """
    id,name,school,role,expertise,visibility
    P1,Ann Lee,S1,Teacher,Phonics:4; SEND,
    P2,Bo Ray,S2,Head,Maths; Early reading,
    P3,Zoë Ångström,S1,Teaching assistant,Reading recovery; Computing,
    P4,Cy Day,,Business manager,Budgets,
    QUILLHID,Quilla Hidmark,S1,Teacher,Falconry; Phonics,hidden

    """,
    "collaborations.csv": "from,to\nP1,P2\nP2,P3\nP3,P4\nP1,QUILLHID\n",
    "schools.csv":
      "id,name,phase,hub\nS1,Alder Primary School,primary,North\nS2,Birch Academy,secondary,South & West\n",
    "topics.csv": "topic,broader,synonyms\nReading recovery,Reading,\nBudgets,,money; finance\n",
  ]
  do {
    let (network, _) = try readNetwork(
      InputFolder(name: "w", files: files.mapValues { Array($0.utf8) }))
    return Finder(Knowledge(network, slice: network.slice()))
  } catch {
    fatalError("\(error)")
  }
}()

exit(
  fuzz { input in
    let question = String(decoding: input, as: UTF8.self)
    do {
      let answer = try finder.find(question)
      let hidden = finder.knowledge.network.people.index(of: "QUILLHID").map { Int32($0) }
      mustHold(!answer.matches.contains { $0.person == hidden }, "nobody hidden is found")
      mustHold(answer.matches.allSatisfy { $0.score.isFinite }, "scores are numbers")
    } catch let error as SearchError {
      switch error {
      case .noWords, .tooLong: break
      }
    } catch {
      mustHold(false, "\(error)")
    }
  })
