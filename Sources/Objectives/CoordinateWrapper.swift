import LinearAlgebra
import Specifications

/// A wrapper that changes coordinates, g(x) = f(z) with z = A (x − c) and A invertible.
///
/// Derivatives follow by the chain rule: ∇g = Aᵀ∇f, and the Hessian is AᵀHA. What is known of f is
/// carried along: domain, start, minimizers and critical points.
public protocol CoordinateWrapper: FunctionWrapper {
  /// z = A (x − c).
  func inside(_ x: Vector) -> Vector
  /// The x that `inside` takes to z.
  func outside(_ z: Vector) -> Vector
  /// A d.
  func turned(_ d: Vector) -> Vector
  /// Aᵀ g.
  func turnedBack(_ g: Vector) -> Vector
}

extension CoordinateWrapper {
  public var start: Vector { outside(base.start) }
  public var minimizers: [Vector] { base.minimizers.map(outside) }
  public var criticalPoints: [CriticalPoint] {
    base.criticalPoints.map { CriticalPoint(outside($0.point), $0.kind) }
  }

  public func value(at x: Span<Double>) -> Double {
    base.value(at: inside(Vector(x)))
  }

  public func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double {
    var inner = Vector.zeros(dimension)
    var span = inner.mutableSpan
    let value = base.gradient(at: inside(Vector(x)).span, into: &span)
    gradient.copy(turnedBack(inner))
    return value
  }

  public func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    product.copy(
      turnedBack(base.hessianProduct(at: inside(Vector(x)), along: turned(Vector(d)))))
  }

  public func hessian(at x: Span<Double>, into hessian: inout SymmetricMatrix) {
    let inner = base.hessian(at: inside(Vector(x)))
    var product = Vector.zeros(dimension)
    for j in 0..<dimension {
      var unit = Vector.zeros(dimension)
      unit[j] = 1
      inner.multiply(turned(unit), into: &product)
      let column = turnedBack(product)
      for i in 0...j { hessian[i, j] = column[i] }
    }
  }
}

extension Vector {
  init(_ span: Span<Double>) {
    self.init()
    reserveCapacity(span.count)
    for i in 0..<span.count { append(span[i]) }
  }
}

extension MutableSpan<Double> {
  mutating func copy(_ vector: Vector) {
    for i in 0..<count { self[i] = vector[i] }
  }
}

/// One number for all coordinates, or one for each.
struct PerCoordinate {
  let values: [Double]

  subscript(i: Int) -> Double { values.count == 1 ? values[0] : values[i] }

  /// Throws unless there is one number, or one a coordinate of `function`.
  static func check(
    _ values: [Double], named key: String, of wrapper: String, for function: any TestFunction
  ) throws(SpecificationError) {
    guard values.count == 1 || values.count == function.dimension else {
      throw SpecificationError(
        "\(wrapper): \(key) has \(values.count) numbers; expected 1 or \(function.dimension) for "
          + "\(function.specification)")
    }
  }
}
