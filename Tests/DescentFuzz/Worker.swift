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
    let report = Report(descriptor: dup(STDOUT_FILENO))
    var scratch = try Scratch()
    defer { scratch.remove() }
    let streams = try CapturedStreams(in: scratch)
    Self.limitMemory()
    if reader == .recordings { try await scratch.record() }
    let watch = Watch(limit: limit, report: report)
    for index in indices {
      watch.begin(index)
      report.say("at \(index)")
      let call = try reader.call(seed: seed, index: index, in: scratch)
      streams.begin()
      let code = await Program.run(call)
      if let fault = Self.fault(code: code, said: streams.error, printed: streams.output) {
        report.say("fault \(index) \(Self.visible(fault))")
      }
    }
  }

  /// What is wrong with how a call ended: the code is none of the documented ones, an error is not
  /// told in one line, or something acts on the terminal instead of being seen.
  static func fault(code: Int32, said: String, printed: String) -> String? {
    if acts(said) { return "control characters on standard error: \(said)" }
    if acts(printed) { return "control characters on standard output: \(printed)" }
    guard code != 0 else { return nil }
    guard [64, 65, 66, 73].contains(code) else { return "code \(code): \(said)" }
    let isLine = said.hasPrefix("descent: ") && said.count { $0 == "\n" } == 1
    guard isLine else { return "code \(code), not in one line: \(said)" }
    return printed.isEmpty ? nil : "code \(code), with a result: \(printed)"
  }

  /// Whether a text has control characters besides the ends of its lines.
  private static func acts(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control }
  }

  /// Control characters as escapes.
  static func visible(_ text: String) -> String {
    text.unicodeScalars.map {
      $0.properties.generalCategory == .control ? $0.escaped(asASCII: false) : String($0)
    }.joined()
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
