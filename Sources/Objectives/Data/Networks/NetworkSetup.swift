import LinearAlgebra
import Specifications

/// What a specification says of a network, its data and how it is trained on them.
public struct NetworkSetup: Sendable {
  /// Where the examples come from.
  public var source: any DataSource
  /// Whether features are shifted and scaled to mean 0 and variance 1 over the training part.
  public var isStandardized = false
  /// Units of each hidden layer.
  public var hidden: [Int] = []
  /// Nil for one a class, or one where values are to be predicted.
  public var outputs: Int?
  /// What the hidden units apply to their sums.
  public var activation = Activation.elu
  /// Whether hidden layers are normalized over the batch.
  public var isNormalized = false
  /// How the first weights are drawn.
  public var initialization = Initialization.he
  /// A factor for the weights drawn.
  public var scale = 1.0
  /// Of the weights drawn.
  public var seed = 1
  /// Nil for cross-entropy where there are classes, else squared errors.
  public var loss: NetworkLoss?
  /// λ, of the penalty (λ/2) ‖W‖².
  public var decay = 0.0
  /// Examples a step; nil for all.
  public var batch: Int?
  /// How the examples of a minibatch are drawn.
  public var sampling = Minibatch.Sampling.epochs

  init(_ source: any DataSource) {
    self.source = source
  }

  var minibatch: Minibatch? { batch.map { Minibatch(size: $0, sampling: sampling) } }
}

/// A network with its data, where its training begins.
struct NetworkModel: Sendable {
  let network: Network
  let parts: DataParts
  let start: Vector
}

extension NetworkSetup {
  /// Units times examples that go through normalized layers together: 4 GB.
  private static let mostNormalized = 1e8

  /// - Parameter name: of the function, for messages.
  func model(named name: String) throws(SpecificationError) -> NetworkModel {
    var parts = try source.parts()
    if isStandardized { parts.standardize() }
    return try model(of: parts, named: name)
  }

  private func model(
    of parts: DataParts, named name: String
  ) throws(SpecificationError) -> NetworkModel {
    let data = parts.training
    let loss = loss ?? (data.targets.classCount == nil ? .squared : .crossEntropy)
    let outputs = outputs ?? data.targets.classCount ?? 1
    try requireOutputs(outputs, for: data.targets, loss, named: name)
    let sizes = [data.featureCount] + hidden + [outputs]
    let count = zip(sizes, sizes.dropFirst()).reduce(0.0) { $0 + Double($1.0 + 3) * Double($1.1) }
    guard count <= Double(largestDimension) else {
      throw SpecificationError(
        "\(name): \(NumberText.short(count)) parameters are too many; expected at most "
          + "\(largestDimension)")
    }
    try minibatch?.require(data.count, of: source, named: name)
    let units = Double(hidden.reduce(0, +)) * Double(data.count)
    guard !isNormalized || units <= Self.mostNormalized else {
      throw SpecificationError(
        "\(name): batch normalization of \(NumberText.short(units)) numbers, units times examples, "
          + "is too much; expected at most \(NumberText.short(Self.mostNormalized))")
    }
    let shape = NetworkShape(sizes: sizes, isNormalized: isNormalized)
    let network = Network(
      shape, activation: activation, loss: loss, decay: decay, data: data)
    let start = initialization.parameters(shape, scale: scale, seed: UInt64(seed))
    return NetworkModel(network: network, parts: parts, start: start)
  }

  private func requireOutputs(
    _ outputs: Int, for targets: DataSet.Targets, _ loss: NetworkLoss, named name: String
  ) throws(SpecificationError) {
    let data = source.specification
    guard let classes = targets.classCount else {
      guard loss == .squared else {
        throw SpecificationError(
          "\(name): \(data) has values, not classes; expected classes, as of a file by "
            + "kind=classes, or squared errors")
      }
      guard outputs == 1 else {
        throw SpecificationError("\(name): \(data) has one value an example; expected outputs=1")
      }
      return
    }
    let isSingle = outputs == 1 && (classes == 2 || loss == .squared)
    guard outputs == classes || isSingle else {
      let choice =
        classes == 2 ? "1 or 2 outputs" : "\(classes) outputs, as of softmax-regression and mlp"
      throw SpecificationError(
        "\(name): \(data) has \(classes) classes, which do not go with outputs=\(outputs); "
          + "expected \(choice)")
    }
  }
}

extension DataParts {
  /// Shifts and scales every feature so that its mean is 0 and its variance 1 over the training
  /// part. A feature that is the same for all is shifted only.
  mutating func standardize() {
    let (means, factors) = training.features.standards
    func standardized(_ part: DataSet) -> DataSet {
      var part = part
      let d = part.featureCount
      for i in 0..<part.count {
        for j in 0..<d {
          let k = i * d + j
          part.features.elements[k] = (part.features.elements[k] - means[j]) * factors[j]
        }
      }
      return part
    }
    self = DataParts(
      training: standardized(training), validation: validation.map(standardized),
      test: test.map(standardized))
  }
}

extension Matrix {
  /// The mean of each column, and 1 over its standard deviation (1 where that is 0).
  fileprivate var standards: (means: Vector, factors: Vector) {
    var means = Vector.zeros(columns)
    var factors = means
    for i in 0..<rows {
      for j in 0..<columns { means[j] += self[i, j] }
    }
    means.scale(by: 1 / Double(rows))
    for i in 0..<rows {
      for j in 0..<columns {
        let distance = self[i, j] - means[j]
        factors[j] += distance * distance
      }
    }
    for j in 0..<columns {
      let deviation = (factors[j] / Double(rows)).squareRoot()
      let isVaried = deviation > 10 * abs(means[j]).ulp && deviation.isFinite
      factors[j] = isVaried ? 1 / deviation : 1
    }
    return (means, factors)
  }
}
