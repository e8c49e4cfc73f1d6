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

  public init(rows: Int = 0, columns: Int = 0) {
    self.rows = rows
    self.columns = columns
  }

  /// Whether either side is given.
  var isGiven: Bool { rows > 0 || columns > 0 }

  /// The shape of n variables; 0 × 0 and the reason where there is none, or where a side is longer
  /// than `longestSide`.
  func fitted(to n: Int, longestSide: Int = .max) -> FittedShape {
    let width = columns > 0 ? columns : rows > 0 ? n / rows : 1
    let height = rows > 0 ? rows : n / width
    guard height.multipliedReportingOverflow(by: width) == (n, false) else {
      let wanted = [(rows, "rows"), (columns, "columns")].filter { $0.0 > 0 }
        .map { "\($0.0) \($0.1)" }.joined(separator: " and ")
      return FittedShape(
        refusal: .failed(
          "\(n) variables are not a matrix of \(wanted); expected rows x columns = \(n)"))
    }
    guard max(height, width) <= longestSide else {
      return FittedShape(
        refusal: .failed(
          "a \(height) x \(width) matrix needs square matrices of its sides; expected rows and "
            + "columns that are at most \(longestSide)"))
    }
    return FittedShape(rows: height, columns: width)
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
  var shape: MatrixShape { get set }
}

extension MatrixSettings {
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
