import Experiments
import Foundation
import LinearAlgebra
import Objectives
import Optimizers
import Statistics
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
    #expect(blocks.count == 3)
    #expect(try blocks.contains(Self.text("Bowl.swift", without: "Objectives")))
    #expect(try blocks.contains(Self.text("NormalizedGD.swift", without: "Optimizers")))
  }

  /// A file without an import that it needs here, outside the module where the README puts it.
  static func text(_ path: String, without module: String) throws -> String {
    let text = try text(path)
    let line = "import \(module)\n"
    #expect(text.contains(line))
    return text.replacing(line, with: "")
  }

  /// The ten lines of the library, between the two marks below.
  @Test func theLibraryInTenLines() throws {
    // begin
    let adam = Adam(learningRate: 0.1)
    let trajectory = try descend(Rosenbrock(), with: adam, from: [-1.2, 1], steps: 2000)
    print(trajectory.outcome.kind, trajectory.point(trajectory.count - 1))
    let time = TimeToTarget(1e-4, in: trajectory)
    print(time.spent?.counts[.gradients] ?? -1)
    // end
    #expect(time.spent != nil)
    let source = try Self.text("ReadmeTests.swift")
    let body = source.components(separatedBy: "// begin\n").dropFirst().first?
      .components(separatedBy: "    // end").first
    let lines = try #require(body).split(separator: "\n").map { $0.drop { $0 == " " } }
    let block = try #require(try Self.blocks().first)
    for line in lines { #expect(block.contains(line), "\(line)") }
  }

  @Test func theBowlHasDerivatives() {
    let bowl = Bowl()
    #expect(bowl.gradient(at: [1, 2]) == [2, 12])
    #expect(bowl.hessian(at: [1, 2]).rows == [[2, 0], [0, 6]])
  }

  @Test func normalizedStepsHaveTheLengthOfTheRate() throws {
    let trajectory = try descend(Bowl(), with: NormalizedGD(), steps: 50)
    for i in 1..<trajectory.count {
      let step = zip(trajectory.point(i), trajectory.point(i - 1)).map { $0 - $1 }
      #expect(abs(step.norm - 0.01) <= 1e-15)
    }
    #expect(trajectory.values[50] < trajectory.values[0])
  }
}
