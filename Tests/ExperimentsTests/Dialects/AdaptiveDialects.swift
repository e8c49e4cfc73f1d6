extension Dialects {
  /// Adaptive rates other than Adam.
  static let adaptive: [Dialect] =
    torchAdaptive + kerasAdaptive + optaxAdaptive + [
      Dialect(
        source: "pytorch_optimizer/MADGRAD", ours: "madgrad",
        keys: [
          "lr": "lr", "momentum": "momentum", "eps": "epsilon", "weight_decay": "weight-decay",
          "weight_decouple": "decay=decoupled/coupled",
        ]),
      Dialect(
        source: "pytorch_optimizer/AdaFactor", ours: "adafactor",
        keys: [
          "relative_step": "relative-step", "decay_rate": "-beta2-decay",
          "weight_decouple": "decay=decoupled/coupled",
          "weight_decay": "weight-decay",
          "lr": "lr", "betas": "beta1,beta2", "eps1": "epsilon", "eps2": "epsilon2",
          "clip_threshold": "clip", "scale_parameter": "parameter-scale", "problem.rows": "rows",
          "problem.cols": "columns",
        ]),
      Dialect(
        source: "pytorch_optimizer/FTRL", ours: "ftrl:preset=pytorch-optimizer",
        keys: ["lr": "lr", "beta": "beta", "lambda_1": "l1", "lambda_2": "½l2"]),
      Dialect(
        source: "pytorch_optimizer/SM3", ours: "sm3:preset=pytorch-optimizer",
        keys: [
          "lr": "lr", "momentum": "momentum", "beta": "beta", "eps": "epsilon",
          "problem.rows": "rows", "problem.cols": "columns",
        ]),
    ]

  private static let torchAdaptive: [Dialect] = [
    Dialect(
      source: "torch/Adagrad", ours: "adagrad",
      keys: [
        "lr": "lr", "lr_decay": "lr-decay", "eps": "epsilon", "weight_decay": "weight-decay",
        "initial_accumulator_value": "initial-accumulator",
      ]),
    Dialect(
      source: "torch/RMSprop", ours: "rmsprop:preset=torch",
      keys: [
        "lr": "lr", "alpha": "beta", "eps": "epsilon", "centered": "centered",
        "momentum": "momentum?", "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "torch/Adadelta", ours: "adadelta",
      keys: ["lr": "lr", "rho": "rho", "eps": "epsilon", "weight_decay": "weight-decay"]),
    Dialect(
      source: "pytorch_optimizer/AdaDelta", ours: "adadelta",
      keys: [
        "lr": "lr", "rho": "rho", "eps": "epsilon", "weight_decay": "weight-decay",
        "weight_decouple": "decay=decoupled/coupled",
      ]),
    Dialect(
      source: "torch/Adafactor", ours: "adafactor:preset=torch",
      keys: [
        "lr": "lr", "eps": "epsilon,epsilon2", "d": "clip", "beta2_decay": "-beta2-decay",
        "weight_decay": "weight-decay", "problem.rows": "rows", "problem.cols": "columns",
      ]),
  ]

  private static let kerasAdaptive: [Dialect] = [
    Dialect(
      source: "keras/Adagrad", ours: "adagrad:preset=keras",
      keys: [
        "learning_rate": "lr", "epsilon": "epsilon", "weight_decay": "weight-decay",
        "initial_accumulator_value": "initial-accumulator",
      ]),
    Dialect(
      source: "keras/RMSprop", ours: "rmsprop:preset=keras",
      keys: [
        "learning_rate": "lr", "rho": "beta", "epsilon": "epsilon", "centered": "centered",
        "momentum": "momentum?", "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "keras/Adadelta", ours: "adadelta:preset=keras",
      keys: [
        "learning_rate": "lr", "rho": "rho", "epsilon": "epsilon",
        "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "keras/Adafactor", ours: "adafactor:preset=keras",
      keys: [
        "learning_rate": "lr", "epsilon_1": "epsilon", "epsilon_2": "epsilon2",
        "clip_threshold": "clip", "relative_step": "relative-step",
        "beta_2_decay": "-beta2-decay", "weight_decay": "weight-decay", "problem.rows": "rows",
        "problem.cols": "columns",
      ]),
    Dialect(
      source: "keras/Ftrl", ours: "ftrl:preset=keras",
      keys: [
        "learning_rate": "lr", "learning_rate_power": "lr-power",
        "initial_accumulator_value": "initial-accumulator", "l1_regularization_strength": "l1",
        "l2_regularization_strength": "l2", "l2_shrinkage_regularization_strength": "l2-shrinkage",
        "beta": "beta", "weight_decay": "weight-decay",
      ]),
  ]

  private static let optaxAdaptive: [Dialect] = [
    Dialect(
      source: "optax/adagrad", ours: "adagrad:preset=optax",
      keys: [
        "learning_rate": "lr", "eps": "epsilon",
        "initial_accumulator_value": "initial-accumulator",
      ]),
    Dialect(
      source: "optax/rmsprop", ours: "rmsprop",
      keys: [
        "learning_rate": "lr", "decay": "beta", "eps": "epsilon", "centered": "centered",
        "momentum": "momentum?", "nesterov": "nesterov", "initial_scale": "initial-accumulator",
        "eps_in_sqrt": "epsilon-placement=inside", "bias_correction": "bias-correction",
      ]),
    Dialect(
      source: "optax/adadelta", ours: "adadelta:preset=optax",
      keys: [
        "learning_rate": "lr", "rho": "rho", "eps": "epsilon", "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "optax/adafactor", ours: "adafactor:preset=optax",
      keys: [
        "learning_rate": "lr", "decay_rate": "beta2-decay", "eps": "epsilon",
        "clipping_threshold": "clip", "multiply_by_parameter_scale": "parameter-scale",
        "problem.rows": "rows", "problem.cols": "columns",
      ]),
    Dialect(
      source: "optax/madgrad", ours: "madgrad",
      keys: [
        "learning_rate": "lr", "momentum": "momentum", "eps": "epsilon",
        "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "optax/sm3", ours: "sm3",
      keys: [
        "learning_rate": "lr", "momentum": "momentum", "problem.rows": "rows",
        "problem.cols": "columns",
      ]),
  ]
}
