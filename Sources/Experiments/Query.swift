/// What a run asks of its objective, and is counted by. All that lists the kinds asks here: keys of
/// recordings, columns of tables, weights of clocks, limits of budgets.
///
/// Residuals alone are counted as a value, and with their Jacobian as a gradient: they cost as
/// much.
public enum Query: String, Hashable, Sendable, CaseIterable {
  case values, gradients, hessians
  /// Of a Hessian and a vector.
  case products
  /// Training examples looked at; none for functions that are not sums over a sample.
  case samples

  /// Those that evaluate f or a derivative. Samples are what evaluations over data cost, and none
  /// of their own.
  public static let evaluations = allCases.filter { $0 != .samples }

  /// "gradients", "Hessians".
  public var noun: String { self == .hessians ? "Hessians" : rawValue }
}
