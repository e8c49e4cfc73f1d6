import LinearAlgebra
import Specifications

/// Newton's method: θ ← θ − ε [H + αI]⁻¹ g.
///
/// With ε = 1 and α = 0 the step goes to the stationary point of the quadratic that touches f at θ:
/// on a quadratic, to its minimum at once. Nothing makes that point a minimum: where H is indefinite
/// the plain method is drawn to saddles. (A slip in some lecture notes takes f′ = 0 with f″ > 0 for a
/// maximum; f″ > 0 marks a minimum.) A positive α shortens the step and turns it towards −g; the
/// direction descends once α exceeds the least eigenvalue's magnitude.
///
/// Reference: J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed., section 3.3. ε > 0 or a
/// schedule, α ≥ 0. One gradient and one Hessian a step.
public struct Newton: OptimizerSettings {
  public static let card = OptimizerCard(
    name: "newton", title: "Newton", order: .second,
    formula: "x <- x - lr (H + alpha I)^-1 g",
    reference: "Nocedal and Wright, Numerical Optimization, 2nd ed., section 3.3")
  public static let parameters: [Parameter<Self>] = [
    .rate("lr", \.rate, symbol: "ε", in: .nonNegative, "learning rate"),
    .number(
      "alpha", \.regularization, symbol: "α", in: .nonNegative,
      "added to the diagonal of the Hessian"),
  ]

  public var storesMatrix: Bool { true }

  public var rate: Rate = 1
  public var regularization = 0.0

  public init() {}

  public struct Method: Optimizer {
    private let settings: Newton
    private var gradient: Vector
    private var hessian: SymmetricMatrix
    private var stepCount = 0
    public private(set) var learningRate: Double

    public init(_ settings: Newton, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      hessian = SymmetricMatrix(order: dimension)
      learningRate = settings.rate.value(at: 0)
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      _ = try oracle.gradient(at: x, into: &gradient)
      try oracle.hessian(at: x, into: &hessian)
      hessian.addToDiagonal(settings.regularization)
      let step = try newtonStep()
      learningRate = settings.rate.value(at: stepCount)
      stepCount += 1
      x.add(-learningRate, step)
    }

    /// [H + αI]⁻¹ g.
    private func newtonStep() throws(Halt) -> Vector {
      do throws(FactorizationError) {
        let step = try hessian.solve(gradient)
        guard step.isFinite else { throw .singular }
        return step
      } catch {
        switch error {
        case .singular:
          throw .failed("the Hessian is singular, so Newton's step is not defined")
        case .notFinite: throw .failed("the gradient or the Hessian is not finite")
        }
      }
    }
  }
}
