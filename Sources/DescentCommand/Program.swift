import ArgumentParser
import Specifications

/// One call of `descent`: its arguments are parsed, what they ask for is done, and what went wrong
/// is told.
package enum Program {
  /// Does what the arguments say, without the name of the program; the result goes to standard
  /// output or into files.
  ///
  /// - Throws: what `describe(_:)` puts into words.
  package static func run(_ given: [String]) async throws {
    StandardError.forgetWarnings()
    try await Arguments.$given.withValue(given) {
      do {
        let arguments = try Arguments.prepared(given)
        try Descent.requireCommand(arguments)
        var command = try Descent.parseAsRoot(arguments)
        if var asynchronous = command as? AsyncParsableCommand {
          try await asynchronous.run()
        } else {
          try command.run()
        }
        try StandardOutput.finish()
      } catch {
        throw Arguments.located(error, in: given)
      }
    }
  }

  /// The exit code and the line that an error ends the program with; 0 for a request for help.
  package static func describe(_ error: any Error) -> (code: Int32, message: String) {
    let (code, message) = Failure.describe(error)
    return (code, TerminalText.line(message))
  }

  /// Runs the command line that the program was called with, to its end or an interruption.
  package static func main() async {
    StandardStreams.settle()
    await Interruption.watched {
      do {
        try await run(Array(CommandLine.arguments.dropFirst()))
        ProgramEnd.claim()
        StandardError.sayWarnings()
      } catch {
        Failure.exit(error)
      }
    }
  }
}
