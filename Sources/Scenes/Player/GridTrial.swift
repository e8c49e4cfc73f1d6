import Contours

/// How well polynomials through the nodes of a grid tell a function, in the middles of some cells.
struct GridTrial {
  private let grid: Grid
  private let levels: Levels
  private var places = 0
  private var wrong: [PageGround.Degree: Int] = [:]
  /// Where the fifth degree is farther off than the first.
  private var swings = 0

  /// The share of such places up to which a function is smooth: where f has no curvature the first
  /// degree may be the nearer one by chance.
  private static let fewSwings = 0.03
  /// Of the larger of two values that are compared.
  private static let rounding = 1e-9

  init(_ grid: Grid, of function: (Double, Double) -> Double, levels: Levels) {
    (self.grid, self.levels) = (grid, levels)
    let reach = PageGround.Degree.fifth.weights.count / 2
    for row in stride(from: reach, to: grid.rows - reach, by: 2) {
      for column in stride(from: reach, to: grid.columns - reach, by: 2) {
        let low = grid.location(column: column, row: row)
        let high = grid.location(column: column + 1, row: row + 1)
        enter(function(low.x / 2 + high.x / 2, low.y / 2 + high.y / 2), column, row)
      }
    }
  }

  /// The degree to take, and the share of places that it puts into a wrong band, or takes to be
  /// defined where they are not.
  var choice: (PageGround.Degree, error: Double) {
    let isSmooth = Double(swings) <= Self.fewSwings * Double(places)
    let degree = isSmooth ? PageGround.Degree.fifth : .first
    return (degree, Double(wrong[degree, default: 0]) / Double(places))
  }

  /// The value in the middle of the cell that begins at a node.
  private mutating func enter(_ value: Double, _ column: Int, _ row: Int) {
    places += 1
    let isMissed = value.isFinite != isMostlyFinite(column, row)
    let estimates = PageGround.Degree.allCases.map { ($0, middle(column, row, $0)) }
    for (degree, estimate) in estimates {
      let isCompared = value.isFinite && estimate.isFinite
      if isMissed || (isCompared && levels.band(of: value) != levels.band(of: estimate)) {
        wrong[degree, default: 0] += 1
      }
    }
    let errors = estimates.map { abs($0.1 - value) }
    if errors[0] > errors[1] + Self.rounding * abs(value) { swings += 1 }
  }

  /// The polynomials' value there.
  private func middle(_ column: Int, _ row: Int, _ degree: PageGround.Degree) -> Double {
    let weights = degree.weights
    let first = 1 - weights.count / 2
    var sum = 0.0
    for (i, down) in weights.enumerated() {
      for (j, across) in weights.enumerated() {
        sum += down * across * grid[column + first + j, row + first + i]
      }
    }
    return sum
  }

  /// Whether the page takes f to be defined there: half of the corners are.
  private func isMostlyFinite(_ column: Int, _ row: Int) -> Bool {
    [(0, 0), (1, 0), (0, 1), (1, 1)].count { grid[column + $0, row + $1].isFinite } >= 2
  }
}
