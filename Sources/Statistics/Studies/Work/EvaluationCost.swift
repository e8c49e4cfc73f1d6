import Experiments
import Specifications

/// How many values a query of each kind counts as, when work is told in evaluations.
public enum EvaluationCost: Hashable, Sendable {
  /// Each query is one evaluation.
  case equal
  /// A program that differentiates itself: a gradient costs two values, as in reverse mode; a
  /// Hessian product the tangent of a gradient, two of those; a Hessian n products.
  ///
  /// The bounds of theory are higher, 4 values for a gradient and 10 for a product (A. Griewank and
  /// A. Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, sections 4.6 and 5.3); 2 and 4 are
  /// what programs that share the value's work come near to.
  case reverseMode
  /// A program that answers values alone: a gradient by forward differences costs n more, a Hessian
  /// product the n of a second gradient, a Hessian one value for each of its n(n+1)/2 entries.
  case blackBox
  /// As told.
  case weights(QueryWeights)

  /// How many values a query counts as; samples cost none of their own.
  ///
  /// - Parameter n: the number of variables.
  public func values(of query: Query, dimension n: Int) -> Double {
    let n = Double(n)
    switch (self, query) {
    case (_, .samples): return 0
    case (.weights(let weights), _): return Double(weights[query])
    case (.equal, _), (_, .values): return 1
    case (.reverseMode, .gradients): return 2
    case (.reverseMode, .products): return 4
    case (.reverseMode, .hessians): return 4 * n
    case (.blackBox, .gradients), (.blackBox, .products): return n
    case (.blackBox, .hessians): return n * (n + 1) / 2
    }
  }

  /// What queries come to in values.
  ///
  /// - Parameter n: the number of variables.
  public func values(of counts: Counts, dimension n: Int) -> Double {
    Query.evaluations.reduce(0) { $0 + Double(counts[$1]) * values(of: $1, dimension: n) }
  }
}

/// "equal", "reverse-mode", "black-box", "gradients=2,hessians=10".
extension EvaluationCost: Choice {
  private static let named: [(name: String, cost: Self)] = [
    ("equal", .equal), ("reverse-mode", .reverseMode), ("black-box", .blackBox),
  ]

  /// Those that have a name.
  public static var choices: [String] { named.map(\.name) }

  public var spelling: String {
    if case .weights(let weights) = self { return weights.spelling }
    return Self.named.first { $0.cost == self }?.name ?? ""
  }

  /// - Throws: what was expected, where a name, a kind of query or a weight is unknown, or no
  ///   weight is above 0.
  public init(spelling text: String) throws(SpecificationError) {
    if let named = Self.named.first(where: { $0.name == text }) {
      self = named.cost
    } else if text.contains("=") {
      self = .weights(try QueryWeights(spelling: text))
    } else {
      throw .hint(for: text, among: Self.choices + ["values=1,gradients=2"])
    }
  }
}
