import ArgumentParser
import DescentKit
import Foundation
import Testing

@testable import DescentCommand

/// Recordings whose numbers are at the ends of the doubles are drawn like others.
struct HostileRecordingTests {
  private static let ways = [
    "[[0,-1],[-1e308,2],[5e-324,3],[5e-324,-1e308]]", "[[1e308,-1e308],[-1e308,1e308]]",
    "[[0,0],[5e-324,0],[5e-324,5e-324]]", "[[1,1],[1.7976931348623157e308,\"nan\"]]",
    "[[3,1],[\"-inf\",\"inf\"]]", "[[1e16,1e16],[1e16,10000000000000002]]",
  ]
  private static let drawings = [
    [], ["--plane", "principal"], ["--window", "fit"], ["--plane", "principal", "--window", "fit"],
    ["--overlay", "rate", "--aspect", "equal"],
  ]

  /// A recording of Booth's function along some points.
  private static func recording(_ way: String, entries count: Int) -> String {
    func list(_ entry: (Int) -> String) -> String {
      "[" + (0..<count).map(entry).joined(separator: ",") + "]"
    }
    let last = count - 1
    let steps = list(String.init)
    let zeros = list { _ in "0" }
    return """
      {"function":"booth","clock":"steps","budget":"\(last) steps","trajectories":[{\
      "function":"booth","dimension":2,"optimizer":"sgd","title":"SGD","seed":0,"minimum":0,\
      "outcome":"diverged","reason":"far","counts":{"values":0,"gradients":\(last),"hessians":0,\
      "products":0,"samples":0},"step":\(steps),"x":\(way),\
      "value":\(list { $0 == last ? "\"nan\"" : "1e308" }),\
      "gradientNorm":\(list { _ in "\"inf\"" }),\
      "gradients":\(steps),"values":\(zeros),"hessians":\(zeros),"products":\(zeros),\
      "learningRate":\(list { $0 == 0 ? "\"nan\"" : "1e308" })}]}
      """
  }

  @Test(arguments: ways, drawings)
  func isDrawn(_ way: String, _ drawing: [String]) async throws {
    let path = NSTemporaryDirectory() + "descent-hostile-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let file = path + "/trajectories.json"
    let count = way.split(separator: "],[").count
    try Data(Self.recording(way, entries: count).utf8).write(to: URL(fileURLWithPath: file))
    let arguments =
      ["render", file, "--output", path + "/out", "--size", "480x360", "--title", "none"]
      + ["--format", "svg,html"] + drawing
    let command = try #require(try Descent.parseAsRoot(arguments) as? Render)
    try await command.run()
    let names = try FileManager.default.contentsOfDirectory(atPath: path + "/out")
    #expect(Set(names).isSuperset(of: ["still.svg", "race.html", "poster.png"]))
  }

  /// Races whose iterates overflow while f stays finite, as it does where it is bounded.
  @Test(arguments: [
    ["1/(1+x^2)+1/(1+y^2)+1/(1+z^2)", "--optimizer", "dfp"],
    ["9*atan(x)+atan(y)+atan(z)", "--optimizer", "sgd:lr=1e308,adam", "--start", "0,0,0"],
  ])
  func overflowIsDrawn(_ race: [String]) async throws {
    let path = NSTemporaryDirectory() + "descent-overflow-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let arguments =
      ["race"] + race + ["--steps", "8", "--size", "480x360", "--format", "svg", "--output", path]
    let command = try #require(try Descent.parseAsRoot(arguments) as? Race)
    try await command.run()
    #expect(FileManager.default.fileExists(atPath: path + "/still.svg"))
  }
}
