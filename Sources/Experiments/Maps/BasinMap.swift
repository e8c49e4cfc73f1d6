import LinearAlgebra
import Objectives
import Optimizers
import Output
import Specifications

/// A grid of starts in a window, from each of which an optimizer descends a function of two
/// variables.
public struct BasinMap: Sendable {
  /// What is descended; has two variables and answers alike each time.
  public let function: any TestFunction
  /// The optimizer.
  public let settings: any OptimizerSettings
  /// The window of the starts.
  public let x: ClosedRange<Double>
  /// The window of the starts.
  public let y: ClosedRange<Double>
  /// Starts in a row.
  public let columns: Int
  /// Rows of starts.
  public let rows: Int
  /// The most steps from a start.
  public let steps: Int

  /// - Parameters:
  ///   - x: the window's first range; the domain's where nil.
  ///   - y: the window's second range; the domain's where nil.
  ///   - columns: starts in a row, 1 or more, at the centres of as many cells.
  ///   - rows: rows of starts, 1 or more.
  ///   - steps: the most steps from each, 1 or more.
  /// - Throws: where the function has not two variables or is random, the method takes no step
  ///   in two variables, or its rate follows a validation loss.
  public init(
    _ function: any TestFunction, _ settings: any OptimizerSettings,
    x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil, columns: Int, rows: Int,
    steps: Int = 200
  ) throws(SpecificationError) {
    let name = function.specification.description
    guard function.dimension == 2 else {
      throw SpecificationError(
        "'\(name)' has n=\(function.dimension); expected a function of two variables, as himmelblau"
      )
    }
    guard !function.isRandom else {
      throw SpecificationError(
        "'\(name)' answers otherwise each time; expected a function without noise and minibatches")
    }
    try settings.validate()
    if case .failed(let reason)? = settings.refusal(dimension: 2) {
      throw SpecificationError("\(type(of: settings).name): \(reason)")
    }
    try requireValidationLoss(for: settings, on: function)
    (self.function, self.settings) = (function, settings)
    (self.x, self.y) = (x ?? function.domain[0], y ?? function.domain[1])
    (self.columns, self.rows, self.steps) = (columns, rows, steps)
  }

  /// The start of a column, counted from the left, and a row, counted from below.
  public func start(_ column: Int, _ row: Int) -> (x: Double, y: Double) {
    (Self.centre(column, of: columns, in: x), Self.centre(row, of: rows, in: y))
  }

  private static func centre(_ i: Int, of count: Int, in range: ClosedRange<Double>) -> Double {
    // By the distance from the middle, so that the starts of a symmetric range are mirror images.
    let middle = range.lowerBound / 2 + range.upperBound / 2
    let half = range.upperBound / 2 - range.lowerBound / 2
    return middle + Double(2 * i + 1 - count) / Double(count) * half
  }

  /// Where the optimizer ends from each start; the same for any number of workers.
  ///
  /// - Parameter workers: how many rows are walked at a time.
  /// - Throws: `SpecificationError` where the method is defined at no start; `CancellationError`.
  public func computed(
    workers: Int = 1, reporter: any Reporter = SilentReporter()
  ) async throws -> Basins {
    let function = function
    let settings = settings
    return try await computed(function, settings, workers: workers, reporter: reporter)
  }

  /// The same where the types of function and settings are known: they are opened once a map.
  private func computed<F: TestFunction, S: OptimizerSettings>(
    _ function: F, _ settings: S, workers: Int, reporter: any Reporter
  ) async throws -> Basins {
    let rule = ArrivalRule(function)
    let walk = PlaneWalk(function, settings, rule: rule, steps: steps)
    let walks: any StartWalks =
      newtonWalk(function, settings, rule)
      ?? StackedWalk(function, settings, rule: rule, steps: steps) ?? walk
    let name = "\(S.card.name) on \(columns)x\(rows) starts"
    let tiles = StartTiles(columns: columns, rows: rows)
    let parts = try await Parallel.results(
      of: tiles.count, workers: workers, named: name, reporter: reporter
    ) { tile in
      walks.ends(from: tiles.cells(of: tile).map { start($0.column, $0.row) })
    }
    let ends = tiles.joined(parts)
    if ends.allSatisfy({ $0.kind == .failed }), let reason = walk.refusal(from: start(0, 0)) {
      throw SpecificationError("\(S.name): \(reason)")
    }
    return Basins(self, ends, rule, function)
  }

  /// Nil unless Newton's plain steps go down a formula in two variables.
  private func newtonWalk(
    _ function: some TestFunction, _ settings: some OptimizerSettings, _ rule: ArrivalRule
  ) -> (any StartWalks)? {
    guard let plane = function as? any PlaneFunction, let rate = (settings as? Newton)?.plainRate
    else { return nil }
    func walk(_ plane: some PlaneFunction) -> any StartWalks {
      NewtonWalk(plane, rate: rate, rule: rule, steps: steps)
    }
    return walk(plane)
  }
}

/// A map in squares of starts whose walks are much alike, each a piece of work.
private struct StartTiles {
  let columns: Int
  let rows: Int

  private static let side = 16

  private var across: Int { (columns + Self.side - 1) / Self.side }
  var count: Int { across * ((rows + Self.side - 1) / Self.side) }

  /// Row after row.
  func cells(of tile: Int) -> [(column: Int, row: Int)] {
    let (left, bottom) = (tile % across * Self.side, tile / across * Self.side)
    return (bottom..<min(bottom + Self.side, rows)).flatMap { row in
      (left..<min(left + Self.side, columns)).map { (column: $0, row: row) }
    }
  }

  /// What the tiles hold, in the order of the map.
  func joined(_ parts: [[WalkEnd]]) -> [WalkEnd] {
    let empty = WalkEnd(kind: .nowhere, steps: 0, x: 0, y: 0)
    var all = [WalkEnd](repeating: empty, count: columns * rows)
    for (tile, ends) in parts.enumerated() {
      for (cell, end) in zip(cells(of: tile), ends) { all[cell.row * columns + cell.column] = end }
    }
    return all
  }
}
