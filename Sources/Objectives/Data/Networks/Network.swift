import LinearAlgebra

/// A network of fully connected layers with a loss over a data set: J(θ) = (1/m) Σ L(f(xᵢ; θ), yᵢ)
/// + (λ/2) ‖W‖², where W are all weights, but not biases, γ and β.
///
/// Batch normalization takes means and variances over the examples of each evaluation: over a
/// minibatch it is another function than over all, as in training.
struct Network: Sendable {
  let shape: NetworkShape
  let activation: Activation
  let loss: NetworkLoss
  /// λ.
  let decay: Double
  let data: DataSet
  private let targets: LossTargets
  /// Every example's number.
  private let all: [Int]
  let plainPasses = Pool<NetworkPass<Double>>()
  private let dualPasses = Pool<NetworkPass<Dual<Double>>>()
  private let rows = Pool<[Double]>()

  init(
    _ shape: NetworkShape, activation: Activation, loss: NetworkLoss, decay: Double, data: DataSet
  ) {
    precondition(shape.inputs == data.featureCount, "a network with other inputs than its data")
    self.shape = shape
    self.activation = activation
    self.loss = loss
    self.decay = decay
    self.data = data
    targets = LossTargets(data.targets)
    all = Array(0..<data.count)
  }

  /// How many examples go through the layers at a time: few enough to stay in cache, all where
  /// normalization needs them together.
  private var blockSize: Int { shape.isNormalized ? .max : 256 }
}

// MARK: - The objective

extension Network {
  /// J(x); over some examples where they are given.
  func value(at x: Span<Double>) -> Double { value(at: x, over: all.span) }

  func value(at x: Span<Double>, over examples: Span<Int>) -> Double {
    var pass = plainPasses.take { NetworkPass(shape) }
    pass.parameters.setValues(x)
    let value = sum(over: examples, &pass, isDifferentiated: false)
    plainPasses.giveBack(pass)
    return value
  }

  func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double {
    self.gradient(at: x, over: all.span, into: &gradient)
  }

  func gradient(
    at x: Span<Double>, over examples: Span<Int>, into gradient: inout MutableSpan<Double>
  ) -> Double {
    var pass = plainPasses.take { NetworkPass(shape) }
    pass.parameters.setValues(x)
    let value = sum(over: examples, &pass, isDifferentiated: true)
    for i in 0..<gradient.count { gradient[i] = pass.gradient.values[i] }
    plainPasses.giveBack(pass)
    return value
  }

  func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    hessianProduct(at: x, along: d, over: all.span, into: &product)
  }

  func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, over examples: Span<Int>,
    into product: inout MutableSpan<Double>
  ) {
    var pass = dualPasses.take { NetworkPass(shape) }
    pass.parameters.setValues(x)
    pass.parameters.setSlopes(d)
    _ = sum(over: examples, &pass, isDifferentiated: true)
    for i in 0..<product.count { product[i] = pass.gradient.slopes[i] }
    dualPasses.giveBack(pass)
  }
}

// MARK: - The sum

extension Network {
  /// J at the pass's parameters, whose gradient is set where it is asked for.
  private func sum<S>(
    over examples: Span<Int>, _ pass: inout NetworkPass<S>, isDifferentiated: Bool
  ) -> S {
    pass.gradient.fill(0..<pass.gradient.count, with: 0)
    var features = rows.take { [] }
    var wanted = rows.take { [] }
    let share = S(1 / Double(examples.count))
    var total: S = 0
    var first = 0
    while first < examples.count {
      let count = min(blockSize, examples.count - first)
      let block = examples.extracting(first..<(first + count))
      func run(_ input: Span<Double>, _ targets: Span<Double>) {
        pass.forward(input, count: count, by: activation)
        total += pass.lose(
          by: loss, targets, areClasses: self.targets.areClasses, share: share)
        if isDifferentiated { pass.backward(input, count: count, by: activation) }
      }
      if let range = block.rising {
        // As they stand in the data, without a copy.
        run(
          data.features.elements.span.extracting(
            (range.lowerBound * shape.inputs)..<(range.upperBound * shape.inputs)),
          targets.values.span.extracting(range))
      } else {
        data.features.elements.span.gather(block, width: shape.inputs, into: &features)
        targets.values.span.gather(block, width: 1, into: &wanted)
        run(
          features.span.extracting(0..<(count * shape.inputs)), wanted.span.extracting(0..<count))
      }
      first += count
    }
    rows.giveBack(features)
    rows.giveBack(wanted)
    return total * share + pass.penalty(decay)
  }
}

extension Span<Int> {
  /// The numbers as a range, where each is one more than that before it.
  fileprivate var rising: Range<Int>? {
    guard count > 0 else { return nil }
    for i in 1..<Swift.max(count, 1) where self[i] != self[0] + i { return nil }
    return self[0]..<(self[0] + count)
  }
}

extension Span<Double> {
  /// Writes rows of so many numbers one after another into an array that grows where it must.
  func gather(_ order: Span<Int>, width: Int, into buffer: inout [Double]) {
    let missing = order.count * width - buffer.count
    if missing > 0 { buffer += [Double](repeating: 0, count: missing) }
    var target = buffer.mutableSpan
    for i in 0..<order.count {
      let row = order[i] * width
      for j in 0..<width { target[i * width + j] = self[row + j] }
    }
  }
}
