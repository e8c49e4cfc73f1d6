import Experiments
import LinearAlgebra
import Objectives
import Specifications

extension RunReader {
  /// A run that somebody else's program made, as comma-separated values: a row a point.
  static let path = RunReader(
    expected: "a table of points (.csv)", begins: { $0.hasSuffix(".csv") }, read: PathReader.runs)
}

/// Reads a path: columns x1, x2, ..., x0, x1, ... or x, y; and where they are there step, value,
/// gradient_norm, learning_rate and counts, as this program calls them.
///
/// A value that is not told is that of the function here; a step is one row and one gradient unless
/// told otherwise.
enum PathReader {
  static func runs(_ request: ImportRequest) throws(SpecificationError) -> ImportedRuns {
    guard let name = request.function else {
      throw SpecificationError("a path does not tell its function; expected --function NAME")
    }
    var imported = ImportedRuns()
    var names = ImportedNames()
    for path in request.source.paths where path.hasSuffix(".csv") {
      let (bytes, file) = try request.source.beginning(path)
      let lines = TextLine.all(of: bytes, file: file).filter { !$0.isBlank }
      guard let head = lines.first else {
        throw SpecificationError("\(file), line 1: expected names of columns", kind: .badData)
      }
      let columns = try Columns(head)
      let function = try Self.function(name, in: columns.points.count)
      guard function.dimension == columns.points.count else {
        throw head.error(
          "has \(columns.points.count) coordinates; expected \(function.dimension), as "
            + "\(function.specification) has variables")
      }
      let title = request.optimizer ?? stem(of: path)
      let optimizer = names.specification(title, noting: &imported)
      var read = ImportedColumns(dimension: function.dimension)
      for line in lines.dropFirst() {
        try add(line, columns, function, to: &read)
      }
      guard !read.steps.isEmpty else { throw head.error("expected rows behind the names") }
      if columns.queries.isEmpty {
        imported.note("\(file): tells no counts; each step counts as one gradient")
      }
      let trajectory = try read.trajectory(
        of: function.specification, minimum: function.minimum, by: optimizer, titled: title,
        seed: UInt64(imported.runs.count))
      imported.runs.append(
        StudyRun(
          StudyProblem(function.specification, from: .elsewhere), name: optimizer.name,
          plan: "imported from \(stem(of: path)).csv", basis: function.minimumBasis,
          trajectory: trajectory,
          version: "imported"))
    }
    return imported
  }

  /// As many variables as the path has, where the function's name leaves that open.
  private static func function(
    _ name: String, in n: Int
  ) throws(SpecificationError) -> any TestFunction {
    let function = try FunctionName.function(name)
    guard function.dimension != n, let given = try? Specification(parsing: name),
      given.removing("n").value == nil
    else { return function }
    let size = Specification(name: given.name, settings: [.init(key: "n", value: "\(n)")])
    return (try? FunctionCatalogue.function(given.adding(size))) ?? function
  }

  private static func stem(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return String(file.dropLast(".csv".count))
  }

  private static func add(
    _ line: TextLine, _ columns: Columns, _ function: any TestFunction,
    to read: inout ImportedColumns
  ) throws(SpecificationError) {
    let cells = try line.cells()
    guard cells.count == columns.count else {
      throw line.error("\(cells.count) cells; expected \(columns.count), as their names say")
    }
    var point = Vector.zeros(function.dimension)
    for (i, column) in columns.points.enumerated() { point[i] = try cells[column].number() }
    let step = try columns.step.map { i throws(SpecificationError) in try cells[i].count() }
    guard step ?? .max > read.steps.last ?? -1, step ?? 0 == 0 || !read.steps.isEmpty else {
      throw cells[columns.step ?? 0].error(
        "step \(step ?? 0) after \(read.steps.last ?? -1); expected steps from 0 that ascend")
    }
    let own = step ?? read.steps.count
    try count(own, cells, columns, into: &read)
    let value = try Self.number(columns.value, cells) ?? function.value(at: point.span)
    let norm = try Self.number(columns.gradientNorm, cells) ?? .nan
    guard !(norm < 0) else {
      throw cells[columns.gradientNorm ?? 0].error("expected a norm, 0 or more")
    }
    read.append(
      step: own, value: value, point: point.map { $0 }, gradientNorm: norm,
      learningRate: try Self.number(columns.learningRate, cells) ?? .nan)
  }

  /// The number of a cell; nil where there is no such column, or nothing in it.
  private static func number(
    _ column: Int?, _ cells: [TextWord]
  ) throws(SpecificationError) -> Double? {
    guard let column, !cells[column].text.isEmpty else { return nil }
    return try cells[column].number()
  }

  private static func count(
    _ step: Int, _ cells: [TextWord], _ columns: Columns, into read: inout ImportedColumns
  ) throws(SpecificationError) {
    guard !columns.queries.isEmpty else {
      read.counts[.gradients] = step
      return
    }
    for (query, column) in columns.queries {
      let number = try cells[column].count()
      guard number >= read.counts[query] else {
        throw cells[column].error(
          "\(number) \(query.noun) after \(read.counts[query]); expected counts that ascend")
      }
      read.counts[query] = number
    }
  }

  /// Where in a row stands what.
  private struct Columns {
    let count: Int
    let points: [Int]
    let step: Int?
    let value: Int?
    let gradientNorm: Int?
    let learningRate: Int?
    let queries: [Query: Int]

    init(_ line: TextLine) throws(SpecificationError) {
      let names = try line.cells().map(\.text)
      count = names.count
      points = Self.points(names)
      guard !points.isEmpty else {
        throw line.error("has no coordinates; expected columns x1, x2, ..., or x,y")
      }
      func place(_ name: String) -> Int? { names.firstIndex(of: name) }
      step = place("step")
      (value, gradientNorm) = (place("value"), place("gradient_norm"))
      learningRate = place("learning_rate")
      var queries: [Query: Int] = [:]
      for query in Query.allCases { queries[query] = place(query.rawValue) }
      self.queries = queries
    }

    /// x1, x2, ... or from x0 on, without a gap; else x, y, or x alone.
    private static func points(_ names: [String]) -> [Int] {
      for first in [0, 1] {
        var places: [Int] = []
        while let place = names.firstIndex(of: "x\(first + places.count)") { places.append(place) }
        if !places.isEmpty { return places }
      }
      guard let x = names.firstIndex(of: "x") else { return [] }
      return [x] + (names.firstIndex(of: "y").map { [$0] } ?? [])
    }
  }
}
