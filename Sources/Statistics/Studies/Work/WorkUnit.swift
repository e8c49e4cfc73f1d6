import Specifications

/// By what work is divided, so that problems of different size can stand in one curve.
public enum WorkUnit: String, Hashable, Sendable, CaseIterable, Choice {
  /// Nothing.
  case plain
  /// n, as in COCO's curves.
  case variables
  /// n + 1, the values of a simplex gradient (J. J. Moré and S. M. Wild, SIAM Journal on
  /// Optimization 20 (2009) 172-191).
  case simplexGradients = "simplex-gradients"

  /// - Parameter n: the number of variables.
  public func divisor(dimension n: Int) -> Double {
    switch self {
    case .plain: 1
    case .variables: Double(n)
    case .simplexGradients: Double(n + 1)
    }
  }
}
