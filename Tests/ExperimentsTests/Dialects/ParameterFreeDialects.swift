extension Dialects {
  /// Methods without a learning rate or a schedule. The libraries of schedule-free methods hold the
  /// point where gradients are taken.
  static let parameterFree: [Dialect] = [
    Dialect(
      source: "optax/prodigy", ours: "prodigy:preset=optax",
      keys: [
        "learning_rate": "lr", "betas": "beta1,beta2", "beta3": "beta3", "eps": "epsilon",
        "estim_lr0": "initial-distance", "estim_lr_coef": "d-factor",
        "weight_decay": "weight-decay",
        "safeguard_warmup": "safeguard-warmup",
      ]),
    Dialect(
      source: "optax/dog", ours: "dog",
      keys: [
        "learning_rate": "lr", "init_step": "initial-relative-distance", "eps": "epsilon",
        "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "optax/dowg", ours: "dowg:preset=optax",
      keys: [
        "learning_rate": "lr", "init_estim_sq_dist": "√initial-distance", "eps": "epsilon",
        "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "pytorch_optimizer/Prodigy", ours: "prodigy:preset=pytorch-optimizer",
      keys: [
        "lr": "lr", "betas": "beta1,beta2", "beta3": "beta3", "eps": "epsilon",
        "d0": "initial-distance",
        "d_coef": "d-factor", "weight_decay": "weight-decay",
        "weight_decouple": "decay=decoupled/coupled",
        "bias_correction": "bias-correction", "safeguard_warmup": "safeguard-warmup",
      ]),
    Dialect(
      source: "pytorch_optimizer/DAdaptAdam", ours: "d-adapt-adam:preset=pytorch-optimizer",
      keys: [
        "lr": "lr", "betas": "beta1,beta2", "eps": "epsilon", "d0": "initial-distance",
        "growth_rate": "growth", "weight_decay": "weight-decay",
        "weight_decouple": "decay=decoupled/coupled", "bias_correction": "bias-correction",
      ]),
    Dialect(
      source: "optax/dadapt_adamw", ours: "d-adapt-adam:preset=optax",
      keys: [
        "learning_rate": "lr", "betas": "beta1,beta2", "eps": "epsilon",
        "estim_lr0": "initial-distance", "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "pytorch_optimizer/DAdaptSGD", ours: "d-adapt-sgd:preset=pytorch-optimizer",
      keys: [
        "lr": "lr", "momentum": "momentum", "d0": "initial-distance", "growth_rate": "growth",
        "weight_decay": "weight-decay",
      ]),
    Dialect(
      source: "keras/ScheduleFreeAdamW", ours: "schedule-free-adamw:preset=keras",
      keys: [
        "learning_rate": "lr", "beta_1": "beta1", "beta_2": "beta2", "epsilon": "epsilon",
        "warmup_steps": "warmup",
      ], comparesEvaluationPoint: true),
    Dialect(
      source: "optax/schedule_free_adamw", ours: "schedule-free-adamw:preset=optax",
      keys: [
        "learning_rate": "lr", "b1": "beta1", "b2": "beta2", "eps": "epsilon",
        "weight_decay": "weight-decay", "weight_lr_power": "weight-lr-power",
        "warmup_steps": "warmup",
      ], comparesEvaluationPoint: true),
    Dialect(
      source: "optax/schedule_free_sgd", ours: "schedule-free-sgd:preset=optax",
      keys: [
        "learning_rate": "lr", "b1": "beta", "weight_decay": "weight-decay",
        "weight_lr_power": "weight-lr-power", "warmup_steps": "warmup",
      ], comparesEvaluationPoint: true),
    Dialect(
      source: "pytorch_optimizer/ScheduleFreeAdamW",
      ours: "schedule-free-adamw:preset=pytorch-optimizer",
      keys: [
        "lr": "lr", "betas": "beta1,beta2", "eps": "epsilon", "weight_decay": "weight-decay",
        "weight_lr_power": "weight-lr-power", "r": "step-power", "warmup_steps": "warmup",
        "ams_bound": "amsgrad",
      ], comparesEvaluationPoint: true),
    Dialect(
      source: "pytorch_optimizer/ScheduleFreeSGD", ours: "schedule-free-sgd",
      keys: [
        "lr": "lr", "momentum": "beta", "weight_decay": "weight-decay",
        "weight_lr_power": "weight-lr-power", "r": "step-power", "warmup_steps": "warmup",
      ], comparesEvaluationPoint: true),
  ]
}
