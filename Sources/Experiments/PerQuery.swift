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
