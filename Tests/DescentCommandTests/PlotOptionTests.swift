import DescentKit
import Foundation
import Testing

@testable import DescentCommand

/// What `measure` and `show` draw, and in which looks.
struct PlotOptionTests {
  private static func path() -> String {
    NSTemporaryDirectory() + "descent-plots-\(UUID().uuidString)"
  }

  private func measure(_ line: String, into path: String) async throws {
    let words = "measure booth --optimizer adam --steps 4 \(line) --output \(path)"
      .split(separator: " ").map(String.init)
    let command = try #require(try Descent.parseAsRoot(words) as? Measure)
    try await command.run()
  }

  @Test func measureWritesWhatIsAskedFor() async throws {
    let path = Self.path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await measure(
      "--chart speed,excess:scale=linear,coordinate-rate --format svg --size 640x480 --label Mine",
      into: path)
    let files = try FileManager.default.contentsOfDirectory(atPath: path).filter {
      !["excess.csv", "descent.json"].contains($0)
    }
    let charts = ["speed", "excess-linear", "coordinate-rate"]
    let expected = charts.flatMap { chart in
      ["steps", "gradients"].flatMap { ["\(chart)-\($0).svg", "\(chart)-\($0)-loglog.svg"] }
    }
    #expect(files.sorted() == expected.sorted())
    let text = try String(contentsOfFile: path + "/speed-steps.svg", encoding: .utf8)
    #expect(text.contains("width=\"640") && text.contains("height=\"480"))
  }

  @Test(arguments: PlotFormat.allCases)
  func measureWritesInItsFormats(format: PlotFormat) async throws {
    let path = Self.path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await measure("--format \(format.rawValue) --theme dark", into: path)
    let files = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(files.count { $0.hasSuffix("." + format.rawValue) } == 4)
    #expect(files.count == 6)
  }

  @Test(arguments: [
    ("--chart accuracy", "chart", "expected one of excess, value, gradient, speed, rate"),
    ("--label a --label b", "label", "is given 2 times for 1 optimizers"),
  ])
  func measureRefusesWhatIsNot(line: String, setting: String, reason: String) async throws {
    let path = Self.path()
    let error = await #expect(throws: SettingError.self) { try await measure(line, into: path) }
    #expect(error?.setting == setting)
    #expect(error?.reason.contains(reason) == true)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: ["himmelblau", "cosine"], PlotFormat.allCases)
  func showDrawsInEveryFormat(name: String, format: PlotFormat) throws {
    let path = Self.path() + "." + format.rawValue
    defer { try? FileManager.default.removeItem(atPath: path) }
    let words = [
      "show", name, "--picture", path, "--theme", "projector", "--size", "640x480", "--title", "T",
    ]
    try #require(try Descent.parseAsRoot(words) as? Show).run()
    let bytes = try Data(contentsOf: URL(filePath: path))
    let head: [UInt8] =
      switch format {
      case .png: [0x89, 0x50, 0x4E, 0x47]
      case .svg: Array("<?xm".utf8)
      case .pdf: Array("%PDF".utf8)
      }
    #expect(Array(bytes.prefix(4)) == head)
  }

  @Test(arguments: [
    (["--theme", "dark"], "--theme is for a picture; expected --picture FILE beside it"),
    (["--size", "640x480"], "--size is for a picture; expected --picture FILE beside it"),
    (["--picture", "x.gif"], "expected NAME.png, NAME.svg or NAME.pdf"),
  ])
  func showRefusesWhatIsOfNoUse(options: [String], reason: String) throws {
    let show = try #require(try Descent.parseAsRoot(["show", "booth"] + options) as? Show)
    let failure = #expect(throws: Failure.self) { try show.run() }
    #expect("\(failure.map { "\($0)" } ?? "")".contains(reason))
  }
}
