import RealModule

/// A law by which an excess e may fall with the step count k.
public enum RateLaw: Hashable, Sendable, CaseIterable {
  /// e ~ kᵖ, sublinear convergence: ln e is a line over ln k.
  case power
  /// e ~ qᵏ, linear convergence: ln e is a line over k.
  case factor
  /// e ~ C e₋₁ʳ, superlinear convergence of order r: ln e is a line over rᵏ.
  case order
}

extension RateLaw {
  typealias Sample = (step: Int, logarithm: Double)

  /// The exponent p, the factor q or the order r that fits ln e best, and the residual standard
  /// error √(Σ deviation² / (points − parameters)).
  ///
  /// Nil for an order that does not lie between the `orders`, or of an excess that grows.
  ///
  /// - Parameter samples: at least four, of ascending steps from 1 on.
  func fit(_ samples: [Sample]) -> (value: Double, residual: Double)? {
    switch self {
    case .power:
      let line = FittedLine(samples.map { (.log(Double($0.step)), $0.logarithm) })
      return (line.slope, Self.error(line, of: samples.count, parameters: 2))
    case .factor:
      let line = FittedLine(samples.map { (Double($0.step), $0.logarithm) })
      return (.exp(line.slope), Self.error(line, of: samples.count, parameters: 2))
    case .order:
      guard let order = Self.order(samples) else { return nil }
      let line = Self.line(samples, order: order)
      // The error e = exp(a − c rᵏ) falls for c > 0.
      guard line.slope < 0 else { return nil }
      return (order, Self.error(line, of: samples.count, parameters: 3))
    }
  }

  private static func error(
    _ line: FittedLine, of count: Int, parameters: Int
  ) -> Double {
    (line.squares / Double(count - parameters)).squareRoot()
  }

  /// Below, over a few steps, an order cannot be told from a factor; methods of orders above are
  /// not in use, and a single step that falls out of line looks like one.
  private static let orders = 1.2...4.0

  private static func line(_ samples: [Sample], order: Double) -> FittedLine {
    let last = samples.last?.step ?? 0
    return FittedLine(samples.map { (.pow(order, $0.step - last), $0.logarithm) })
  }

  /// The best order, from a grid and then by golden sections; nil where it lies at an end of the
  /// grid.
  private static func order(_ samples: [Sample]) -> Double? {
    let pieces = 64
    let growth = orders.upperBound / orders.lowerBound
    let grid = (0...pieces).map {
      orders.lowerBound * .pow(growth, Double($0) / Double(pieces))
    }
    let squares = grid.map { line(samples, order: $0).squares }
    guard let best = squares.indices.min(by: { squares[$0] < squares[$1] }), best > 0, best < pieces
    else { return nil }
    return minimum(from: grid[best - 1], to: grid[best + 1]) { line(samples, order: $0).squares }
  }

  /// Where a function with one minimum between two numbers has it.
  private static func minimum(
    from low: Double, to high: Double, _ function: (Double) -> Double
  ) -> Double {
    let ratio = (Double.sqrt(5) - 1) / 2
    var (low, high) = (low, high)
    // 60 sections leave nothing between neighbouring doubles.
    for _ in 0..<60 {
      let (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
      if function(left) < function(right) { high = right } else { low = left }
    }
    return (low + high) / 2
  }
}
