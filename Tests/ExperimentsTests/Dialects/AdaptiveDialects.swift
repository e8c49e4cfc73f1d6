extension Dialects {
  /// Adaptive rates other than Adam.
  static let adaptive: [Dialect] = [
    // torch
    Dialect(
      source: "torch/Adagrad", ours: "adagrad",
      keys: [
        "lr": "lr", "lr_decay": "lr-decay", "eps": "epsilon",
        "initial_accumulator_value": "initial-accumulator",
      ]),
    Dialect(
      source: "torch/RMSprop", ours: "rmsprop",
      keys: [
        "lr": "lr", "alpha": "beta", "eps": "epsilon", "centered": "centered",
        "momentum": "momentum?",
      ]),

    // keras
    Dialect(
      source: "keras/Adagrad", ours: "adagrad:epsilon-placement=inside",
      keys: [
        "learning_rate": "lr", "epsilon": "epsilon",
        "initial_accumulator_value": "initial-accumulator",
      ]),
    Dialect(
      source: "keras/RMSprop", ours: "rmsprop:epsilon-placement=inside",
      keys: [
        "learning_rate": "lr", "rho": "beta", "epsilon": "epsilon", "centered": "centered",
        "momentum": "momentum?",
      ]),

    // optax
    Dialect(
      source: "optax/adagrad", ours: "adagrad:epsilon-placement=inside",
      keys: [
        "learning_rate": "lr", "eps": "epsilon",
        "initial_accumulator_value": "initial-accumulator",
      ]),
    Dialect(
      source: "optax/rmsprop", ours: "rmsprop",
      keys: [
        "learning_rate": "lr", "decay": "beta", "eps": "epsilon", "centered": "centered",
        "momentum": "momentum?", "nesterov": "nesterov", "initial_scale": "initial-accumulator",
        "eps_in_sqrt": "epsilon-placement=inside",
      ]),
  ]
}
