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
      usual + " --starts standard", usual + " --starts 10x", usual + " --starts random:2",
      usual + " --record log", usual + " --record crossings", usual + " --watch sharpness",
      usual + " --axis seconds",
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

  /// Another measurement is neither replaced nor mixed with: in a folder that was told it is
  /// refused, before anything runs, and the same one is made again.
  @Test func noMeasurementReplacesAnother() async throws {
    let path = Self.folder + "-other"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await measure("booth --optimizer sgd --steps 3", into: path)
    try await measure("booth --optimizer sgd --steps 3 --targets 1 --format svg", into: path)
    let before = try String(contentsOfFile: path + "/excess.csv", encoding: .utf8)
    let failure = await #expect(throws: Failure.self) {
      try await measure("booth --optimizer sgd --steps 4", into: path)
    }
    #expect(failure?.code == .cannotWrite)
    #expect(
      failure?.message.contains("the measurement of sgd on booth") ?? false
        && failure?.message.contains("expected another --output") ?? false)
    #expect(try String(contentsOfFile: path + "/excess.csv", encoding: .utf8) == before)
  }

  /// Unless a folder was told, another measurement has one of its own, always the same, and what is
  /// finished of one takes the place of no whole.
  @Test func measurementsHaveFoldersOfTheirOwn() async throws {
    let path = Self.folder + "-usual"
    let subject = "the measurement of sgd on booth"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try MeasureFolder(nil, usual: path, of: subject)
    #expect(folder.place(isWhole: true) == (path, subject))
    #expect(folder.place(isWhole: false) == (path, subject + ", interrupted"))
    try await OutputFolder.fill(path, subject: subject + ", interrupted") { _ in }
    #expect(try MeasureFolder(nil, usual: path, of: subject).place(isWhole: true).path == path)
    try await OutputFolder.fill(path, subject: subject) { _ in }
    let part = try MeasureFolder(nil, usual: path, of: subject).place(isWhole: false).path
    #expect(part.hasPrefix(path + "-"))
    let other = try MeasureFolder(nil, usual: path, of: subject + "!").place(isWhole: true).path
    #expect(other.hasPrefix(path + "-") && other != part)
    #expect(try MeasureFolder(path, usual: "", of: subject).place(isWhole: true).path == path)
  }

  @Test(arguments: [
    ("booth --format csv,json", "--format has csv and json; expected one"),
    ("mlp --epochs --format json", "--epochs prints a table of its own"),
    ("booth --axis epochs", "--axis epochs takes data, which booth has not"),
    ("booth --starts 10x --start 1,2", "--start and --starts exclude each other"),
    ("sphere:n=6000 --optimizer lbfgs,bfgs", "bfgs stores a matrix"),
  ])
  func whatCannotBeIsRefused(line: String, said: String) async throws {
    let path = Self.folder + "-never"
    let error = try await #require(throws: (any Error).self) { try await measure(line, into: path) }
    let (code, message) = Failure.describe(error)
    #expect(code == 64 && message.hasPrefix(said), "\(message)")
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  /// Iterates are kept where a chart needs them, and nowhere else.
  @Test func iteratesAreKeptForCharts() throws {
    func plan(_ line: String) throws -> Plan {
      let words = "measure booth \(line)".split(separator: " ").map(String.init)
      let command = try #require(try Descent.parseAsRoot(words) as? Measure)
      return try command.plan(for: FunctionCatalogue.function("booth"))
    }
    #expect(try !plan("").keepsIterates && !plan("--chart excess,gradient").keepsIterates)
    #expect(try plan("--chart speed").keepsIterates)
    #expect(try plan("--record crossings").cadence == .crossings)
  }

  /// Every start is its own run, told by its coordinates.
  @Test func startsAreRuns() async throws {
    let path = Self.folder + "-random"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await measure(
      "booth --optimizer sgd --steps 2 --starts standard,random:3 --jobs 3", into: path)
    let text = try String(contentsOfFile: path + "/excess.csv", encoding: .utf8)
    let starts = text.split(separator: "\n").dropFirst().map { $0.split(separator: "\"")[1] }
    #expect(starts.count == 12 && Set(starts).count == 4)
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
