import ArgumentParser

/// `weft help files`: how files of other names and forms are read.
struct FilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files",
    abstract:
      "List the options for files of other names or forms; every command that reads them takes these.",
    usage: "weft <command> <folder> [<options>]",
    discussion: """
      A folder needs people.csv and collaborations.csv; Docs/Data.md lists what else is read. weft.toml can say the same for good, \
      and `weft explain --settings` says how.

      Examples:
        weft map workplace -o Output --by department --column strength=intervals_20s
        weft silos survey --people staff.csv --delimiter semicolon
      """)

  @OptionGroup var reading: ReadingOptions

  func run() throws { throw CleanExit.helpRequest(self) }
}
