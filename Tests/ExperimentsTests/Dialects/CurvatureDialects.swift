extension Dialects {
  /// Methods that use curvature.
  static let curvature: [Dialect] =
    lbfgs + [
      Dialect(source: "optax/sophia", ours: "sophia:preset=optax", keys: optaxSophia),
      Dialect(
        source: "optax/sophia_exactdiag", ours: "sophia:preset=optax,diagonal=exact",
        keys: optaxSophia),
      // Drawn signs tell the diagonal as it is where the Hessian has nothing else.
      Dialect(
        source: "pytorch_optimizer/SophiaH", when: ["hessian=drawn"],
        ours: "sophia:preset=pytorch-optimizer", keys: sophia.merging(drawn) { $1 }),
      Dialect(
        source: "pytorch_optimizer/SophiaH", ours: "sophia:preset=pytorch-optimizer,diagonal=exact",
        keys: sophia),
      Dialect(
        source: "pytorch_optimizer/AdaHessian", when: ["hessian=drawn"],
        ours: "adahessian:preset=pytorch-optimizer", keys: adaHessian.merging(drawn) { $1 }),
      Dialect(
        source: "pytorch_optimizer/AdaHessian",
        ours: "adahessian:preset=pytorch-optimizer,diagonal=exact", keys: adaHessian),
    ]

  private static let optaxSophia = [
    "learning_rate": "lr", "b1": "beta1", "b2": "beta2", "eps": "epsilon", "gamma": "gamma",
    "clip_threshold": "clip", "update_interval": "interval", "weight_decay": "weight-decay",
  ]

  private static let sophia = [
    "lr": "lr", "betas": "beta1,beta2", "eps": "epsilon", "p": "clip",
    "update_period": "interval", "weight_decay": "weight-decay",
    "weight_decouple": "decay=decoupled/coupled",
  ]

  private static let adaHessian = [
    "lr": "lr", "betas": "beta1,beta2", "eps": "epsilon", "hessian_power": "hessian-power",
    "update_period": "interval", "weight_decay": "weight-decay",
    "weight_decouple": "decay=decoupled/coupled",
  ]

  /// Normal draws tell each run another diagonal, and no two libraries draw alike.
  private static let drawn = ["num_samples": "samples", "hessian_distribution": "probe"]

  private static let lbfgs: [Dialect] = [
    Dialect(
      source: "torch/LBFGS", when: ["line_search_fn=strong_wolfe"],
      ours: "lbfgs:preset=torch,search=minfunc", keys: torchKeys),
    Dialect(source: "torch/LBFGS", ours: "lbfgs:preset=torch", keys: torchKeys),
    Dialect(
      source: "optax/lbfgs_nolinesearch", ours: "lbfgs:preset=optax", keys: optaxKeys),
    // It bounds the first step only where it scales.
    Dialect(
      source: "optax/lbfgs", when: ["!scale_init_precond"],
      ours: "lbfgs:preset=optax,search=nocedal-wright,c1=0.0001,c2=0.9,first-step=full",
      keys: optaxKeys),
    Dialect(
      source: "optax/lbfgs", ours: "lbfgs:preset=optax,search=nocedal-wright,c1=0.0001,c2=0.9",
      keys: optaxKeys),
  ]

  private static let optaxKeys = [
    "learning_rate": "lr", "memory_size": "memory", "scale_init_precond": "scaling",
  ]

  private static let torchKeys = [
    "lr": "lr", "max_iter": "iterations", "max_eval": "evaluations",
    "tolerance_grad": "tolerance-grad", "tolerance_change": "tolerance-change",
    "history_size": "memory",
  ]
}
