import LinearAlgebra
import Specifications

/// A wrapper that changes coordinates, g(x) = v f(z) with z = A (x − c), A invertible and v > 0.
///
/// Derivatives follow by the chain rule: ∇g = v Aᵀ∇f, and the Hessian is v AᵀHA. What is known of f
/// is carried along: domain, start, minimizers and critical points, and the residuals of a sum of
/// squares.
public protocol CoordinateWrapper: FunctionWrapper {
  /// v.
  var gain: Double { get }
  /// The domain, one pair of ends a coordinate, finite or not.
  var sides: [(low: Double, high: Double)] { get }
  /// z = A (x − c).
  func inside(_ x: Span<Double>) -> Vector
  /// The x that `inside` takes to z.
  func outside(_ z: Vector) -> Vector
  /// A d.
  func turned(_ d: Span<Double>) -> Vector
  /// g ← Aᵀ g.
  func turnBack(_ g: inout MutableSpan<Double>)
}

extension CoordinateWrapper {
  public var gain: Double { 1 }
  /// Coordinates that are shifted or turned are weights no longer.
  public var unitWeights: [Range<Int>] { [] }
  public var domain: [ClosedRange<Double>] { sides.map { $0.low...$0.high } }
  public var start: Vector { outside(base.start) }
  public var minimum: Double? { base.minimum.map { gain * $0 } }
  public var minimizers: [Vector] { base.minimizers.map(outside) }
  public var criticalPoints: [CriticalPoint] {
    base.criticalPoints.map { CriticalPoint(outside($0.point), $0.kind) }
  }

  public var sumOfSquares: (any ResidualObjective)? {
    base.sumOfSquares.map { WrappedResiduals(function: self, inside: $0) }
  }

  public func value(at x: Span<Double>) -> Double {
    gain * base.value(at: inside(x).span)
  }

  public func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double {
    let value = base.gradient(at: inside(x).span, into: &gradient)
    turnBack(&gradient)
    scale(&gradient)
    return gain * value
  }

  public func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    base.hessianProduct(at: inside(x).span, along: turned(d).span, into: &product)
    turnBack(&product)
    scale(&product)
  }

  /// Column by column, from the base's Hessian.
  public func hessian(at x: Span<Double>, into hessian: inout SymmetricMatrix) {
    let inner = base.hessian(at: inside(x))
    var column = Vector.zeros(dimension)
    var unit = Vector.zeros(dimension)
    for j in 0..<dimension {
      unit[j] = 1
      inner.multiply(turned(unit.span), into: &column)
      unit[j] = 0
      var span = column.mutableSpan
      turnBack(&span)
      for i in 0...j { hessian[i, j] = gain * column[i] }
    }
  }

  private func scale(_ vector: inout MutableSpan<Double>) {
    if gain == 1 { return }
    for i in 0..<vector.count { vector[i] *= gain }
  }

  /// Throws where the domain is not finite, or where noise inside would have to be turned as well.
  func requireOrder() throws(SpecificationError) {
    guard base.noise == nil else {
      throw SpecificationError(
        "\(Self.name): noise stands outside; expected noisy(\(Self.name)(...))")
    }
    guard sides.allSatisfy({ ($0.high - $0.low).isFinite && $0.low < $0.high }) else {
      throw SpecificationError(
        "\(Self.name): the domain of '\(specification)' is no box of finite size; expected "
          + "smaller numbers")
    }
  }
}

/// A change of each coordinate by itself: zᵢ = aᵢ xᵢ with aᵢ > 0.
protocol DiagonalWrapper: CoordinateWrapper {
  /// a, n numbers.
  var factors: [Double] { get }
}

extension DiagonalWrapper {
  public var sides: [(low: Double, high: Double)] {
    base.domain.enumerated().map { i, range in
      (range.lowerBound / factors[i], range.upperBound / factors[i])
    }
  }

  public func inside(_ x: Span<Double>) -> Vector {
    var z = Vector(x)
    for i in z.indices { z[i] *= factors[i] }
    return z
  }

  public func outside(_ z: Vector) -> Vector { z.indices.map { z[$0] / factors[$0] } }
  public func turned(_ d: Span<Double>) -> Vector { inside(d) }

  public func turnBack(_ g: inout MutableSpan<Double>) {
    for i in 0..<g.count { g[i] *= factors[i] }
  }

  public func hessian(at x: Span<Double>, into hessian: inout SymmetricMatrix) {
    base.hessian(at: inside(x).span, into: &hessian)
    for i in 0..<dimension {
      for j in 0...i { hessian[i, j] = gain * factors[i] * factors[j] * hessian[i, j] }
    }
  }
}

/// One number for all coordinates, or one for each.
enum PerCoordinate {
  /// n numbers. Throws unless there is one, or one a coordinate of `function`.
  static func expanded(
    _ values: [Double], named key: String, of wrapper: String, for function: any TestFunction
  ) throws(SpecificationError) -> [Double] {
    let n = function.dimension
    if values.count == 1 { return Array(repeating: values[0], count: n) }
    guard values.count == n else {
      throw SpecificationError(
        "\(wrapper): \(key) has \(values.count) numbers; expected 1 or \(n) for "
          + "\(function.specification)")
    }
    return values
  }
}

extension Vector {
  init(_ span: Span<Double>) {
    self.init()
    reserveCapacity(span.count)
    for i in 0..<span.count { append(span[i]) }
  }
}
