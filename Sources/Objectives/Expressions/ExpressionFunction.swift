import LinearAlgebra
import Specifications

/// A function that the user writes as an expression: `100*(y-x^2)^2+(1-x)^2`, or, in n variables,
/// `sum(i,1,n,x[i]^4-16*x[i]^2+5*x[i])/2:n=5`.
///
/// The variables are x, y, z, or x1, x2, …, or x[i] with i from 1; n is their number. Powers bind
/// to the right and before signs: -x^2 is -(x^2). There are pi, tau and e, the usual functions of C
/// and numpy (natural `log`), `min`, `max`, `hypot`, `atan2`, `pow`, and `sum` and `prod` over an
/// index. `if(c,a,b)` is a where c is not 0 and b elsewhere; comparisons are 1 or 0. Arithmetic is
/// IEEE; 0^0 is 1. `f(w,b)=...` gives the variables names of one's own, in their order.
///
/// Without `n` the number of variables is the largest used; in an expression with n itself it is 2
/// or the largest component written. Derivatives come from one sweep back over the expression.
/// Where a slope jumps or is infinite (`abs`, `sqrt`, `cbrt` and x^p with 0 < p < 1 at 0) it is
/// taken as 0; where several tie in `min` or `max` it is the mean of theirs; `sign`, `floor`,
/// `ceil`, `round` and comparisons have slope 0; of pieces it is that of the piece taken.
///
/// Unless given, the minimum is the one in `found`, which is told where functions are made for
/// runs; an expression by itself knows none.
public struct ExpressionFunction: FormulaFunction, SampledSearch {
  public static let card = FunctionCard(
    name: "expression", title: "Expression",
    formula: "as written, e.g. sum(i,1,n-1,100*(x[i+1]-x[i]^2)^2+(1-x[i])^2)",
    dimensionRule: "1 or more", tags: [],
    kinkRule:
      "Where a slope jumps or is infinite it is taken as 0, where several tie in min or max as "
      + "their mean; sign, floor, ceil, round and comparisons have slope 0.",
    source: "the user's own")

  /// The expression.
  public internal(set) var formula = "0"
  /// n, where it is given.
  public internal(set) var givenDimension: Int?
  /// f*, where the user gave it.
  public internal(set) var givenMinimum: Double?
  /// The start that the user gave, n numbers; empty where none was given.
  public internal(set) var givenStart: [Double] = []
  /// The ends of the domain: one for all coordinates, or one each.
  public internal(set) var low = [-5.0]
  /// The upper ends: one for all coordinates, or one each.
  public internal(set) var high = [5.0]
  /// Numbered also where the expression calls them x, y, z.
  public internal(set) var variableNames = VariableNames.numbered

  @usableFromInline var program = ExpressionProgram.zero
  var squares: ExpressionSquares?
  /// What a search found of the minimum of this program on this domain. A new expression or domain
  /// makes it `notSearched`.
  public var found = FoundMinimum.notSearched
  /// The start where none is given: a point off the axes and the diagonals of the domain.
  public internal(set) var usualStart: Vector = [0]

  /// The zero function of one variable.
  public init() {}

  public var dimension: Int { program.dimension }
  public var domain: [ClosedRange<Double>] {
    zip(ends(low), ends(high)).map { $0...$1 }
  }
  public var start: Vector { givenStart.isEmpty ? usualStart : ends(givenStart) }
  public var minimum: Double? { givenMinimum ?? found.minimum }
  public var minimumBasis: MinimumBasis { givenMinimum == nil ? found.basis : .given }
  /// Those that the search found, where it agrees with a minimum that is given.
  public var minimizers: [Vector] {
    guard let givenMinimum, let minimum = found.minimum else { return found.minimizers }
    let isSame = abs(givenMinimum - minimum) <= 1e-6 * max(1, abs(minimum))
    return isSame ? found.minimizers : []
  }
  /// Whether the minimizers that a search found are some of more: f is as low at other points.
  public var hasMoreMinimizers: Bool { !minimizers.isEmpty && found.hasMoreMinimizers }

  public var sumOfSquares: (any ResidualObjective)? {
    squares.map { ExpressionResiduals(function: self, squares: $0) }
  }
  public var valueCost: Int { program.valueCost }
  public var searchCost: Int { program.registerCount }
  public var tags: [FunctionTag] { squares == nil ? [] : [.leastSquares] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    program.value(x)
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    program.differentiate(x, into: &gradient)
  }
}
