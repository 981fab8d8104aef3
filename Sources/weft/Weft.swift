import ArgumentParser

/// The command `weft`.
@main
struct Weft: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weft",
    abstract: "Where are our silos, and who bridges them?",
    discussion: """
      Weft reads a folder of CSV files about a multi-academy trust (people.csv and collaborations.csv; schools.csv, \
      teams.csv and partners.csv if you have them), measures silos and bridges beside what chance alone would give, \
      and draws figures for a board paper. Nothing leaves this machine.

      Try it:
        weft sample harbour-trust
        weft map harbour-trust -o Output

      \(ExitStatus.list)
      """,
    version: "weft 0.1.0",
    subcommands: [
      MapCommand.self, CheckCommand.self, SilosCommand.self, BoundariesCommand.self,
      BridgesCommand.self, ShowCommand.self,
      DrawCommand.self, MeasuresCommand.self, ExplainCommand.self, InitCommand.self,
      SampleCommand.self,
      DoctorCommand.self, LayoutWorkerCommand.self, FindCommand.self, PathCommand.self,
      GapsCommand.self,
      PartnersCommand.self, OutwardCommand.self, ProspectsCommand.self, MatchCommand.self,
      BetweenCommand.self, TeamsCommand.self, GoalsCommand.self, PurposeCommand.self,
      EventsCommand.self, StoriesCommand.self, IdeasCommand.self, DecisionsCommand.self,
      VoicesCommand.self, EvidenceCommand.self, WithoutCommand.self, LocalCommand.self,
      CompareCommand.self, BalanceCommand.self,
    ])

  static func main() async {
    Terminal.ignoreBrokenPipes()
    Interruption.listen()
    do {
      try MachineLimits.check()
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      Terminal.tell(failure.message)
      exit(withError: ExitCode(failure.status.rawValue))
    } catch {
      let message = fullMessage(for: error)
      let code = exitCode(for: error)
      if code.isSuccess {
        do { try Terminal.print(message + "\n") } catch {}
      } else if !message.isEmpty {
        Terminal.tell(message)
      }
      exit(withError: code)
    }
  }
}
