import LinearAlgebra
import Specifications

/// How a method learns the diagonal D of the Hessian.
///
/// `exact` asks for the whole Hessian, n × n numbers. `hutchinson` asks for products and averages
/// z ⊗ Hz over `samples` random vectors z with independent components of mean 0 and variance 1,
/// whose mean is D: with z of ±1 (`rademacher`) it is D itself where H is diagonal, and varies by
/// the squares of the other entries; normal z (`gaussian`) vary more.
///
/// Reference: C. Bekas, E. Kokiopoulou and Y. Saad, "An estimator for the diagonal of a matrix",
/// Appl. Numer. Math. 57 (2007) 1214–1229.
public struct HessianDiagonal: Hashable, Sendable {
  /// Whether the Hessian is asked for, or its products with random vectors.
  public enum Kind: String, CaseIterable, Sendable {
    /// From the whole Hessian.
    case exact
    /// From products with random vectors.
    case hutchinson
  }

  /// The distribution of the random vectors.
  public enum Probe: String, CaseIterable, Sendable {
    /// Components of ±1.
    case rademacher
    /// Standard normal components.
    case gaussian
  }

  /// Whether the Hessian is asked for, or its products with random vectors.
  public var kind = Kind.hutchinson
  /// How the random directions are drawn.
  public var probe: Probe
  /// Products in an estimate, at least 1.
  public var samples = 1
  /// Names the stream of random numbers, ≥ 0.
  public var seed = 0
  /// Steps from one estimate to the next, at least 1.
  public var interval: Int

  init(probe: Probe = .rademacher, interval: Int = 1) {
    self.probe = probe
    self.interval = interval
  }
}

/// Settings of a method that needs the diagonal of the Hessian. Their parameters hold
/// `diagonalParameters`.
public protocol DiagonalSettings: DecayingSettings {
  /// How the diagonal of the Hessian is learned.
  var diagonal: HessianDiagonal { get set }
}

extension DiagonalSettings {
  public var storesMatrix: Bool { diagonal.kind == .exact }

  static var diagonalParameters: [Parameter<Self>] {
    [
      .choice("diagonal", \.diagonal.kind, "how the diagonal of the Hessian is learned"),
      .choice("probe", \.diagonal.probe, "hutchinson: distribution of the random vectors"),
      .integer(
        "samples", \.diagonal.samples, in: 1...10_000, "hutchinson: products in an estimate"),
      .integer("seed", \.diagonal.seed, in: 0...(.max), "hutchinson: of the random vectors"),
      .integer(
        "interval", \.diagonal.interval, symbol: "k", in: 1...(.max),
        "steps from one estimate to the next"),
    ]
  }
}

/// The latest estimate of the diagonal, and what makes the next one.
struct DiagonalEstimator: Sendable {
  private let settings: HessianDiagonal
  private var stream: RandomStream
  private var stepsBegun = 0
  /// Room for answers: of order n where the Hessian is asked for, else two vectors.
  private var hessian: SymmetricMatrix
  private var probe: Vector
  private var product: Vector
  /// n numbers.
  private(set) var diagonal: Vector
  /// Whether the step under way brought a new estimate.
  private var isNew = false

  init(_ settings: HessianDiagonal, dimension: Int) {
    self.settings = settings
    stream = RandomStream(seed: UInt64(settings.seed))
    let isExact = settings.kind == .exact
    hessian = SymmetricMatrix(order: isExact ? dimension : 0)
    probe = .zeros(isExact ? 0 : dimension)
    product = probe
    diagonal = .zeros(dimension)
  }

  /// Begins a step at x; estimates anew where the interval is over.
  mutating func advance<O: Oracle & ~Copyable>(
    at x: Vector, querying oracle: inout O
  ) throws(Halt) {
    isNew = stepsBegun % settings.interval == 0
    stepsBegun += 1
    guard isNew else { return }
    switch settings.kind {
    case .exact:
      try oracle.hessian(at: x, into: &hessian)
      for i in diagonal.indices { diagonal[i] = hessian[i, i] }
    case .hutchinson: try sample(at: x, querying: &oracle)
    }
  }

  /// The estimate, once; nil where none is new.
  mutating func take() -> Vector? {
    guard isNew else { return nil }
    isNew = false
    return diagonal
  }

  private mutating func sample<O: Oracle & ~Copyable>(
    at x: Vector, querying oracle: inout O
  ) throws(Halt) {
    for number in 1...settings.samples {
      drawProbe()
      try oracle.product(at: x, along: probe, into: &product)
      let share = 1 / Double(number)
      for i in diagonal.indices {
        let old = number == 1 ? 0 : diagonal[i]
        diagonal[i] = old + share * (probe[i] * product[i] - old)
      }
    }
  }

  private mutating func drawProbe() {
    switch settings.probe {
    case .rademacher: for i in probe.indices { probe[i] = stream.next() >> 63 == 0 ? 1 : -1 }
    case .gaussian: for i in probe.indices { probe[i] = stream.normal() }
    }
  }
}
