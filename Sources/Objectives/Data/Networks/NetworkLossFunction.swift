import LinearAlgebra
import Specifications

/// A kind of network as an objective: its card, which of `NetworkSetup`'s settings specifications
/// may change, and what they are where none is given.
public protocol NetworkKind: Sendable {
  /// What is known of the function.
  static var card: FunctionCard { get }
  /// The settings that specifications may change.
  static var parameters: [Parameter<NetworkLossFunction<Self>>] { get }
  /// Over data that are drawn, not read.
  static var usualSetup: NetworkSetup { get }
}

/// A test function that is the loss of a network over the training part of its data.
public struct NetworkLossFunction<Kind: NetworkKind>: FiniteSum, ConvexityAware {
  public static var card: FunctionCard { Kind.card }
  public static var parameters: [Parameter<Self>] { Kind.parameters }

  /// What the specification says. After a change `resolve` makes the network anew.
  public internal(set) var setup: NetworkSetup
  private var model: NetworkModel
  /// What a search found of the minimum over this data; anything else is told where functions are
  /// made for runs.
  public var found = FoundMinimum.notSearched

  /// The loss over the usual data, which are drawn.
  public init() {
    setup = Kind.usualSetup
    guard let model = try? setup.model(named: Kind.card.name) else {
      preconditionFailure("the usual setup of \(Kind.card.name) is not accepted")
    }
    self.model = model
  }

  public mutating func resolve() throws(SpecificationError) {
    model = try setup.model(named: Self.name)
    found = .notSearched
  }

  var network: Network { model.network }

  /// The data in their parts, as the network sees them.
  public var data: DataParts { model.parts }

  public var dimension: Int { model.start.count }
  public var start: Vector { model.start }
  public var domain: [ClosedRange<Double>] {
    let reach = max(2, start.largestMagnitude.rounded(.up))
    return Array(repeating: -reach...reach, count: dimension)
  }
  public var tags: [FunctionTag] {
    Self.card.tags.map { $0 == .differentiable ? setup.activation.smoothness : $0 }
  }
  /// Whether the loss is convex in θ: that of a network without hidden layers.
  public var isConvex: Bool { setup.hidden.isEmpty }
  public var minimum: Double? { found.minimum }
  public var minimumBasis: MinimumBasis { found.basis }
  public var minimizers: [Vector] { found.minimizers }
  public var exampleCount: Int { model.network.data.count }
  public var isMeanOfExamples: Bool { !model.network.shape.isNormalized }
  public var minibatch: Minibatch? { setup.minibatch }
  public var finiteSum: (any FiniteSum)? { self }
  public var valueCost: Int { 2 * exampleCount * dimension }
  public var unitWeights: [Range<Int>] { network.shape.layers.flatMap(\.units) }

  public func value(at x: Span<Double>) -> Double { model.network.value(at: x) }

  public func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double {
    model.network.gradient(at: x, into: &gradient)
  }

  public func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    model.network.hessianProduct(at: x, along: d, into: &product)
  }

  public func value(at x: Span<Double>, over examples: Span<Int>) -> Double {
    model.network.value(at: x, over: examples)
  }

  public func gradient(
    at x: Span<Double>, over examples: Span<Int>, into gradient: inout MutableSpan<Double>
  ) -> Double {
    model.network.gradient(at: x, over: examples, into: &gradient)
  }

  public func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, over examples: Span<Int>,
    into product: inout MutableSpan<Double>
  ) {
    model.network.hessianProduct(at: x, along: d, over: examples, into: &product)
  }
}

// MARK: - What recordings keep

extension NetworkLossFunction {
  private var watchedParts: [(name: String, data: DataSet)] {
    [("", data.training), ("validation ", data.validation), ("test ", data.test)]
      .compactMap { name, part in part.map { (name, $0) } }
  }

  /// The training loss is f, but for the penalty.
  public var figureNames: [String] {
    let hasClasses = data.training.targets.classCount != nil
    return watchedParts.flatMap { part in
      (part.name.isEmpty ? [] : [part.name + "loss"]) + (hasClasses ? [part.name + "accuracy"] : [])
    }
  }

  public func figures(at x: Vector) -> [Double] {
    let parts = watchedParts
    let all = model.network.figures(at: x.span, on: parts.map(\.data))
    return zip(parts, all).flatMap { part, figures in
      (part.name.isEmpty ? [] : [figures.loss]) + (figures.accuracy.map { [$0] } ?? [])
    }
  }
}

// MARK: - Parameters

extension NetworkLossFunction {
  /// Those that every network has: its data and how they are gone through.
  static var dataParameters: [Parameter<Self>] {
    [
      .data("data", \.setup.source, "the examples"),
      .flag(
        "standardize", \.setup.isStandardized,
        "features shifted and scaled to mean 0 and variance 1 over the training part"),
      .number(
        "l2", \.setup.decay, symbol: "λ", in: Interval(0, .infinity, openAbove: true),
        "weight of the penalty (λ/2) ‖W‖² on all weights, not on biases"),
      .batch(\.setup.batch),
      .sampling(\.setup.sampling),
    ]
  }
}
