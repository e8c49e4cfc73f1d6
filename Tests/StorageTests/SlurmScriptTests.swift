import Foundation
import Storage
import Testing

@Suite struct SlurmScriptTests {
  private static let words = [
    "mgh", "it's", "-x^2 + y^2", "$HOME `id` \"\\", "two\nlines", "--optimizer", "adam:lr=0.1",
  ]

  /// What a shell makes of a script whose program prints what it is given.
  private static func calls(
    _ role: String, store: String, shards: Int, task: String? = nil
  ) throws -> (words: [[String]], code: Int32) {
    try withFolder { folder in
      let program = folder + "/des cent"
      try Data("#!/bin/bash\nprintf '%s\\0' \"$@\"; printf '\\0'\n[ \"$1\" != merge ]\n".utf8)
        .write(to: URL(fileURLWithPath: program))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
      let study = ShardedStudy(
        program: program, arguments: words, store: store, shards: shards, workers: 2,
        folder: folder)
      let (output, code) = try run(
        "/bin/bash", ["-s", role], input: SlurmScript(study).text,
        environment: task.map { ["SLURM_ARRAY_TASK_ID": $0] } ?? [:])
      let texts = output.split(separator: 0, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      return (texts.split(separator: "").map(Array.init), code)
    }
  }

  @Test func aTaskMakesItsShareWithTheGivenWords() throws {
    let (calls, code) = try Self.calls("share", store: "out/it's.sqlite", shards: 12, task: "7")
    let own = ["bench", "--shard", "7/12", "--store", "out/it's-7.sqlite", "--jobs", "2"]
    #expect(calls == [own + Self.words])
    #expect(code == 0)
  }

  @Test(arguments: [
    ("all.sqlite", 3, ["all-1.sqlite", "all-2.sqlite", "all-3.sqlite"]),
    ("a.b/{1,2} c", 1, ["a.b/{1,2} c-1"]), (".db", 2, [".db-1", ".db-2"]),
  ])
  func theMergeTellsWhatIsMissingAndHowItEnded(
    store: String, shards: Int, parts: [String]
  ) throws {
    let (calls, code) = try Self.calls("merge", store: store, shards: shards)
    #expect(
      calls == [
        ["merge"] + parts + ["--store", store],
        ["bench", "--dry-run", "--store", store] + Self.words,
      ])
    // The code is that of the merge, which here is 1.
    #expect(code == 1)
  }

  @Test func anotherWordIsRefused() throws {
    let (calls, code) = try Self.calls("all", store: "a.sqlite", shards: 2)
    #expect(calls.isEmpty && code == 64)
  }

  /// What stands in comments and for Slurm itself cannot become a command.
  @Test(arguments: ["a.sqlite", "it's \"$(id)\".sqlite", "two\nlines\\.sqlite", "50% #1.sqlite"])
  func namesStayInTheirLines(store: String) throws {
    let study = ShardedStudy(
      program: "/bin/descent", arguments: Self.words, store: store, shards: 4, folder: "/tmp/a\nb")
    let text = SlurmScript(study).text
    let comments = text.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.hasPrefix("#") }
    #expect(comments.count == 10)
    #expect(comments.count { $0.hasPrefix("#SBATCH ") } == 3)
    #expect(try run("/bin/bash", ["-n"], input: text).code == 0)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/shellcheck")))
  func shellcheckIsContent() throws {
    let study = ShardedStudy(
      program: "/bin/descent", arguments: Self.words, store: "it's.sqlite", shards: 4)
    // What is given with a dollar or ends with a backslash is meant so.
    let (output, code) = try run(
      "/usr/bin/shellcheck", ["-e", "SC2016,SC1003", "-"], input: SlurmScript(study).text)
    #expect(code == 0, "\(String(decoding: output, as: UTF8.self))")
  }

  @Test func schedulersHaveNames() throws {
    #expect(try Scheduler(spelling: "slurm").name == "slurm")
    #expect(throws: (any Error).self) { try Scheduler(spelling: "slrum") }
    let own = Scheduler("own", "a list of calls", script: { "\($0.shards)" }) { _ in
      Submission(shares: "1", merge: "2", script: "", logs: "")
    }
    SchedulerCatalogue.$current.withValue(SchedulerCatalogue.standard.adding([own])) {
      #expect(Scheduler.choices == ["slurm", "own"])
    }
  }
}

/// What a program says, and how it ended.
private func run(
  _ program: String, _ arguments: [String], input: String, environment: [String: String] = [:]
) throws -> (output: [UInt8], code: Int32) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
  let (given, said) = (Pipe(), Pipe())
  (process.standardInput, process.standardOutput) = (given, said)
  process.standardError = FileHandle.nullDevice
  try process.run()
  given.fileHandleForWriting.write(Data(input.utf8))
  try given.fileHandleForWriting.close()
  let output = try said.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return (Array(output), process.terminationStatus)
}
