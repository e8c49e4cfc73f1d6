import Specifications

/// What makes the shares of a study on the machines of a cluster.
public struct Scheduler: NamedChoice, Hashable {
  /// As the command line has it: "slurm".
  public let name: String
  /// A few words on what it is, for help texts.
  public let summary: String
  /// What is submitted.
  public let script: @Sendable (ShardedStudy) -> String
  /// Hands a study over; throws `OutputError` where it is not taken.
  public let submit: @Sendable (ShardedStudy) async throws -> Submission

  /// - Parameters:
  ///   - summary: a few words on what it is, for help texts.
  ///   - script: what is submitted.
  ///   - submit: hands a study over; throws `OutputError` where it is not taken.
  public init(
    _ name: String, _ summary: String, script: @escaping @Sendable (ShardedStudy) -> String,
    submit: @escaping @Sendable (ShardedStudy) async throws -> Submission
  ) {
    (self.name, self.summary, self.script, self.submit) = (name, summary, script, submit)
  }

  /// Those that are known here.
  public static var all: [Scheduler] { SchedulerCatalogue.current.entries }

  public static func == (a: Self, b: Self) -> Bool { a.name == b.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Every scheduler, by name. A new one is a file of this folder and a line here.
public enum SchedulerCatalogue {
  /// Those that come with Descent.
  public static let standard = Catalogue<Scheduler>("scheduler", [.slurm]) { ($0.name, [:]) }

  /// Those that are known here: a program knows its own too within
  /// `SchedulerCatalogue.$current.withValue(SchedulerCatalogue.standard.adding([…])) { … }`.
  @TaskLocal public static var current = standard
}

/// What was handed to a scheduler.
public struct Submission: Hashable, Sendable {
  /// The job of the shares and that of their merge, by the scheduler's numbers.
  public let shares, merge: String
  /// The path of the script.
  public let script: String
  /// The folder of the logs.
  public let logs: String

  /// - Parameters:
  ///   - shares: the number of the job of the shares.
  ///   - merge: that of their merge.
  ///   - script: the path of the script.
  ///   - logs: the folder of the logs.
  public init(shares: String, merge: String, script: String, logs: String) {
    (self.shares, self.merge, self.script, self.logs) = (shares, merge, script, logs)
  }
}
