import Specifications

/// The shape in which a method sees the variables: x holds a matrix row after row.
///
/// Where one side is not given the other determines it; where neither is, the variables are a
/// vector, which is a matrix of one column.
public struct MatrixShape: Hashable, Sendable {
  /// 0 stands for n divided by the number of columns.
  public var rows = 0
  /// 0 stands for n divided by the number of rows, or 1 where these are not given either.
  public var columns = 0

  /// The longest side of a matrix of which a method keeps square matrices of both sides: 200 MB.
  static let longestSquareSide = 5000
  /// The most variables without a shape where their square matrix is kept, and factored.
  static let longestSquareVector = 1000

  /// A shape of so many rows and columns, ≥ 0; 0 for a side that is not given.
  public init(rows: Int = 0, columns: Int = 0) {
    self.rows = rows
    self.columns = columns
  }

  /// Whether either side is given.
  var isGiven: Bool { rows > 0 || columns > 0 }

  /// The shape of n variables; 0 × 0 and the reason where there is none, or where square matrices
  /// of its sides are kept (`isSquared`) and would be too large.
  func fitted(to n: Int, isSquared: Bool = false) -> FittedShape {
    let width = columns > 0 ? columns : rows > 0 ? n / rows : 1
    let height = rows > 0 ? rows : n / width
    guard height.multipliedReportingOverflow(by: width) == (n, false) else {
      let wanted = [(rows, "rows"), (columns, "columns")].filter { $0.0 > 0 }
        .map { "\($0.0) \($0.1)" }.joined(separator: " and ")
      return FittedShape(
        refusal: .failed(
          "\(n) variables are not a matrix of \(wanted); expected rows x columns = \(n)"))
    }
    if isSquared, let reason = excess(height: height, width: width) {
      return FittedShape(refusal: .failed(reason))
    }
    return FittedShape(rows: height, columns: width)
  }
}

extension MatrixShape {
  /// Why square matrices of the sides are not kept, where that is so.
  private func excess(height: Int, width: Int) -> String? {
    if !isGiven, height > Self.longestSquareVector {
      return "a vector of \(height) variables needs a square matrix as long; expected 'rows' or "
        + "'columns' that make it a matrix, or at most \(Self.longestSquareVector) variables"
    }
    guard max(height, width) > Self.longestSquareSide else { return nil }
    return "a \(height) x \(width) matrix needs square matrices of its sides; expected rows and "
      + "columns that are at most \(Self.longestSquareSide)"
  }
}

/// A shape that fits the number of variables, or the reason why there is none.
struct FittedShape: Sendable {
  var rows = 0
  var columns = 0
  var refusal: Halt?
}

/// Settings with a shape.
public protocol MatrixSettings: GradientSettings {
  /// The shape in which the variables are seen.
  var shape: MatrixShape { get set }
  /// Whether square matrices of both sides are kept.
  var keepsSquares: Bool { get }
}

extension MatrixSettings {
  public var keepsSquares: Bool { false }

  func fittedShape(_ n: Int) -> FittedShape { shape.fitted(to: n, isSquared: keepsSquares) }

  public func refusal(dimension: Int) -> Halt? { fittedShape(dimension).refusal }

  static var shapeParameters: [Parameter<Self>] {
    [
      .integer(
        "rows", \.shape.rows, in: 0...Int.max,
        "rows of the matrix that x is row by row; 0 for n / columns"),
      .integer(
        "columns", \.shape.columns, in: 0...Int.max, "columns of it; 0 for n / rows, or 1"),
    ]
  }
}
