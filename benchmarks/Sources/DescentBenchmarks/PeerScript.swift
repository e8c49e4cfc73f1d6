import Foundation

/// A script of `benchmarks/peers`, which prints a line of JSON for each thing that it times.
enum PeerScript {
  /// The decoded lines; none, with a word, where the script cannot run. `PYTHON_COCO`,
  /// `PYTHON_TORCH` or `PYTHON` name the interpreter.
  static func lines<Line: Decodable>(
    _ type: Line.Type, of name: String, needing packages: String, interpreter variable: String
  ) throws -> [Line] {
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "peers/" + name)
    let environment = ProcessInfo.processInfo.environment
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      environment[variable] ?? environment["PYTHON"] ?? "python3", script.path,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      print("\(name): skipped; needs python3 with \(packages), named by \(variable)")
      return []
    }
    return try data.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Line.self, from: Data($0))
    }
  }
}
