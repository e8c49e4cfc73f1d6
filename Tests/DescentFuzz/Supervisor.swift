import Foundation

/// Runs workers as processes of their own, and begins anew behind an input that ended one.
struct Supervisor: Sendable {
  let seed: UInt64
  let reader: Reader
  let count: Int
  let limit: Double
  let jobs: Int

  /// Faults after which nothing more is learnt.
  private static let mostFaults = 50

  struct Fault: Sendable {
    let index: Int
    let text: String
  }

  /// All faults, in the order of the inputs.
  func faults() async -> [Fault] {
    await withTaskGroup(of: [Fault].self) { group in
      for shard in 0..<jobs { group.addTask { faults(from: shard) } }
      return await group.reduce(into: []) { $0 += $1 }.sorted { $0.index < $1.index }
    }
  }

  /// The faults of every `jobs`th input from `first` on.
  private func faults(from first: Int) -> [Fault] {
    var faults: [Fault] = []
    var next = first
    while next < count, faults.count < Self.mostFaults {
      let run = run(from: next)
      faults += run.faults
      guard let end = run.end else { return faults }
      let isKnown = run.faults.last?.index == run.last
      if !isKnown { faults.append(Fault(index: run.last, text: end)) }
      next = run.last + jobs
    }
    return faults
  }

  /// One process: its faults, its last input, and how it ended where it did not finish.
  private func run(from first: Int) -> (faults: [Fault], last: Int, end: String?) {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0])
    process.arguments = [
      reader.rawValue, "--work", "\(first)", "--step", "\(jobs)", "--count", "\(count)", "--seed",
      "\(seed)", "--limit", "\(limit)",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    do { try process.run() } catch { return ([], first, "does not start: \(error)") }
    var (faults, last) = ([Fault](), first)
    for line in Lines(descriptor: pipe.fileHandleForReading.fileDescriptor) {
      let words = line.split(separator: " ", maxSplits: 2)
      guard words.count >= 2, let index = Int(words[1]) else { continue }
      last = index
      if words[0] == "fault" { faults.append(Fault(index: index, text: String(words.last ?? ""))) }
    }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    let status = process.terminationStatus
    return (faults, last, status == 0 ? nil : "\(isSignal ? "signal" : "exit code") \(status)")
  }
}

/// The lines of a pipe, up to its end or to two minutes of silence.
private struct Lines: Sequence, IteratorProtocol {
  let descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = 0

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  mutating func next() -> String? {
    while true {
      if let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = end + 1 }
        return String(decoding: buffer[position..<end], as: UTF8.self)
      }
      guard fill() else { return nil }
    }
  }

  private mutating func fill() -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, 120_000) > 0 else { return false }
    buffer.removeFirst(position)
    position = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { return false }
    buffer += chunk[..<count]
    return true
  }
}
