import LinearAlgebra

/// Passes through a network, forward and back, over plain or dual numbers, and the memory they work
/// in: after the first pass over so many examples nothing is allocated.
///
/// With dual parameters θ + d δ the gradient's derivatives are H d: Pearlmutter's product, Neural
/// Computation 6 (1994).
struct NetworkPass<S: BlockScalar>: Sendable {
  let shape: NetworkShape
  /// θ.
  var parameters: Block<S>
  /// Of the loss with respect to θ; what passes back add up.
  var gradient: Block<S>
  /// What comes into each layer's activation, m × units; of the last layer what the network says.
  var sums: [Block<S>]
  /// What each hidden layer gives to the next.
  var units: [Block<S>]
  /// The loss differentiated by `sums`.
  var errors: [Block<S>]
  var normalizations: [Normalization<S>]
  private var twoClassLoss = TwoClassLoss<S>()

  init(_ shape: NetworkShape) {
    self.shape = shape
    parameters = Block(count: shape.parameterCount)
    gradient = Block(count: shape.parameterCount)
    sums = shape.layers.map { _ in Block(count: 0) }
    units = sums
    errors = sums
    normalizations = shape.layers.map {
      Normalization(units: $0.isNormalized ? $0.outputs : 0)
    }
  }

  /// Sets `sums` and `units` from the features of m examples, row after row.
  ///
  /// - Parameter fixed: whether normalizations keep the means and variances that they have, in
  ///   place of those of these examples.
  mutating func forward(
    _ features: Span<Double>, count m: Int, by activation: Activation,
    fixed: Bool = false
  ) {
    for (l, layer) in shape.layers.enumerated() {
      let size = m * layer.outputs
      sums[l].reserve(size)
      sums[l].setRows(m, to: parameters, layer.biases)
      let product = MatrixProduct(
        rows: m, inner: layer.inputs, columns: layer.outputs, transposingB: true)
      if l == 0 {
        product(features, parameters, layer.weights, into: &sums[l], 0..<size, adding: true)
      } else {
        product(
          units[l - 1], 0..<(m * layer.inputs), parameters, layer.weights, into: &sums[l],
          0..<size, adding: true)
      }
      guard l < shape.layers.count - 1 else { return }
      if layer.isNormalized {
        normalizations[l].forward(
          &sums[l], count: m, parameters, scales: layer.scales, shifts: layer.shifts, fixed: fixed)
      }
      units[l].reserve(size)
      activation.apply(.forward, sums[l], &units[l], &errors[l], count: size)
    }
  }

  /// Adds to `gradient` what the last layer's `errors` make it be, after a pass forward over the
  /// same examples.
  mutating func backward(
    _ features: Span<Double>, count m: Int, by activation: Activation
  ) {
    for (l, layer) in shape.layers.enumerated().reversed() {
      let size = m * layer.outputs
      if layer.isNormalized {
        normalizations[l].backward(
          &errors[l], count: m, parameters, scales: layer.scales, shifts: layer.shifts,
          into: &gradient)
      }
      gradient.addColumnSums(of: errors[l], rows: m, to: layer.biases)
      let outer = MatrixProduct(
        rows: layer.outputs, inner: m, columns: layer.inputs, transposingA: true)
      guard l > 0 else {
        outer(errors[l], 0..<size, features, into: &gradient, layer.weights, adding: true)
        return
      }
      let inputs = 0..<(m * layer.inputs)
      outer(
        errors[l], 0..<size, units[l - 1], inputs, into: &gradient, layer.weights, adding: true)
      errors[l - 1].reserve(inputs.count)
      let back = MatrixProduct(rows: m, inner: layer.outputs, columns: layer.inputs)
      back(errors[l], 0..<size, parameters, layer.weights, into: &errors[l - 1], inputs)
      activation.apply(
        .back, sums[l - 1], &units[l - 1], &errors[l - 1], count: inputs.count)
    }
  }

  /// Sets the last layer's `errors`, after a pass forward over so many examples.
  ///
  /// - Parameters:
  ///   - targets: what is to be predicted of each.
  ///   - share: what the loss of an example counts in the mean.
  /// - Returns: the sum of the losses of these examples.
  mutating func lose(
    by loss: NetworkLoss, _ targets: Span<Double>, areClasses: Bool, share: S
  ) -> S {
    let last = shape.layers.count - 1
    let size = targets.count * shape.outputs
    // Out of the lists while they are worked on, which costs less than a way into them each time.
    let outputs = sums[last]
    var errors = Block<S>(count: 0)
    swap(&errors, &self.errors[last])
    defer { swap(&errors, &self.errors[last]) }
    errors.reserve(size)
    if loss == .crossEntropy, shape.outputs == 1 {
      return twoClassLoss.differentiate(outputs, targets, share: share, into: &errors)
    }
    var total: S = 0
    for i in 0..<targets.count {
      total += loss.differentiate(
        outputs, row: i, width: shape.outputs, target: targets[i], isClass: areClasses,
        into: &errors)
    }
    for i in 0..<size { errors[i] *= share }
    return total
  }

  /// (λ/2) ‖W‖², whose gradient is added.
  mutating func penalty(_ decay: Double) -> S {
    guard decay != 0 else { return 0 }
    var sum: S = 0
    for layer in shape.layers {
      for i in layer.weights {
        let weight = parameters[i]
        sum += weight * weight
        gradient[i] += S(decay) * weight
      }
    }
    return S(decay / 2) * sum
  }
}

extension Block {
  /// Sets m rows to a part of another block.
  mutating func setRows(_ m: Int, to row: Block, _ part: Range<Int>) {
    if part.count == 1 { return fill(0..<m, with: row[part.lowerBound]) }
    for i in 0..<m {
      for j in 0..<part.count { self[i * part.count + j] = row[part.lowerBound + j] }
    }
  }

  /// Adds the sum of the m rows of another block to a part of this, four rows at a time.
  mutating func addColumnSums(of block: Block, rows m: Int, to part: Range<Int>) {
    let (width, whole) = (part.count, m & ~3)
    for i in stride(from: 0, to: whole * width, by: 4 * width) {
      for j in 0..<width {
        let (first, second) = (i + j, i + 2 * width + j)
        self[part.lowerBound + j] +=
          (block[first] + block[first + width]) + (block[second] + block[second + width])
      }
    }
    for i in whole..<m {
      for j in 0..<width { self[part.lowerBound + j] += block[i * width + j] }
    }
  }
}
