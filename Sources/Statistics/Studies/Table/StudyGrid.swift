import Experiments

/// What is told of the runs of a study, in cells of problems × optimizers. A cell has an element
/// for each of its runs, which differ in seed; it is empty where nothing was run.
public struct StudyGrid<Element: Sendable>: Sendable {
  /// The rows, each once.
  public let problems: [StudyProblem]
  /// The columns: what users call the optimizers, each once.
  public let optimizers: [String]
  private let cells: [[[Element]]]

  /// - Parameter cells: for each problem, for each optimizer, its elements.
  init(_ problems: [StudyProblem], _ optimizers: [String], _ cells: [[[Element]]]) {
    (self.problems, self.optimizers, self.cells) = (problems, optimizers, cells)
  }

  /// The elements of the runs of an optimizer on a problem, by their places.
  public subscript(problem: Int, optimizer: Int) -> [Element] { cells[problem][optimizer] }

  /// Where nothing is, by places, row after row.
  public var missing: [(problem: Int, optimizer: Int)] {
    problems.indices.flatMap { p in
      optimizers.indices.filter { cells[p][$0].isEmpty }.map { (p, $0) }
    }
  }

  /// All elements, row after row.
  public var elements: [Element] { cells.flatMap { $0.flatMap { $0 } } }

  /// The same without the optimizers that do not pass.
  public func keeping(optimizers isKept: (String) -> Bool) -> Self {
    let columns = optimizers.indices.filter { isKept(optimizers[$0]) }
    return Self(
      problems, columns.map { optimizers[$0] }, cells.map { row in columns.map { row[$0] } })
  }

  /// The same without the problems that do not pass.
  public func keeping(problems isKept: (StudyProblem) -> Bool) -> Self {
    keepingRows { isKept(problems[$0]) }
  }

  /// The same without the problems of which a cell is empty: for comparisons that need all.
  public var complete: Self {
    keepingRows { row in cells[row].allSatisfy { !$0.isEmpty } }
  }

  private func keepingRows(_ isKept: (Int) -> Bool) -> Self {
    let rows = problems.indices.filter(isKept)
    return Self(rows.map { problems[$0] }, optimizers, rows.map { cells[$0] })
  }

  /// The same where rows are drawn, and may come several times, and elements are drawn in each
  /// cell.
  func drawing(rows: [Int], _ draw: ([Element]) -> [Element]) -> Self {
    Self(rows.map { problems[$0] }, optimizers, rows.map { cells[$0].map(draw) })
  }
}
