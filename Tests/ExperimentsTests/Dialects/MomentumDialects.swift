extension Dialects {
  /// Gradient descent and momentum.
  static let momentum: [Dialect] = torchMomentum + kerasMomentum + optaxMomentum + otherMomentum

  private static let torchMomentum: [Dialect] = [
    Dialect(
      source: "torch/SGD", when: ["nesterov"], ours: "nesterov:preset=torch",
      keys: ["lr": "lr", "momentum": "momentum", "weight_decay": "weight-decay"]),
    Dialect(
      source: "torch/SGD", when: ["momentum"], ours: "momentum:preset=torch",
      keys: [
        "lr": "lr", "momentum": "momentum", "dampening": "dampening",
        "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "torch/SGD", ours: "sgd", keys: ["lr": "lr", "weight_decay": "weight-decay"]),
    Dialect(
      source: "torch/ASGD", ours: "asgd",
      keys: [
        "lr": "lr", "lambd": "lambda", "alpha": "power", "t0": "t0",
        "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "torch/Rprop", ours: "rprop",
      keys: ["lr": "lr", "etas": "eta-minus,eta-plus", "step_sizes": "min-step,max-step"]),
  ]

  private static let kerasMomentum: [Dialect] = [
    Dialect(
      source: "keras/SGD", when: ["nesterov"], ours: "nesterov:preset=keras",
      keys: ["learning_rate": "lr", "momentum": "momentum", "weight_decay": "weight-decay"]),
    Dialect(
      source: "keras/SGD", ours: "momentum:preset=keras",
      keys: ["learning_rate": "lr", "momentum": "momentum", "weight_decay": "weight-decay"]),
  ]

  private static let optaxMomentum: [Dialect] = [
    Dialect(
      source: "optax/sgd", when: ["nesterov"], ours: "nesterov:preset=optax",
      keys: ["learning_rate": "lr", "momentum": "momentum"]),
    Dialect(source: "optax/sign_sgd", ours: "sign-sgd", keys: ["learning_rate": "lr"]),
    Dialect(
      source: "optax/signum", ours: "signum",
      keys: ["learning_rate": "lr", "beta": "momentum"]),
    Dialect(
      source: "optax/polyak_sgd", when: ["variant=sps"], ours: "polyak:preset=optax",
      keys: ["max_learning_rate": "max-lr", "f_min": "minimum", "eps": "epsilon"]),
    Dialect(
      source: "optax/fromage", ours: "fromage",
      keys: ["learning_rate": "lr", "min_norm": "min-norm"]),
    Dialect(
      source: "optax/lars", ours: "lars",
      keys: [
        "learning_rate": "lr", "momentum": "momentum", "trust_coefficient": "trust",
        "eps": "epsilon", "nesterov": "nesterov", "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "optax/optimistic_gradient_descent", ours: "optimistic-gd",
      keys: ["learning_rate": "lr", "alpha": "alpha", "beta": "optimism"]),
  ]

  /// pytorch_optimizer.
  private static let otherMomentum: [Dialect] = [
    Dialect(
      source: "pytorch_optimizer/AccSGD", ours: "acc-sgd",
      keys: [
        "lr": "lr", "kappa": "kappa", "xi": "xi", "constant": "constant",
        "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "pytorch_optimizer/AggMo", ours: "aggmo",
      keys: [
        "lr": "lr", "betas": "betas", "weight_decay": "weight-decay",
        "weight_decouple": "decay=decoupled/coupled",
      ]),
    Dialect(source: "pytorch_optimizer/Fromage", ours: "fromage:preset=paper", keys: ["lr": "lr"]),
    // Its LARS scales no vector: plain momentum.
    Dialect(
      source: "pytorch_optimizer/LARS", when: ["!nesterov"], ours: "momentum:preset=torch",
      keys: ["lr": "lr", "momentum": "momentum", "dampening": "dampening"]),
    Dialect(
      source: "pytorch_optimizer/QHM", ours: "qhm",
      keys: [
        "lr": "lr", "momentum": "momentum", "nu": "nu", "weight_decay": "weight-decay",
        "weight_decouple": "decay=decoupled/coupled",
      ]),
    Dialect(
      source: "pytorch_optimizer/SignSGD", ours: "sign-sgd:preset=pytorch-optimizer",
      keys: [
        "lr": "lr", "momentum": "momentum", "weight_decay": "weight-decay",
        "weight_decouple": "decay=decoupled/coupled",
      ]),
    Dialect(
      source: "pytorch_optimizer/Tiger", ours: "tiger",
      keys: [
        "lr": "lr", "beta": "momentum", "weight_decay": "weight-decay",
        "weight_decouple": "decay=decoupled/coupled",
      ]),
  ]
}
