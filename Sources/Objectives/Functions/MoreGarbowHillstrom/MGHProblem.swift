import LinearAlgebra
import Specifications

/// One of the 35 problems of J. J. Moré, B. S. Garbow and K. E. Hillstrom, "Testing unconstrained
/// optimization software", ACM Transactions on Mathematical Software 7 (1981) 17–41.
///
/// Each is a sum of m squares in n variables with a standard start, from which the paper also takes
/// 10 and 100 times. Data and formulas are those of the paper.
public protocol MGHProblem: LeastSquaresFunction {
  /// The start of the paper, n numbers.
  var standardStart: Vector { get }
  /// The multiple of the standard start that `start` is; positive.
  var startFactor: Double { get }
}

/// What lets a specification set the factor, and nobody else.
protocol ScaledStart: MGHProblem {
  var startFactor: Double { get set }
}

extension MGHProblem {
  public var start: Vector { standardStart.map { startFactor * $0 } }

  public var minimumBasis: MinimumBasis { minimum == nil ? .unknown : .closedForm }

  /// The paper has no domains. This is the smallest box that holds the start, the minimizers (the
  /// origin where none is known) and the other stationary points, each side moved outward by half
  /// the largest magnitude of its coordinate, or by 1 where the coordinate is 0 at all of them.
  public var domain: [ClosedRange<Double>] {
    let lowest = minimizers.isEmpty ? [.zeros(dimension)] : minimizers
    let points = [start] + lowest + criticalPoints.map(\.point)
    return (0..<dimension).map { j in
      let low = points.reduce(.infinity) { min($0, $1[j]) }
      let high = points.reduce(-.infinity) { max($0, $1[j]) }
      let margin = max(-low, high) / 2
      return margin > 0 ? (low - margin)...(high + margin) : (low - 1)...(high + 1)
    }
  }

  /// A domain chosen for pictures, stretched to hold the start.
  func stretched(_ window: [ClosedRange<Double>]) -> [ClosedRange<Double>] {
    zip(window, start).map { range, x in min(range.lowerBound, x)...max(range.upperBound, x) }
  }

  /// The entry of `table` for this n and m.
  func known(in table: [KnownMinimum]) -> KnownMinimum? {
    table.first { $0.n == dimension && $0.m == residualCount }
  }

  func requireResidualForEachVariable() throws(SpecificationError) {
    guard residualCount >= dimension else {
      throw SpecificationError(
        "\(Self.name): m=\(residualCount) is less than n=\(dimension); expected m ≥ n")
    }
  }
}

/// A minimum that is known in digits, for one n and one m.
struct KnownMinimum: Sendable {
  let n: Int
  let m: Int
  let value: Double
  let points: [Vector]
}

let mghSource = "Moré, Garbow and Hillstrom, ACM TOMS 7 (1981) 17-41"

extension Parameter where Root: ScaledStart {
  /// `start=10`: ten times the standard start. Beyond 1e100 squares overflow.
  static var startFactor: Self {
    .number(
      "start", \.startFactor, in: Interval(0, 1e100, openBelow: true),
      "multiple of the standard start; the paper takes 1, 10 and 100")
  }
}
