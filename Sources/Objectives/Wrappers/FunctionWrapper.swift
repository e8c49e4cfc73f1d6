import LinearAlgebra
import Specifications

/// A test function made of another: `noisy(rosenbrock:n=5,sigma=0.1)`.
///
/// The first parameter is the function inside. Whatever a wrapper does not change is that of its
/// base.
public protocol FunctionWrapper: TestFunction {
  /// Whoever puts another in its place calls `resolve` afterwards.
  var base: any TestFunction { get set }
}

extension FunctionWrapper {
  public var dimension: Int { base.dimension }
  public var domain: [ClosedRange<Double>] { base.domain }
  public var start: Vector { base.start }
  public var minimum: Double? { base.minimum }
  public var minimumBasis: MinimumBasis { base.minimumBasis }
  public var minimizers: [Vector] { base.minimizers }
  public var criticalPoints: [CriticalPoint] { base.criticalPoints }
  public var tags: [FunctionTag] { tags(adding: []) }
  public var noise: Noise? { base.noise }
  public var variableNames: VariableNames { base.variableNames }
  public var unitWeights: [Range<Int>] { base.unitWeights }
  public var valueCost: Int { base.valueCost }

  public func value(at x: Span<Double>) -> Double {
    base.value(at: x)
  }

  public func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double {
    base.gradient(at: x, into: &gradient)
  }

  public func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    base.hessianProduct(at: x, along: d, into: &product)
  }

  public func hessian(at x: Span<Double>, into hessian: inout SymmetricMatrix) {
    base.hessian(at: x, into: &hessian)
  }

  /// The same around another function.
  ///
  /// - Throws: where the settings do not suit it.
  public func around(_ base: any TestFunction) throws(SpecificationError) -> Self {
    var wrapper = self
    wrapper.base = base
    try wrapper.resolve()
    return wrapper
  }

  /// The function inside first, without a key, then what differs from the defaults.
  public var specification: Specification { specification(around: [base.specification.nested]) }

  /// The base's tags and these, each once; `leastSquares` where residuals are passed on.
  func tags(adding others: [FunctionTag]) -> [FunctionTag] {
    let hasResiduals = sumOfSquares != nil
    let inside = base.tags
    return inside.filter { $0 != .leastSquares || hasResiduals }
      + others.filter { !inside.contains($0) }
  }
}

extension Parameter {
  /// The function inside a wrapper.
  static func inside(
    _ path: WritableKeyPath<Root, any TestFunction> & Sendable
  ) -> Self {
    Self(
      "of", symbol: "f", range: "a function", "the function inside",
      text: { $0[keyPath: path].specification.nested },
      assign: { root, text in
        do throws(SpecificationError) {
          let function = try FunctionCatalogue.function(text)
          guard function.minibatch == nil else {
            return "a function of all its examples; batch= does not go inside another function"
          }
          root[keyPath: path] = function
          return nil
        } catch {
          return "a function (\(error))"
        }
      })
  }
}
