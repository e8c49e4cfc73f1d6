extension Dialects {
  /// Methods around others.
  static let wrappers: [Dialect] = [
    Dialect(
      source: "optax/lookahead_sgd",
      ours: "lookahead(momentum(lr={learning_rate},alpha=0.9,rate=outside))",
      keys: ["sync_period": "k", "slow_step_size": "alpha", "reset_state": "reset"]),
    Dialect(
      source: "optax/lookahead_adam", ours: "lookahead(adam(lr={learning_rate}))",
      keys: ["sync_period": "k", "slow_step_size": "alpha", "reset_state": "reset"]),
    Dialect(
      source: "pytorch_optimizer/Lookahead", when: ["base=torch.Adam"],
      ours: "lookahead(adam(lr={lr}))", keys: ["k": "k", "alpha": "alpha"]),
    Dialect(
      source: "pytorch_optimizer/Lookahead", when: ["base=torch.SGD(momentum=0.9)"],
      ours: "lookahead(momentum(lr={lr},alpha=0.9,rate=outside))",
      keys: ["k": "k", "alpha": "alpha"]),
    Dialect(
      source: "pytorch_optimizer/SAM", when: ["base_optimizer=SGD"],
      ours: "sam(momentum(preset=torch,lr={lr},momentum={momentum}))",
      keys: ["rho": "rho", "adaptive": "adaptive"]),
    Dialect(
      source: "pytorch_optimizer/SAM", when: ["base_optimizer=Adam"], ours: "sam(adam(lr={lr}))",
      keys: ["rho": "rho", "adaptive": "adaptive"]),
  ]
}
