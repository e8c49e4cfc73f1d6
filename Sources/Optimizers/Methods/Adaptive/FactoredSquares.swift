import LinearAlgebra

/// Adafactor's averages of squared gradients: of each component, or, of a matrix, only of its rows
/// r and columns c, with r cᵀ / mean(r) for the whole.
struct FactoredSquares: Sendable {
  let epsilon: Double
  let placement: FloorPlacement
  let rows: Int
  let columns: Int
  /// Empty where the squares are factored.
  private var squares: Vector
  private var rowMeans: Vector
  private var columnMeans: Vector

  init(_ settings: Adafactor, _ shape: FittedShape, dimension: Int) {
    epsilon = settings.epsilon
    placement = settings.placement
    let isFactored = settings.shape.isGiven
    (rows, columns) = (shape.rows, shape.columns)
    squares = .zeros(isFactored ? 0 : dimension)
    rowMeans = .zeros(isFactored ? rows : 0)
    columnMeans = .zeros(isFactored ? columns : 0)
  }

  /// √v where each component has its own; nil where they are factored.
  var scale: Vector? { squares.isEmpty ? nil : squares.map { $0.squareRoot() } }

  /// Takes g ⊗ g in with the weight `share`, then g ← g ⊘ √v.
  mutating func scale(_ gradient: inout Vector, share: Double) {
    let added = placement == .added ? epsilon : 0
    let least = placement == .floor ? epsilon : 0
    if squares.isEmpty {
      average(gradient, added: added, share: share)
      scaleByFactors(&gradient, least: least)
    } else {
      for i in gradient.indices {
        let g = gradient[i]
        squares[i] = raised((1 - share) * squares[i] + share * (g * g + added))
        gradient[i] = quotient(g, max(squares[i], least * least).squareRoot())
      }
    }
  }

  private mutating func average(_ g: Vector, added: Double, share: Double) {
    var columnSums = Vector.zeros(columns)
    for i in 0..<rows {
      var sum = 0.0
      for j in 0..<columns {
        let square = g[i * columns + j] * g[i * columns + j] + added
        sum += square
        columnSums[j] += square
      }
      rowMeans[i] = raised((1 - share) * rowMeans[i] + share * (sum / Double(columns)))
    }
    for j in 0..<columns {
      let mean = columnSums[j] / Double(rows)
      columnMeans[j] = raised((1 - share) * columnMeans[j] + share * mean)
    }
  }

  private func scaleByFactors(_ g: inout Vector, least: Double) {
    let mean = max(rowMeans.reduce(0, +) / Double(rows), least)
    for i in 0..<rows {
      let factor = quotient(rowMeans[i], mean)
      for j in 0..<columns {
        let square = max(factor * columnMeans[j], least * least)
        g[i * columns + j] = quotient(g[i * columns + j], square.squareRoot())
      }
    }
  }
}
