extension Dialects {
  /// Methods that use curvature.
  static let secondOrder: [Dialect] =
    lbfgs + [
      Dialect(
        source: "optax/sophia_exactdiag", ours: "sophia:preset=optax,diagonal=exact",
        keys: [
          "learning_rate": "lr", "b1": "beta1", "b2": "beta2", "eps": "epsilon", "gamma": "gamma",
          "clip_threshold": "clip", "update_interval": "interval", "weight_decay": "weight-decay",
        ]),
      Dialect(
        source: "pytorch_optimizer/SophiaH", ours: "sophia:preset=pytorch-optimizer,diagonal=exact",
        keys: [
          "lr": "lr", "betas": "beta1,beta2", "eps": "epsilon", "p": "clip",
          "update_period": "interval", "weight_decay": "weight-decay",
          "weight_decouple": "decay=decoupled/coupled",
        ]),
      Dialect(
        source: "pytorch_optimizer/AdaHessian",
        ours: "adahessian:preset=pytorch-optimizer,diagonal=exact",
        keys: [
          "lr": "lr", "betas": "beta1,beta2", "eps": "epsilon", "hessian_power": "hessian-power",
          "update_period": "interval", "weight_decay": "weight-decay",
          "weight_decouple": "decay=decoupled/coupled",
        ]),
    ]

  private static let lbfgs: [Dialect] = [
    Dialect(
      source: "torch/LBFGS", when: ["line_search_fn=strong_wolfe"],
      ours: "lbfgs:preset=torch,search=minfunc", keys: torchKeys),
    Dialect(source: "torch/LBFGS", ours: "lbfgs:preset=torch", keys: torchKeys),
    Dialect(
      source: "optax/lbfgs_nolinesearch", ours: "lbfgs:preset=optax",
      keys: ["learning_rate": "lr", "memory_size": "memory", "scale_init_precond": "scaling"]),
  ]

  private static let torchKeys = [
    "lr": "lr", "max_iter": "iterations", "max_eval": "evaluations",
    "tolerance_grad": "tolerance-grad", "tolerance_change": "tolerance-change",
    "history_size": "memory",
  ]
}
