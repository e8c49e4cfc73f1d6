import DescentKit
import Foundation
import Testing

/// The files of the documentation's tutorial, as they are shown there.
@Suite struct TutorialTests {
  /// By hand at (2, 1): f = 9 + 2, ∇f = (4x (x² − 1), 4y), H = diag(12x² − 4, 4).
  @Test func theFunctionHasDerivatives() {
    let function = TwoValleys()
    #expect(function.value(at: [2, 1]) == 11)
    #expect(function.gradient(at: [2, 1]) == [24, 4])
    #expect(function.hessian(at: [2, 1]).rows == [[44, 0], [0, 4]])
  }

  @Test func theRaceIsDrawn() async throws {
    let folder = NSTemporaryDirectory() + "descent-tutorial-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await raceTwoValleys(into: folder)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.contains("poster.png") && files.contains("trajectories.json"))
  }

  @Test func newtonlikeStepsAreFewer() throws {
    let adam = try #require(try gradientsToTheBottom(with: Adam(learningRate: 0.1)))
    let bfgs = try #require(try gradientsToTheBottom(with: BFGS()))
    #expect(bfgs < adam)
    #expect(try gradientsToTheBottom(with: SGD(learningRate: 1e-6)) == nil)
  }

  @Test func theStudyTellsSharesOfBoth() async throws {
    let shares = try await studyTwoValleys()
    #expect(shares.map(\.name) == ["adam:lr=0.1", "bfgs"])
    // Both minima are as low, and twenty starts lie on no line that leads to the saddle.
    #expect(shares[1].share == 1)
    #expect((0...1).contains(shares[0].share))
  }

  /// Every file of the tutorial is one of this folder.
  @Test func theTutorialShowsTheseFiles() throws {
    let folder = ReadmeTests.folder
    let tutorial = try ReadmeTests.text("../../docs/site/Descent.docc/Tutorial.tutorial")
    let shown = tutorial.components(separatedBy: "file: \"").dropFirst()
      .compactMap { $0.components(separatedBy: "\"").first }.filter { $0.hasSuffix(".swift") }
    let there = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "Tutorial").path)
    #expect(Set(shown) == Set(there))
  }
}
