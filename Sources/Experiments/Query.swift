/// What a run asks of its objective, and is counted by. All that lists the kinds asks here: keys of
/// recordings, columns of tables, weights of clocks, limits of budgets.
///
/// Residuals alone are counted as a value, and with their Jacobian as a gradient: they cost as
/// much.
public enum Query: String, Hashable, Sendable, CaseIterable {
  /// f.
  case values
  /// ∇f, with f.
  case gradients
  /// The whole Hessian.
  case hessians
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

/// One of a thing for each kind of query, stored in place.
///
/// The switches fold where the kind is a constant: counting is an addition to a stored number.
public struct PerQuery<Element> {
  @usableFromInline var values: Element
  @usableFromInline var gradients: Element
  @usableFromInline var hessians: Element
  @usableFromInline var products: Element
  @usableFromInline var samples: Element

  /// - Parameter element: that of every kind.
  @inlinable
  public init(repeating element: Element) {
    values = element
    gradients = element
    hessians = element
    products = element
    samples = element
  }

  /// The element of a kind of query.
  @inlinable
  public subscript(query: Query) -> Element {
    @inline(__always) get {
      switch query {
      case .values: values
      case .gradients: gradients
      case .hessians: hessians
      case .products: products
      case .samples: samples
      }
    }
    @inline(__always) _modify {
      switch query {
      case .values: yield &values
      case .gradients: yield &gradients
      case .hessians: yield &hessians
      case .products: yield &products
      case .samples: yield &samples
      }
    }
  }
}

extension PerQuery<Int> {
  /// Written out, not a loop: a budget of evaluations compares it before each query.
  @inlinable var sum: Int { values + gradients + hessians + products + samples }
}

extension PerQuery: Equatable where Element: Equatable {}
extension PerQuery: Hashable where Element: Hashable {}
extension PerQuery: Sendable where Element: Sendable {}
