import Foundation
import Formats
import TestSupport
import Testing

private let harbour = packageFolder + "/Data/harbour-trust"

/// `weft export`: what other programs read back is what Weft counts.
@Suite struct ExportTests {
  /// Python with the packages that read graph files; `nil` where it has not got them.
  private static let python: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let found = folders.map { $0 + "/python3" }.first(where: FileManager.default.isExecutableFile)
    return found.flatMap { run($0, ["-c", "import networkx, igraph"]).status == 0 ? $0 : nil }
  }()

  private static let reading = """
    import sys, networkx as nx, igraph as ig
    path, form = sys.argv[1:]
    if form == "graphml": g = nx.read_graphml(path)
    elif form == "gexf": g = nx.read_gexf(path)
    elif form == "net": g = nx.read_pajek(path)
    if form in ("graphml", "gexf", "net"):
        print(len(g), g.size(), round(sum(float(d["weight"]) for *_, d in g.edges(data=True)), 6), g.is_directed())
        if form != "net": print(sum("betweenness" in d for _, d in g.nodes(data=True)))
    known = {"graphml": "graphml", "net": "pajek", "dl": "dl"}
    if form in known:
        h = ig.Graph.Read(path, format=known[form])
        print(h.vcount(), h.ecount(), round(sum(h.es["weight"]), 6), h.is_directed())
    """

  @Test(
    .enabled(
      if: python != nil,
      "Python 3 with networkx and igraph is not installed, so no file is read back."),
    arguments: ["graphml", "gexf", "net", "dl"])
  func othersReadTheSame(form: String) throws {
    let folder = Workdir()
    for (data, isDirected) in [
      (harbour, false), (packageFolder + "/Data/karate-club", true),
    ]
    where FileManager.default.fileExists(atPath: data) {
      let file = folder.path + "/n\(isDirected).\(form)"
      let outcome = weft(["export", data, "-o", file] + (isDirected ? ["--directed"] : []))
      #expect(outcome.status == 0, "\(outcome.err)")
      let csv = folder.path + "/t\(isDirected)"
      #expect(
        weft(["export", data, "-o", csv, "--as", "gephi"] + (isDirected ? ["--directed"] : []))
          .status == 0)
      let edges = (folder.text("t\(isDirected)/edges.csv") ?? "").split(whereSeparator: \.isNewline)
        .dropFirst().map { $0.split(separator: ",") }
      let nodes =
        (folder.text("t\(isDirected)/nodes.csv") ?? "").split(whereSeparator: \.isNewline).count - 1
      let sum = edges.reduce(0.0) { $0 + (Double($1[3]) ?? .nan) }
      let read = run(try #require(Self.python), ["-c", Self.reading, file, form])
      #expect(read.status == 0, "\(read.err)")
      // UCINET's lists of edges know no mutual ties but as two.
      let twice = form == "dl" && !isDirected ? 2 : 1
      for line in read.out.split(separator: "\n") where line.contains(" ") {
        let words = line.split(separator: " ")
        #expect(Int(words[0]) == nodes && Int(words[1]) == edges.count * twice, "\(form) \(line)")
        #expect(abs((Double(words[2]) ?? .nan) - sum * Double(twice)) < 0.001, "\(form) \(line)")
      }
    }
  }

  /// What is exported imports again: the same people, ties and weights.
  @Test(arguments: ["graphml", "gexf", "net", "dl", "dot", "json"]) func comesBack(form: String) {
    let folder = Workdir()
    let file = folder.path + "/n.\(form)"
    #expect(weft(["export", harbour, "-o", file]).status == 0)
    #expect(weft(["export", harbour, "-o", folder.path + "/t", "--as", "gephi"]).status == 0)
    let outcome = weft(["import", file, "-o", folder.path + "/back", "--no-map"])
    #expect(outcome.status == 0, "\(outcome.err)")
    func pairs(_ path: String, weight: Int) -> Set<[String]> {
      let lines = (folder.text(path) ?? "").split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      return Set(lines.dropFirst().map { $0.prefix(2).sorted() + [$0[weight]] })
    }
    let heads = (folder.text("back/collaborations.csv") ?? "").prefix { !$0.isNewline }.split(
      separator: ",")
    let weight = heads.firstIndex(of: "strength") ?? 0
    #expect(pairs("back/collaborations.csv", weight: weight) == pairs("t/edges.csv", weight: 3))
    #expect(pairs("t/edges.csv", weight: 3).count > 2_000)
  }

  /// What adds up a value over somebody's contacts would tell, of the ties that are there, those with people who are left out.
  @Test func figuresDoNotBringBackWhoIsLeftOut() throws {
    let folder = Workdir()
    let solving: Set = ["ssi", "closeness", "harmonic", "eigenvector", "pagerank"]
    for names in ["pseudonym", "full"] {
      let out = folder.path + "/" + names
      #expect(weft(["export", harbour, "-o", out, "--as", "kumu", "--names", names]).status == 0)
      let people = csvRows(folder.text(names + "/elements.csv") ?? "")
      let columns = Set(people.first?.keys.map { $0 } ?? [])
      #expect(columns.intersection(solving) == (names == "full" ? solving : []), "\(columns)")
      let shares = people.compactMap { $0["constraint"].flatMap(Double.init) }
      let rounded = shares.allSatisfy { abs($0 * 100 - ($0 * 100).rounded()) < 1e-9 }
      #expect(shares.count > 500 && rounded == (names == "pseudonym"))
    }
  }

  @Test func namesNobodyUnlessAsked() throws {
    let folder = Workdir()
    for form in ["graphml", "gexf", "net", "dl", "dot", "json", "xlsx", "paj"] {
      #expect(weft(["export", harbour, "-o", folder.path + "/n.\(form)"]).status == 0)
    }
    #expect(
      weft(["export", harbour, "-o", folder.path + "/full.dot", "--names", "full"]).status == 0)
    let people = try String(contentsOfFile: harbour + "/people.csv", encoding: .utf8).split(
      separator: "\n"
    ).dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }.filter {
        $0.count > 8 && $0[0].hasPrefix("P")
      }
    #expect(people.count > 600)
    let hidden = people.filter { $0.contains("hidden") || $0.contains("excluded") }
    #expect(!hidden.isEmpty)
    for form in ["graphml", "gexf", "net", "dl", "dot", "json", "paj"] {
      let text = try #require(folder.text("n.\(form)"))
      let known = people.flatMap { [String($0[1]), "\"\($0[0])\""] }
      #expect(mentions(of: known, in: text) == [], "\(form)")
    }
    let full = try #require(folder.text("full.dot"))
    #expect(Set(mentions(of: people.map { "\"\($0[0])\"" }, in: full)).count > 600)
    for person in hidden {
      #expect(!full.contains(person[1]) && !full.contains("\"\(person[0])\""))
    }
  }

  /// Every table as a sheet: numbers as numbers, what is not shown empty, with a status.
  @Test func aWorkbookOfAllTables() throws {
    let folder = Workdir()
    #expect(weft(["export", harbour, "-o", folder.path + "/n.xlsx"]).status == 0)
    let tables = try ImportFile.tables(path: folder.path + "/n.xlsx")
    let names = tables.map(\.sheet.name)
    #expect(names.prefix(4) == ["people", "ties", "silos", "bridges"])
    let silos = try #require(tables.first { $0.sheet.name == "silos" })
    let ties = try #require(silos.headings.firstIndex(of: "ties"))
    let kinds =
      silos.sheet.rowCount > 1 ? (1..<silos.sheet.rowCount).map { silos.sheet.kind($0, ties) } : []
    #expect(kinds.contains(.number) && !kinds.contains(.text))
    for table in tables {
      for row in 0..<table.sheet.rowCount {
        #expect(!table.sheet.texts(row).contains("c"), "\(table.sheet.name)")
      }
    }
  }

  @Test func whatHasNoFormIsRefused() {
    let folder = Workdir(["there.graphml": "mine"])
    #expect(weft(["export", harbour, "-o", folder.path + "/x.gif"]).status == 64)
    #expect(weft(["export", harbour, "-o", "-", "--as", "gephi"]).status == 64)
    #expect(weft(["export", harbour, "-o", folder.path + "/there.graphml"]).status == 73)
    #expect(folder.text("there.graphml") == "mine")
    #expect(weft(["export", harbour, "-o", "-", "--as", "dot"]).out.hasPrefix("graph "))
  }

  @Test func tiesOfOneKind() {
    let all = weft(["silos", harbour]).err
    let planning = weft(["silos", harbour, "--kind", "Joint planning"])
    #expect(planning.status == 0 && planning.err != all, "\(planning.err)")
    let none = weft(["silos", harbour, "--kind", "joint planing"])
    #expect(
      none.status == 64 && none.err.contains("Did you mean \"joint planning\"?"), "\(none.err)")
  }
}
