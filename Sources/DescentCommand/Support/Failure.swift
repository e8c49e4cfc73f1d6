import ArgumentParser
import DescentKit
import Foundation

/// What ends the program early: a code of sysexits(3) and one line for people.
struct Failure: Error {
  enum Code: Int32 {
    case usage = 64
    case badData = 65
    case missingInput = 66
    case internalError = 70
    case cannotWrite = 73
    case interrupted = 130
  }

  let code: Code
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// Says what happened on standard error, or prints the help that was asked for; returns the exit
  /// code.
  static func say(_ error: any Error) -> Int32 {
    let (code, message) = describe(error)
    guard code == 0 else {
      StandardError.say(message)
      return code
    }
    print(Descent.fullMessage(for: error))
    do {
      try StandardOutput.finish()
      return 0
    } catch {
      return say(error)
    }
  }

  private static func code(of error: SpecificationError) -> Code {
    switch error.kind {
    case .notUnderstood: .usage
    case .missingInput: .missingInput
    case .badData: .badData
    }
  }

  static func describe(_ error: any Error) -> (code: Int32, message: String) {
    switch error {
    case let failure as Failure: return (failure.code.rawValue, failure.message)
    case let error as SpecificationError: return (code(of: error).rawValue, error.description)
    case let error as SettingError: return (Code.usage.rawValue, error.message { "--" + $0 })
    case let error as RequestFileError: return (Code.badData.rawValue, error.description)
    case let error as PlayServerError: return (Code.usage.rawValue, error.description)
    case let error as OutputError: return (Code.cannotWrite.rawValue, error.description)
    default:
      let code = Descent.exitCode(for: error).rawValue
      let lines = Descent.message(for: error).split(separator: "\n")
      let isParsing = code == ExitCode.validationFailure.rawValue
      let line = lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
      return (
        code == 0 || isParsing ? code : Code.internalError.rawValue,
        SettingHint.adding(to: line)
      )
    }
  }
}
