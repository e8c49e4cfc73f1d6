extension Dialects {
  /// Adam and its kin.
  static let adam: [Dialect] = [
    // torch
    Dialect(
      source: "torch/Adam", ours: "adam",
      keys: [
        "lr": "lr", "betas": "beta1,beta2", "eps": "epsilon", "amsgrad": "amsgrad",
        "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "torch/AdamW", ours: "adamw",
      keys: [
        "lr": "lr", "betas": "beta1,beta2", "eps": "epsilon", "amsgrad": "amsgrad",
        "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "torch/NAdam", ours: "nadam",
      keys: [
        "lr": "lr", "betas": "beta1,beta2", "eps": "epsilon",
        "momentum_decay": "momentum-decay",
      ]),
    Dialect(
      source: "torch/Adamax", ours: "adamax",
      keys: ["lr": "lr", "betas": "beta1,beta2", "eps": "epsilon"]),

    // keras
    Dialect(
      source: "keras/Adam", ours: "adam:preset=keras",
      keys: [
        "learning_rate": "lr", "beta_1": "beta1", "beta_2": "beta2", "epsilon": "epsilon",
        "amsgrad": "amsgrad",
      ]),
    Dialect(
      source: "keras/AdamW", ours: "adamw:preset=keras",
      keys: [
        "learning_rate": "lr", "beta_1": "beta1", "beta_2": "beta2", "epsilon": "epsilon",
        "amsgrad": "amsgrad", "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "keras/Nadam", ours: "nadam:momentum-decay=1",
      keys: [
        "learning_rate": "lr", "beta_1": "beta1", "beta_2": "beta2", "epsilon": "epsilon",
      ]),
    Dialect(
      source: "keras/Adamax", ours: "adamax:epsilon-placement=outside",
      keys: [
        "learning_rate": "lr", "beta_1": "beta1", "beta_2": "beta2", "epsilon": "epsilon",
      ]),

    // optax
    Dialect(
      source: "optax/adam", when: ["nesterov"], ours: "nadam:momentum-decay=inf",
      keys: ["learning_rate": "lr", "b1": "beta1", "b2": "beta2", "eps": "epsilon"]),
    Dialect(
      source: "optax/adam", when: ["eps_root"], ours: "adam:epsilon-placement=root",
      keys: ["learning_rate": "lr", "b1": "beta1", "b2": "beta2", "eps_root": "epsilon"]),
    Dialect(
      source: "optax/adam", ours: "adam",
      keys: ["learning_rate": "lr", "b1": "beta1", "b2": "beta2", "eps": "epsilon"]),
    Dialect(
      source: "optax/adamw", ours: "adamw",
      keys: [
        "learning_rate": "lr", "b1": "beta1", "b2": "beta2", "eps": "epsilon",
        "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "optax/amsgrad", when: ["!bias_correction_nu"],
      ours: "amsgrad:bias-correction=false",
      keys: ["learning_rate": "lr", "b1": "beta1", "b2": "beta2", "eps": "epsilon"]),
    Dialect(
      source: "optax/adamax", ours: "adamax",
      keys: ["learning_rate": "lr", "b1": "beta1", "b2": "beta2", "eps": "epsilon"]),

    // pytorch_optimizer
    Dialect(
      source: "pytorch_optimizer/Lamb", when: ["adam"], ours: "adam:bias-correction=false",
      keys: ["lr": "lr", "betas": "beta1,beta2", "eps": "epsilon"]),
  ]
}
