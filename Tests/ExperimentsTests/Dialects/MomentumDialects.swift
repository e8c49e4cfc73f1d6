extension Dialects {
  /// Gradient descent and momentum.
  static let momentum: [Dialect] = [
    // torch
    Dialect(
      source: "torch/SGD", when: ["nesterov"], ours: "nesterov",
      keys: ["lr": "lr", "momentum": "alpha"], comparesEvaluationPoint: true),
    Dialect(
      source: "torch/SGD", when: ["momentum"], ours: "momentum",
      keys: ["lr": "lr", "momentum": "alpha", "dampening": "dampening"]),
    Dialect(
      source: "torch/SGD", ours: "sgd", keys: ["lr": "lr", "weight_decay": "weight-decay"]),

    // keras
    Dialect(
      source: "keras/SGD", when: ["nesterov"], ours: "nesterov",
      keys: ["learning_rate": "lr", "momentum": "alpha"], comparesEvaluationPoint: true),
    Dialect(
      source: "keras/SGD", ours: "momentum",
      keys: ["learning_rate": "lr", "momentum": "alpha"]),

    // optax
    Dialect(
      source: "optax/sgd", when: ["nesterov"], ours: "nesterov",
      keys: ["learning_rate": "lr", "momentum": "alpha"], comparesEvaluationPoint: true),
  ]
}
