import DescentCommand
import Foundation

/// A folder for the files of one worker, and the recordings from which hostile ones are made.
struct Scratch {
  let folder: URL
  private(set) var recordings: [[UInt8]] = []

  var output: String { folder.appending(path: "output").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "descent-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func write(_ bytes: [UInt8], as name: String) throws -> String {
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// A folder with files alone that are given, by their paths.
  func write(_ files: [(path: String, bytes: [UInt8])], into name: String) throws -> String {
    let root = folder.appending(path: name)
    try? FileManager.default.removeItem(at: root)
    for file in files {
      let place = root.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: place)
    }
    return root.path
  }

  /// Runs small races of each kind and keeps what they recorded.
  mutating func record() async throws {
    let races = [
      ["beale", "--optimizer", "sgd,adam"], ["rosenbrock:n=3", "--optimizer", "bfgs,adam"],
      ["x^2", "--optimizer", "sgd", "--start", "2"],
      ["booth", "--optimizer", "sgd,momentum", "--starts", "grid:2x2"],
      ["beale", "--optimizer", "momentum", "--overlay", "gradient,momentum"],
    ]
    for (i, race) in races.enumerated() {
      let path = folder.appending(path: "race-\(i)").path
      let code = await Program.run(
        ["race"] + race + [
          "--steps", "4", "--format", "svg", "--size", "640x480", "--output", path,
        ])
      guard code == 0 else { throw CocoaError(.fileReadUnknown) }
      recordings.append(Array(try Data(contentsOf: URL(filePath: path + "/trajectories.json"))))
    }
  }
}
