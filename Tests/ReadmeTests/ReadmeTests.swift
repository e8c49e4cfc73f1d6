import DescentKit
import Foundation
import Testing

/// The README's Swift is the Swift of this folder, which compiles and does what the README says.
@Suite struct ReadmeTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// The blocks of Swift, in order.
  static func blocks() throws -> [String] {
    try text("../../README.md").components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```").first ?? ""
    }
  }

  @Test func ownFunctionAndOptimizerAreThoseOfTheReadme() throws {
    let blocks = try Self.blocks()
    #expect(blocks.count == 4)
    #expect(try blocks.contains(Self.text("Dish.swift", without: "Objectives")))
    #expect(try blocks.contains(Self.text("NormalizedGD.swift", without: "Optimizers")))
  }

  /// A file without an import that it needs here, outside the module where the README puts it.
  static func text(_ path: String, without module: String) throws -> String {
    let text = try text(path)
    let line = "import \(module)\n"
    #expect(text.contains(line))
    return text.replacing(line, with: "")
  }

  /// The lines between the nth pair of marks in this file are the nth block.
  private func requireBlock(_ n: Int) throws {
    let source = try Self.text("ReadmeTests.swift")
    let bodies = source.components(separatedBy: "\n    // begin\n").dropFirst()
      .map { $0.components(separatedBy: "    // end").first ?? "" }
    let lines = bodies[n].split(separator: "\n").map { $0.drop { $0 == " " } }
    let block = try Self.blocks()[n]
    #expect(lines.count > 1)
    for line in lines {
      // The test writes into a folder of its own.
      let line = line.replacing("(into: folder)", with: "(into: \"output/library\")")
      #expect(block.contains(line), "\(line)")
    }
  }

  @Test func aRaceInFewLines() async throws {
    let folder = NSTemporaryDirectory() + "descent-readme-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // begin
    let race = try RacePlan("beale", optimizers: "sgd:lr=0.002,adam:lr=0.05", steps: 300).run()
    try await RaceDrawing(race).write(into: folder)
    // end
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.contains("poster.png") && files.count > 100)
    try requireBlock(0)
  }

  @Test func aRunIsOneCall() throws {
    // begin
    let adam = Adam(learningRate: 0.1)
    let trajectory = try descend(Rosenbrock(), with: adam, from: [-1.2, 1], steps: 2000)
    print(trajectory.outcome.kind, trajectory.point(trajectory.count - 1))
    let time = TimeToTarget(1e-4, in: trajectory)
    print(time.spent?.counts[.gradients] ?? -1)
    // end
    #expect(time.spent != nil)
    try requireBlock(1)
  }

  @Test func theDishHasDerivatives() {
    let dish = Dish()
    #expect(dish.gradient(at: [1, 2]) == [2, 12])
    #expect(dish.hessian(at: [1, 2]).rows == [[2, 0], [0, 6]])
  }

  @Test func normalizedStepsHaveTheLengthOfTheRate() throws {
    let trajectory = try descend(Dish(), with: NormalizedGD(), steps: 50)
    for i in 1..<trajectory.count {
      let step = zip(trajectory.point(i), trajectory.point(i - 1)).map { $0 - $1 }
      #expect(abs(step.norm - 0.01) <= 1e-15)
    }
    #expect(trajectory.values[50] < trajectory.values[0])
  }
}
