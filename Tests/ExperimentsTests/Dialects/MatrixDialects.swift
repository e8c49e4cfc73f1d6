extension Dialects {
  /// Methods that see the variables as a matrix.
  static let matrix: [Dialect] =
    muon + [
      Dialect(
        source: "pytorch_optimizer/Shampoo", ours: "shampoo",
        keys: [
          "lr": "lr", "matrix_eps": "epsilon", "preconditioning_compute_steps": "interval",
          "weight_decay": "weight-decay", "weight_decouple": "decay=decoupled/coupled",
          "problem.rows": "rows", "problem.cols": "columns",
        ]),
      Dialect(
        source: "pytorch_optimizer/SOAP", ours: "soap:preset=pytorch-optimizer",
        keys: [
          "lr": "lr", "betas": "beta1,beta2", "eps": "epsilon", "weight_decay": "weight-decay",
          "precondition_frequency": "interval", "shampoo_beta": "shampoo-beta",
          "correct_bias": "bias-correction",
          "problem.rows": "rows", "problem.cols": "columns",
        ]),
    ]

  private static let muon: [Dialect] = [
    Dialect(
      source: "torch/Muon", when: ["adjust_lr_fn"], ours: "muon:preset=torch,scale=rms",
      keys: torchMuon),
    Dialect(source: "torch/Muon", ours: "muon:preset=torch", keys: torchMuon),
    Dialect(
      source: "keras/Muon",
      ours: "muon:preset=keras,coefficients={muon_a}/{muon_b}/{muon_c}",
      keys: [
        "learning_rate": "lr", "momentum": "momentum", "nesterov": "nesterov",
        "epsilon": "epsilon", "ns_steps": "newton-schulz", "rms_rate": "rms-rate",
        "weight_decay": "weight-decay|0",
        "problem.rows": "rows", "problem.cols": "columns",
      ]),
    Dialect(
      source: "optax/muon", when: ["consistent_rms"], ours: "muon:preset=optax,scale=rms",
      keys: optaxMuon),
    Dialect(source: "optax/muon", ours: "muon:preset=optax", keys: optaxMuon),
    Dialect(
      source: "pytorch_optimizer/Muon", when: ["use_adjusted_lr"],
      ours: "muon:preset=pytorch-optimizer,scale=rms", keys: otherMuon),
    Dialect(
      source: "pytorch_optimizer/Muon", ours: "muon:preset=pytorch-optimizer", keys: otherMuon),
  ]

  private static let torchMuon = [
    "lr": "lr", "momentum": "momentum", "nesterov": "nesterov", "eps": "epsilon",
    "ns_steps": "newton-schulz", "ns_coefficients": "coefficients",
    "weight_decay": "weight-decay", "problem.rows": "rows", "problem.cols": "columns",
  ]

  private static let optaxMuon = [
    "learning_rate": "lr", "beta": "momentum", "nesterov": "nesterov", "eps": "epsilon",
    "ns_steps": "newton-schulz", "ns_coeffs": "coefficients", "consistent_rms": "rms-rate",
    "weight_decay": "weight-decay", "problem.rows": "rows", "problem.cols": "columns",
  ]

  private static let otherMuon = [
    "lr": "lr", "momentum": "momentum", "nesterov": "nesterov", "ns_steps": "newton-schulz",
    "weight_decay": "weight-decay", "weight_decouple": "decay=decoupled/coupled",
    "problem.rows": "rows", "problem.cols": "columns",
  ]
}
