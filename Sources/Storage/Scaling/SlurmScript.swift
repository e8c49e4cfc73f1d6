import Foundation
import Output
import Subprocess

extension Scheduler {
  /// Slurm, by its command sbatch.
  static let slurm = Scheduler(
    "slurm", "a job array of Slurm and a job that merges",
    script: { SlurmScript($0).text }, submit: { try await SlurmScript($0).submit() })
}

/// A study as a Slurm job array, of which each task makes a share, and a job that merges them once
/// all tasks have ended, whether well or not. Both are one script, which is told what to do by its
/// argument.
public struct SlurmScript: Hashable, Sendable {
  /// What is made.
  public let study: ShardedStudy

  /// - Parameter study: what is made.
  public init(_ study: ShardedStudy) { self.study = study }

  private static let origin = "# Written by descent bench --submit slurm."

  /// The whole script, for bash.
  public var text: String {
    """
    #!/bin/bash
    \(Self.origin) By hand it is submitted so:
    #   id=$(\(line("sbatch", shareOptions, "share")))
    #   \(line("sbatch", mergeOptions(after: "$id"), "merge"))
    # What sbatch is to know besides, it takes from SBATCH_PARTITION, SBATCH_ACCOUNT,
    # SBATCH_TIMELIMIT and their like. A task that fails leaves the others running; submitted
    # again, the tasks go on where they were.
    #SBATCH --job-name=\(jobName)
    #SBATCH --ntasks=1
    #SBATCH --cpus-per-task=\(study.workers)

    cd \(ShellWord.quoted(study.folder)) || exit
    case $1 in
    share)
      exec \(study.shareCall("SLURM_ARRAY_TASK_ID"))
      ;;
    merge)
      \(study.mergeCall)
      merged=$?
      \(study.missingCall)
      exit "$merged"
      ;;
    *)
      echo "expected share or merge" >&2
      exit 64
      ;;
    esac

    """
  }

  /// Where the script and the logs are, from the root.
  public var folder: String { study.logFolder(of: "slurm") }

  /// The script's path.
  public var path: String { "\(folder)/job.sh" }

  private var shareOptions: [String] {
    ["--parsable", "--array=1-\(study.shards)", "--output=\(log("share-%A_%a"))"]
  }

  private func mergeOptions(after id: String) -> [String] {
    ["--parsable", "--dependency=afterany:\(id)", "--output=\(log("merge-%j"))"]
  }

  /// A percent sign of the folder's own is doubled.
  private func log(_ pattern: String) -> String {
    folder.replacing("%", with: "%%") + "/\(pattern).log"
  }

  private func line(_ command: String, _ options: [String], _ role: String) -> String {
    let options = options.map { option in
      // A variable is to be seen by the shell.
      option.contains("$") && !option.contains("/")
        ? "\"\(option)\"" : ShellWord.quoted(option)
    }
    return ([command] + options + [ShellWord.quoted(path), role]).joined(separator: " ")
  }

  /// The store's name, of which Slurm takes letters and digits as they are.
  private var jobName: String {
    let name = study.stem.split(separator: "/").last ?? ""
    let letters = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    return letters.isEmpty ? "descent" : String(letters)
  }

  // MARK: - Submitting

  /// Writes the script, and hands both jobs over.
  ///
  /// - Throws: `OutputError` where there is no sbatch, it refuses, or another file is in the
  ///   script's place.
  public func submit() async throws -> Submission {
    try write()
    let shares = try await Self.sbatch(shareOptions + [path, "share"])
    do {
      let merge = try await Self.sbatch(mergeOptions(after: shares) + [path, "merge"])
      return Submission(shares: shares, merge: merge, script: path, logs: folder)
    } catch let error as OutputError {
      throw OutputError(
        "job \(shares) makes the shares, but nothing will merge them: \(error.description)")
    }
  }

  private func write() throws(OutputError) {
    try OutputFile.makeFolder(for: path)
    if let there = FileManager.default.contents(atPath: path),
      !String(decoding: there, as: UTF8.self).contains(Self.origin)
    {
      throw OutputError("'\(path)' was not written by Descent; move it away")
    }
    try OutputFile.replace(Array(text.utf8), at: path)
  }

  /// Calls sbatch; returns the job's number.
  private static func sbatch(_ arguments: [String]) async throws -> String {
    let most = 1 << 16
    do {
      let result = try await Subprocess.run(
        .name("sbatch"), arguments: Arguments(arguments), output: .string(limit: most),
        error: .string(limit: most))
      let said = result.standardOutput
      // Of several clusters the name of one follows: "12;north".
      let id = said.prefix { $0.isASCII && $0.isNumber }
      guard result.terminationStatus.isSuccess, !id.isEmpty else {
        throw refusal(result.standardError)
      }
      return String(id)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw OutputError(
        "sbatch, Slurm's command, is not there; expected it on the PATH (--dry-run shows the script)"
      )
    } catch let error as SubprocessError {
      throw refusal(error.description)
    }
  }

  private static func refusal(_ complaint: String) -> OutputError {
    let lines = complaint.split(whereSeparator: \.isNewline)
      .map { $0.replacing("sbatch: ", with: "").replacing("error: ", with: "") }
    return OutputError(
      "sbatch refuses: " + (lines.isEmpty ? "it gave no reason" : lines.joined(separator: "; ")))
  }
}
