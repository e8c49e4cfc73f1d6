import LinearAlgebra

/// How weights are drawn before training; biases begin at 0, γ at 1 and β at 0.
public enum Initialization: String, CaseIterable, Sendable {
  /// Normal with variance 2/inputs; He, Zhang, Ren and Sun, ICCV 2015.
  case he
  /// Uniform with the same variance.
  case heUniform = "he-uniform"
  /// Normal with variance 2/(inputs + outputs); Glorot and Bengio, AISTATS 2010.
  case glorot
  /// Uniform with the same variance.
  case glorotUniform = "glorot-uniform"
  /// Normal with variance 1/inputs; LeCun, Bottou, Orr and Müller, "Efficient BackProp", 1998.
  case lecun
  /// Uniform with the same variance.
  case lecunUniform = "lecun-uniform"
  /// Normal with variance 1, for a scale of one's own.
  case normal
  /// All 0.
  case zeros
}

extension Initialization {
  private var isUniform: Bool { [.heUniform, .glorotUniform, .lecunUniform].contains(self) }

  /// The standard deviation of a weight of a layer.
  func deviation(inputs: Int, outputs: Int) -> Double {
    switch self {
    case .he, .heUniform: (2 / Double(inputs)).squareRoot()
    case .glorot, .glorotUniform: (2 / Double(inputs + outputs)).squareRoot()
    case .lecun, .lecunUniform: (1 / Double(inputs)).squareRoot()
    case .normal: 1
    case .zeros: 0
    }
  }

  /// A weight with standard deviation 1.
  private func standard(_ random: inout RandomStream) -> Double {
    isUniform ? (2 * random.uniform() - 1) * 3.0.squareRoot() : random.normal()
  }

  /// Of the weights, so that they are no numbers of the data drawn with the same seed.
  private static let stream: UInt64 = 0x7765_6967_6874

  /// θ before training.
  ///
  /// - Parameter scale: a factor for all weights.
  func parameters(_ shape: NetworkShape, scale: Double, seed: UInt64) -> Vector {
    var random = RandomStream(seed: seed, stream: Self.stream)
    var parameters = Vector.zeros(shape.parameterCount)
    for layer in shape.layers {
      let deviation = scale * deviation(inputs: layer.inputs, outputs: layer.outputs)
      if deviation != 0 {
        for i in layer.weights { parameters[i] = deviation * standard(&random) }
      }
      for i in layer.scales { parameters[i] = 1 }
    }
    return parameters
  }
}
