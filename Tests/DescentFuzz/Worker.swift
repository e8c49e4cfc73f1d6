import DescentCommand
import Foundation
import Synchronization

/// Feeds inputs to the program in this process, and says before each which one it is, so that what
/// kills or stops the process is known.
struct Worker {
  let seed: UInt64
  let reader: Reader
  /// Seconds of processor time that an input may take.
  let limit: Double

  /// - Parameter indices: the numbers of the inputs.
  func run(_ indices: StrideTo<Int>) async throws {
    let report = try Self.silenceStandardOutput()
    Self.limitMemory()
    var scratch = try Scratch()
    defer { scratch.remove() }
    if reader == .recordings { try await scratch.record() }
    let watch = Watch(limit: limit, report: report)
    for index in indices {
      watch.begin(index)
      report.say("at \(index)")
      let call = try reader.call(seed: seed, index: index, in: scratch)
      if let fault = await Self.fault(of: call) { report.say("fault \(index) \(fault)") }
    }
  }

  /// What is wrong with how a call ends: the code is none of the documented ones, or the message is
  /// no line for people.
  static func fault(of call: [String]) async -> String? {
    do {
      try await Program.run(call)
      return nil
    } catch {
      let (code, message) = Program.describe(error)
      guard code != 0 else { return nil }
      guard [64, 65, 66, 73].contains(code) else { return "code \(code): \(visible(message))" }
      guard !message.isEmpty else { return "code \(code) without a message" }
      let isLine = message.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
      guard isLine else { return "control characters: \(visible(message))" }
      return message.utf8.count > 2000 ? "a message of \(message.utf8.count) bytes" : nil
    }
  }

  /// Control characters as escapes.
  static func visible(_ text: String) -> String {
    text.unicodeScalars.map {
      $0.properties.generalCategory == .control ? $0.escaped(asASCII: false) : String($0)
    }.joined()
  }

  /// What the program prints goes nowhere; the report keeps the standard output of before.
  private static func silenceStandardOutput() throws -> Report {
    let report = Report(descriptor: dup(STDOUT_FILENO))
    let nowhere = open("/dev/null", O_RDWR)
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] { dup2(nowhere, descriptor) }
    return report
  }

  /// An input that asks for more than 8 GB dies of it, rather than the machine.
  private static func limitMemory() {
    #if os(Linux)
      var limit = rlimit(rlim_cur: 8 << 30, rlim_max: 8 << 30)
      setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #endif
  }
}

/// Lines for the supervisor.
struct Report: Sendable {
  let descriptor: Int32

  func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}

/// Ends the process where an input takes too much processor time, which a busy machine does not
/// lengthen.
private final class Watch: Sendable {
  private struct Begin {
    var index = -1
    var seconds = 0.0
  }

  private let begin = Mutex(Begin())

  init(limit: Double, report: Report) {
    Thread.detachNewThread { [self] in
      while true {
        Thread.sleep(forTimeInterval: 0.2)
        let now = Self.processorSeconds
        let late = begin.withLock { $0.index >= 0 && now - $0.seconds > limit ? $0.index : nil }
        guard let late else { continue }
        report.say("fault \(late) still at work after \(limit) s")
        _exit(1)
      }
    }
  }

  func begin(_ index: Int) {
    begin.withLock { $0 = Begin(index: index, seconds: Self.processorSeconds) }
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
