/// The layers of a network of fully connected layers, and where their parameters lie in θ.
///
/// One layer after another: weights (outputs × inputs, row after row), biases, then, with batch
/// normalization, γ and β. The last layer is linear and is not normalized.
struct NetworkShape: Hashable, Sendable {
  struct Layer: Hashable, Sendable {
    let inputs: Int
    let outputs: Int
    let weights: Range<Int>
    let biases: Range<Int>
    /// Empty without batch normalization.
    let scales: Range<Int>
    let shifts: Range<Int>

    var isNormalized: Bool { !scales.isEmpty }

    /// The weights of each output, its row of the matrix.
    var units: [Range<Int>] {
      (0..<outputs).map { unit in
        let first = weights.lowerBound + unit * inputs
        return first..<(first + inputs)
      }
    }
  }

  let layers: [Layer]
  /// n.
  let parameterCount: Int

  /// - Parameters:
  ///   - sizes: features, units of each hidden layer, outputs; two or more, each 1 or more.
  init(sizes: [Int], isNormalized: Bool) {
    var layers: [Layer] = []
    var end = 0
    func next(_ count: Int) -> Range<Int> {
      defer { end += count }
      return end..<(end + count)
    }
    for (i, (inputs, outputs)) in zip(sizes, sizes.dropFirst()).enumerated() {
      let normalized = isNormalized && i < sizes.count - 2 ? outputs : 0
      layers.append(
        Layer(
          inputs: inputs, outputs: outputs, weights: next(inputs * outputs),
          biases: next(outputs), scales: next(normalized), shifts: next(normalized)))
    }
    self.layers = layers
    parameterCount = end
  }

  var inputs: Int { layers[0].inputs }
  var outputs: Int { layers[layers.count - 1].outputs }
  var isNormalized: Bool { layers.contains(where: \.isNormalized) }
}
