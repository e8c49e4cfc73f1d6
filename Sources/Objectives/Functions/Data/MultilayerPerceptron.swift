import Specifications

/// The loss of a network of fully connected layers, with or without batch normalization.
///
/// θ is one layer after another: weights (outputs × inputs, row after row), biases, then, with batch
/// normalization, γ and β. Each hidden layer is linear, normalized where asked, then activated; the
/// last is linear.
public enum MultilayerPerceptron: NetworkKind {
  public static let card = FunctionCard(
    name: "mlp", title: "Multilayer perceptron",
    formula: "1/m sum_i L(W_K a(... a(W_1 x_i + b_1) ...) + b_K, y_i) + lambda/2 |W|^2",
    dimensionRule: "all weights and biases", tags: [.multimodal, .differentiable],
    kinkRule: "At a unit's kink the derivatives of relu, leaky-relu and elu are those of its left "
      + "side.",
    source: "Goodfellow, Bengio and Courville, Deep Learning 2016, chapter 6")

  public static let parameters: [Parameter<NetworkLossFunction<Self>>] =
    NetworkLossFunction.dataParameters + [
      .integers("hidden", \.setup.hidden, in: 1...100_000, "units of each hidden layer"),
      .choice("activation", \.setup.activation, "what a hidden unit makes of its input"),
      .flag("batch-norm", \.setup.isNormalized, "batch normalization of hidden layers"),
      .choice("init", \.setup.initialization, "how weights are drawn"),
      .number("scale", \.setup.scale, in: .finite, "factor of the weights drawn"),
      .integer("seed", \.setup.seed, in: 0...(.max), "seed of the weights drawn"),
      .optional(\.setup.loss, unset: "auto", standIn: .crossEntropy) { path in
        .choice("loss", path, "or auto: cross-entropy for classes, squared for values")
      },
      .optional(\.setup.outputs, unset: "auto", standIn: 1) { path in
        .integer("outputs", path, in: 1...100_000, "1 is enough for two classes; auto: one a class")
      },
    ]

  public static var usualSetup: NetworkSetup {
    var setup = NetworkSetup(Moons())
    setup.hidden = [8]
    return setup
  }
}
