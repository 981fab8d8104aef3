import ArgumentParser

/// Runs the command `weft` with the arguments of the process.
package func weft() async { await Weft.main() }

/// The command `weft`.
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
    version: "weft 0.2.0" + (Linux.commit.map { " (\($0))" } ?? ""),
    subcommands: [LayoutWorkerCommand.self],
    groupedSubcommands: [
      CommandGroup(
        name: "For leaders",
        subcommands: [
          MapCommand.self, ServeCommand.self, SiteCommand.self, PackCommand.self,
          DrawCommand.self, NextCommand.self, SilosCommand.self,
          BoundariesCommand.self, BridgesCommand.self, BetweenCommand.self, LocalCommand.self,
          CompareCommand.self, WhatIfCommand.self, PlanCommand.self,
          WithoutCommand.self, TeamsCommand.self, GapsCommand.self, MatchCommand.self,
          OutwardCommand.self,
        ]),
      CommandGroup(
        name: "For staff",
        subcommands: [
          FindCommand.self, PathCommand.self, ShowCommand.self, TopicsCommand.self,
          BalanceCommand.self,
        ]),
      CommandGroup(
        name: "For governance",
        subcommands: [
          PartnersCommand.self, ProspectsCommand.self, GoalsCommand.self, PurposeCommand.self,
          EventsCommand.self, StoriesCommand.self, IdeasCommand.self, DecisionsCommand.self,
          VoicesCommand.self, EvidenceCommand.self,
        ]),
      CommandGroup(
        name: "For whoever keeps the data",
        subcommands: [
          SampleCommand.self, InitCommand.self, SurveyCommand.self, ImportCommand.self,
          ExportCommand.self, CheckCommand.self, ExplainCommand.self, FilesCommand.self,
          DiscloseCommand.self, KeepCommand.self, TermsCommand.self, ForgetCommand.self,
        ]),
      CommandGroup(
        name: "For programs", subcommands: [MeasuresCommand.self, DoctorCommand.self]),
    ])

  static func main() async {
    Terminal.prepare()
    Interruption.listen()
    do {
      try CommandWords.check(Linux.arguments[...])
      try MachineLimits.check()
      var command = try parseAsRoot(Linux.arguments)
      try Linux.demandProc()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      Terminal.tell(failure.message)
      leave(failure.status.rawValue)
    } catch let code as ExitCode {
      leave(code.rawValue)
    } catch {
      explain(error)
    }
  }

  /// Leaves after what the argument parser had to say: help that was asked for, or what was not understood.
  private static func explain(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    if code == .success {
      do {
        try Terminal.print(CommandWords.help(fullMessage(for: error)) + "\n")
      } catch {
        Terminal.tell(error.message)
        leave(error.status.rawValue)
      }
    } else {
      Terminal.tell(CommandWords.message(error))
    }
    leave(code == .failure ? ExitStatus.internalError.rawValue : code.rawValue)
  }

  private static func leave(_ code: Int32) -> Never { exit(withError: ExitCode(code)) }
}
