import ArgumentParser
import DescentKit
import Foundation

/// One call of `descent`: its arguments are parsed, what they ask for is done, and what went wrong
/// is told.
public enum Program {
  /// Does what the arguments say, without the name of the program: the result goes to standard
  /// output or into files, warnings and the one line of an error to standard error.
  ///
  /// - Parameter atEnd: called before the last words are said.
  /// - Returns: the exit code.
  public static func run(_ given: [String], atEnd: () -> Void = {}) async -> Int32 {
    StandardError.forgetWarnings()
    do {
      try await Arguments.$given.withValue(given) { try await perform(given) }
      atEnd()
      StandardError.sayWarnings()
      return 0
    } catch {
      atEnd()
      return Failure.say(error)
    }
  }

  /// Runs the command line that the program was called with, to its end or an interruption.
  public static func main() async {
    StandardStreams.configure()
    await Interruption.watched {
      exit(await run(Array(CommandLine.arguments.dropFirst()), atEnd: ProgramEnd.claim))
    }
  }

  private static func perform(_ given: [String]) async throws {
    if let shell = CompletionScript.shell(askedBy: given) {
      print(CompletionScript.text(for: shell))
      return try StandardOutput.finish()
    }
    let arguments = try Arguments.prepared(given)
    try Descent.requireCommand(arguments)
    var command = try Descent.parseAsRoot(arguments)
    if var asynchronous = command as? AsyncParsableCommand {
      try await asynchronous.run()
    } else {
      try command.run()
    }
    try StandardOutput.finish()
  }
}
