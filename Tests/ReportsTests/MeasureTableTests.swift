import DescentKit
import Foundation
import Testing

/// The table of a measurement against runs that are written down by hand.
@Suite struct MeasureTableTests {
  /// A run whose step k has asked for 2k values and 3k gradients.
  private static func run(
    _ values: [Double], seed: Int = 0, from start: StudyStart = .standard,
    outcome: String = "budget spent"
  ) throws -> StudyRun {
    let list = values.map { $0.isFinite ? "\($0)" : "\"\($0)\"" }.joined(separator: ",")
    func counts(_ each: Int) -> String {
      values.indices.map { "\($0 * each)" }.joined(separator: ",")
    }
    let last = values.count - 1
    let text = """
      {"function":"sphere","dimension":2,"optimizer":"sgd","title":"SGD","seed":\(seed),
      "minimum":0,"start":[1,1],"outcome":"\(outcome)","reason":"by hand",
      "counts":{"values":\(2 * last),"gradients":\(3 * last),"hessians":0,"products":0,"samples":0},
      "schema":1,"step":[\(counts(1))],"x":[],"value":[\(list)],
      "gradientNorm":[\(values.map { _ in "1" }.joined(separator: ","))],
      "values":[\(counts(2))],"gradients":[\(counts(3))],"hessians":[\(counts(0))],
      "products":[\(counts(0))],"learningRate":[\(values.map { _ in "1" }.joined(separator: ","))]}
      """
    let trajectory = try Trajectory(reading: JSONReader(try JSON(parsing: Array(text.utf8))))
    return StudyRun(
      StudyProblem(trajectory.function, from: start), name: "mine", plan: "\(last) steps",
      basis: .closedForm, trajectory: trajectory, version: "test")
  }

  private static func table(
    _ runs: [[Double]], targets: String? = nil, axis: String? = nil
  ) throws -> MeasureTable {
    var request = MeasureRequest()
    request.targets = try targets.map(TargetSet.init(spelling:))
    request.axis = try axis.map(WorkAxis.init(spelling:))
    let made = try runs.enumerated().map { try run($1, seed: $0) }
    return MeasureTable([("mine", made)], request)
  }

  /// Step k costs 2k values and 3k gradients: as evaluations 5k, at two values a gradient 8k, of
  /// n = 2 forward differences 2k + 2 · 3k.
  @Test(
    arguments: [
      (nil, nil, "to 0.01", "2 (6)"), ("1", nil, "to 1", "1 (3)"), ("1e-9", nil, "to 1e-09", "-"),
      ("1", "steps", "to 1", "1"), ("1e-2", "gradients", "to 0.01", "6"),
      ("1e-2", "evaluations", "to 0.01", "10"),
      ("1e-2", "evaluations:reverse-mode", "to 0.01", "16"),
      ("1e-2", "evaluations:black-box", "to 0.01", "16"),
      ("1e-2", "evaluations:gradients=10,values=0", "to 0.01", "60"),
      ("relative:1e-3", "steps", "to relative 0.001", "2"),
      ("found:0.5", "steps", "to found 0.5", "1"),
    ] as [(String?, String?, String, String)])
  func workIsTold(targets: String?, axis: String?, column: String, cell: String) throws {
    let table = try Self.table([[8, 1, 0.005]], targets: targets, axis: axis)
    let lines = table.text(.csv).split(separator: "\n").map { $0.split(separator: ",") }
    let place = try #require(lines[0].firstIndex { $0 == column })
    #expect(lines[1][place] == cell)
    #expect(lines[1][0] == "mine" && lines[1][1] == "0.005")
  }

  /// Two of three runs reach 1, in 1 and 3 steps, so that the median is 3; the third diverges after
  /// 2. ERT = (1 + 3 + 2) / 2.
  @Test func severalRunsHaveMediansAndShares() async throws {
    let runs = [
      try Self.run([8, 0.5, 0.25, 0.5]), try Self.run([8, 4, 2, 1], seed: 1),
      try Self.run([8, 20, .infinity], seed: 2, outcome: "diverged"),
    ]
    var request = MeasureRequest()
    request.targets = try TargetSet(spelling: "1")
    let table = MeasureTable([("mine", runs)], request)
    let text = table.text(.table)
    #expect(text.contains("2/3 [0.21, 0.94] 3"))
    #expect(text.contains("mine: diverged: by hand"))
    let object = try JSON(parsing: Array(table.text(.json).utf8))
    guard case .object(let members) = object else {
      Issue.record("no object")
      return
    }
    let values = Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })
    #expect(values["function"] == .string("sphere") && values["minimum"] == .integer(0))
    #expect(values["basis"] == .string("closed form") && values["axis"] == .string("steps"))
    #expect(values["targets"] == .array([.integer(1)]))
    let line = "\(object)"
    #expect(
      line.contains(
        "\"finalExcess\":{\"lower\":0.75,\"median\":1,\"upper\":\"inf\"}"), "\(line)")
    #expect(
      line.contains(
        "\"work\":{\"lower\":2,\"median\":3,\"upper\":\"inf\"},\"expected\":3}"), "\(line)")
    #expect(line.contains("\"reached\":2,\"of\":3,"))
    #expect(line.contains("\"spent\":{\"lower\":2.5,\"median\":3,\"upper\":3}"))
  }

  /// Of each start the lowest value that was found there counts.
  @Test func foundTargetsAreOfEachStart() throws {
    let near = try Self.run([4, 2, 1])
    let far = try Self.run([400, 300, 201, 200], from: .tenfold)
    var request = MeasureRequest()
    request.targets = try TargetSet(spelling: "found:0.01")
    let line = MeasureTable([("mine", [near, far])], request).text(.csv)
    // 1 + 0.03 after 2 steps, 200 + 2 after 2.
    #expect(line.contains("2/2 [0.34, 1.00] 2"), "\(line)")
  }

  /// Two optimizers of one name are two rows.
  @Test func namesMayStandTwice() throws {
    let (one, other) = (try Self.run([4, 0.001]), try Self.run([4, 3]))
    let lines = MeasureTable([("mine", [one]), ("mine", [other])]).text(.csv)
      .split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("mine,0.001,1 (3),-,-,") && lines[2].hasPrefix("mine,3,-,-,-,"))
  }

  /// Of many targets the lowest is shown, and JSON has all.
  @Test func manyTargetsHaveOneColumn() throws {
    let table = try Self.table([[8, 1, 0.005]], targets: "coco")
    let head = try #require(table.text(.csv).split(separator: "\n").first)
    #expect(head.split(separator: ",").count { $0.hasPrefix("to ") } == 1)
    #expect(head.contains("to 1e-08"))
    #expect(table.text(.json).split(separator: "\"target\":").count == 52)
  }

  @Test func everyFormEndsItsLines() throws {
    let table = try Self.table([[8, 1, 0.005]])
    for format in TableFormat.allCases {
      let text = table.text(format)
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "\(format)")
    }
    #expect(table.text(.markdown).hasPrefix("| optimizer | final excess | to 0.01 |"))
    #expect(table.text(.latex).hasPrefix("\\begin{tabular}{lrrrrrrrl}"))
  }
}

@Suite struct JoinedTableTests {
  @Test func columnsStandOnce() {
    var (left, right) = (TextTable(["a", "b"], numeric: [1]), TextTable(["a", "c"]))
    left.add(["x", "1"])
    right.add(["x", "y"])
    #expect(left.beside(right).csv == "a,b,c\nx,1,y\n")
  }
}
