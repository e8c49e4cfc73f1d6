import LinearAlgebra

/// What a hidden layer does at some parameters: whether its units saturate, and whether the gradient
/// reaches it.
public struct LayerState: Sendable {
  /// What the units give to the next layer, of all training examples, row after row: m × units.
  public let outputs: [Double]
  /// ‖∂J/∂W‖₂ of its weights.
  public let gradientNorm: Double
}

extension NetworkLossFunction {
  /// The hidden layers at x from the first on, over the training part.
  ///
  /// - Parameter x: n numbers.
  public func layers(at x: Vector) -> [LayerState] {
    let gradient = gradient(at: x)
    let outputs = network.outputs(at: x.span)
    return zip(outputs, network.shape.layers).map { outputs, layer in
      let squares = layer.weights.reduce(0) { $0 + gradient[$1] * gradient[$1] }
      return LayerState(outputs: outputs, gradientNorm: squares.squareRoot())
    }
  }
}

extension Network {
  /// What each hidden layer gives to the next, of all examples.
  fileprivate func outputs(at x: Span<Double>) -> [[Double]] {
    var pass = plainPasses.take { NetworkPass(shape) }
    pass.parameters.setValues(x)
    pass.forward(data.features.elements.span, count: data.count, by: activation)
    let outputs = shape.layers.indices.dropLast().map { l in
      Array(pass.units[l].values[..<(data.count * shape.layers[l].outputs)])
    }
    plainPasses.giveBack(pass)
    return outputs
  }
}
