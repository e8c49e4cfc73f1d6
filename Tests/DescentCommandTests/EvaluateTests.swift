import DescentKit
import Foundation
import Testing

@testable import DescentCommand

@Suite struct EvaluateTests {
  /// Runs the command's own program; its exit code, standard output and standard error.
  private func run(_ arguments: [String], input: String = "") throws -> (Int32, String, String) {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    let (output, error, feed) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    process.standardInput = feed
    try process.run()
    try feed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try feed.fileHandleForWriting.close()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let message = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: text, as: UTF8.self),
      String(decoding: message, as: UTF8.self)
    )
  }

  /// `descent`, beside the bundle of these tests.
  private static let program: URL = {
    let bundle = URL(filePath: CommandLine.arguments[0])
    let folders = sequence(first: bundle) { $0.path == "/" ? nil : $0.deletingLastPathComponent() }
    let places = folders.prefix(8).map { $0.appending(path: "descent") }
    let isProgram: (URL) -> Bool = {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: $0.path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    return places.first(where: isProgram) ?? root.appending(path: ".build/debug/descent")
  }()

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// By hand: f_yy is 2 + 17 + 49.5 at (1, 1).
  @Test func aPointGivesTheLineOfTheContract() throws {
    let (code, text, _) = try run([
      "evaluate", "beale", "--at", "1,1", "--hessian", "--along", "1,0", "--format", "json",
    ])
    #expect(code == 0)
    #expect(
      text == """
        {"function":"beale","x":[1,1],"value":14.203125,"gradient":[0,27.75],\
        "hessian":[[0,27.75],[27.75,68.5]],"product":[0,27.75]}

        """)
  }

  private struct Answer: Decodable {
    let x: [Double]
    let value: Double
    let gradient: [Double]
  }

  /// Thousands of points in one process, one object a line, in the order given.
  @Test func pointsAreStreamed() throws {
    let points = (0..<3000).map(Self.point)
    let input = "[" + points.map { "\($0)" }.joined(separator: ",") + "]"
    let (code, text, _) = try run(
      ["evaluate", "bbob-f15:n=10,instance=3", "--points", "-", "--format", "json"], input: input)
    #expect(code == 0)
    let lines = text.split(separator: "\n")
    #expect(lines.count == points.count)
    let function = try FunctionCatalogue.function("bbob-f15:n=10,instance=3")
    for k in stride(from: 0, to: lines.count, by: 500) {
      let answer = try JSONDecoder().decode(Answer.self, from: Data(lines[k].utf8))
      #expect(answer.x == points[k])
      #expect(answer.value == function.value(at: points[k]))
      #expect(answer.gradient == function.gradient(at: points[k]))
    }
  }

  private static func point(_ k: Int) -> [Double] {
    (1...10).map { i -> Double in Double(k * i % 97) / 20 - 2 }
  }

  struct Fault {
    let line: String
    var input = ""
    let code: Int32
    let part: String
  }

  static let faults: [Fault] = [
    Fault(
      line: "evaluate beale --points -", input: "[[1,2],[1,\"a\"]]", code: 65,
      part: "standard input, [1][1]: expected a number"),
    Fault(
      line: "evaluate beale --points -", input: "[[1,2],3]", code: 65,
      part: "standard input, [1]: expected an array"),
    Fault(
      line: "evaluate beale --points -", input: "[[1,2],\n[1,]]", code: 65,
      part: "standard input, line 2, column 4"),
    Fault(line: "evaluate beale --points -", input: "[[1,\"inf\"]]", code: 65, part: "point 1"),
    Fault(line: "evaluate beale --points -", input: "[[1,2],[3]]", code: 65, part: "point 2"),
    Fault(line: "evaluate beale --points /nowhere.json", code: 66, part: "/nowhere.json"),
    Fault(line: "evaluate coz(x)", code: 64, part: "column 1"),
    Fault(line: "measure log(x) --start=-1", code: 64, part: "nan at the start"),
    Fault(line: "race booth --output ", code: 64, part: "--output '' is empty"),
    Fault(line: "show booth --picture a.jpg", code: 64, part: "a.jpg"),
  ]

  @Test(arguments: faults.indices)
  func faultsAreNamed(_ i: Int) throws {
    let fault = Self.faults[i]
    let words = fault.line.split(separator: " ", omittingEmptySubsequences: false)
    let (code, text, message) = try run(words.map(String.init), input: fault.input)
    #expect(code == fault.code)
    #expect(text.isEmpty)
    #expect(message.contains(fault.part), "\(message)")
    #expect(message.filter { $0 == "\n" }.count == 1)
  }

  /// An expression that begins with a minus is no option.
  @Test func aMinusMayComeFirst() throws {
    let (code, text, _) = try run(["evaluate", "-x^2", "--at", "3", "--format", "json"])
    #expect(code == 0)
    #expect(text.contains("\"value\":-9,"))
  }

  @Test func fullDiskIsAnError() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "'\(Self.program.path)' list functions >/dev/full 2>/dev/null"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 73)
  }
}
