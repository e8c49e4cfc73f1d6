import DescentKit
import Foundation
import Testing

@testable import DescentCommand
@testable import Output
@testable import Rendering

/// What a measurement leaves in its folder.
struct MeasureTests {
  private static let folder = NSTemporaryDirectory() + "descent-measure-\(UUID().uuidString)"

  private func measure(_ line: String, into path: String) async throws {
    let words = "measure \(line) --output \(path)".split(separator: " ").map(String.init)
    let command = try #require(try Descent.parseAsRoot(words) as? Measure)
    try await command.run()
  }

  /// All that a measurement depends on is in its subject, so that none takes another's place
  /// without a word.
  @Test func everyOptionChangesTheSubject() async throws {
    let usual = "booth --optimizer sgd --steps 3"
    let others = [
      "beale --optimizer sgd --steps 3",
      "booth --optimizer adam --steps 3", "booth --optimizer sgd:lr=0.2 --steps 3",
      "booth --optimizer sgd --steps 4", "booth --optimizer sgd --budget gradients=3",
      usual + " --start 1,2", usual + " --seed 4", usual + " --seeds 2", usual + " --target 0.1",
      usual + " --gradient-tolerance 0.1", usual + " --idle-steps 7",
    ]
    var subjects: Set<String> = []
    for line in [usual] + others {
      let path = Self.folder + "-\(subjects.count)"
      defer { try? FileManager.default.removeItem(atPath: path) }
      try await measure(line, into: path)
      let manifest = try #require(try OutputManifest(of: URL(filePath: path)))
      subjects.insert(try #require(manifest.subject))
    }
    #expect(subjects.count == others.count + 1)
  }

  /// Starts of many coordinates that differ behind those which are written.
  @Test func startsAreToldApart() async throws {
    let path = Self.folder + "-starts-"
    var (subjects, cells): (Set<String>, Set<Substring>) = ([], [])
    for last in ["7", "8"] {
      let line = "sphere:n=7 --optimizer sgd --steps 1 --start 1,2,3,4,5,6,\(last)"
      try await measure(line, into: path + last)
      defer { try? FileManager.default.removeItem(atPath: path + last) }
      let manifest = try #require(try OutputManifest(of: URL(filePath: path + last)))
      subjects.insert(try #require(manifest.subject))
      let text = try String(contentsOfFile: path + last + "/excess.csv", encoding: .utf8)
      cells.insert(try #require(text.split(separator: "\"").dropFirst().first))
    }
    #expect(subjects.count == 2)
    #expect(cells.count == 2 && cells.allSatisfy { $0.hasPrefix("1,2,3,4,5,6,...#") })
  }

  /// A list of one's own can be joined with the table: names are as they were given.
  @Test func optimizersAreCalledAsTheirUserDid() async throws {
    let path = Self.folder + "-names"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let names = ["adamw:lr=0.1", "sgd", "lookahead(adam:lr=0.1,k=3)"]
    try await measure(
      "booth --steps 1 --optimizer \(names[0]),sgd --optimizer \(names[2])", into: path)
    let text = try String(contentsOfFile: path + "/excess.csv", encoding: .utf8)
    for name in names {
      let cell = name.contains(",") ? "\"\(name)\"" : name
      #expect(text.contains("\nbooth,2,\"-8,-5\",0,\(cell),"), "\(name)")
    }
  }

  /// Different functions go to different folders; those of a name alone are called by it.
  @Test func foldersAreNamedByTheSpecification() throws {
    let texts = [
      "rosenbrock", "rosenbrock:n=10", "noisy(rosenbrock)", "noisy(rosenbrock,sigma=0.5)",
      "noisy(rosenbrock,sigma=5)", "noisy(booth)", "x^2+y^2", "x^2-y^2", "x*2+y*2",
      "quadratic:condition=2", "quadratic:condition=20",
      "rotate(quadratic(angle=30))", "rotate(quadratic,angle=30)",
      "f(x,y)=x-y", "f(x,y)=(x)-y", "x--y", "(x)-y",
      String(repeating: "x+", count: 40) + "x", String(repeating: "x+", count: 41) + "x",
    ]
    let names = try texts.map { try FunctionCatalogue.function($0).folderName }
    #expect(Set(names).count == texts.count)
    #expect(names[0] == "rosenbrock" && names[1] == "rosenbrock-n-10")
    #expect(names[2] == "noisy-rosenbrock" && names[4] == "noisy-rosenbrock-sigma-5")
    #expect(names.allSatisfy { $0.count <= 48 && !$0.contains("/") })
  }
}
