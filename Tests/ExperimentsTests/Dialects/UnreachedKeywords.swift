extension Dialects {
  /// Keywords of the libraries' optimizers that no row says, with what there is instead or why
  /// there is nothing. With `Optimizer.` before the key, of that optimizer alone.
  static let unreached: [String: String] = [
    // How a library computes, not what.
    "foreach": "speed", "fused": "speed", "capturable": "speed", "name": "a label",
    "differentiable": "differentiates through the step", "mu_dtype": "single precision",
    "state_dtype": "single precision", "accumulator_dtype": "single precision",
    "dtype_momentum": "single precision", "momentum_dtype": "single precision",
    // Another objective, or a wrapper around the method.
    "maximize": "a function with a minus", "clipnorm": "clip(...)",
    "clipvalue": "clip(...)", "global_clipnorm": "clip(...)", "max_grad_norm": "clip(...)",
    "loss_scale_factor": "a function with a factor",
    "gradient_accumulation_steps": "no minibatches are added up",
    // Averages of the iterate, which leave the path alone until they overwrite it.
    "use_ema": "the iterate is not averaged", "ema_momentum": "the iterate is not averaged",
    "ema_overwrite_frequency": "the iterate is not averaged",
    // Parts of a model.
    "mask": "all variables are alike", "weight_decay_mask": "all variables are alike",
    "trust_ratio_mask": "all variables are alike", "exclude_layers": "all variables are alike",
    "exclude_embeddings": "all variables are alike",
    "muon_weight_dimension_numbers": "rows and columns", "data_format": "rows and columns",
    "merge_dims": "rows and columns", "factored": "rows and columns",
    "min_dim_size_to_factor": "rows and columns", "max_precondition_dim": "rows and columns",
    "precondition_1d": "rows and columns",
    // What Muon does with variables that are no matrices: all variables are one matrix.
    "adam_beta_1": "one matrix", "adam_beta_2": "one matrix", "adam_lr_ratio": "one matrix",
    "adam_weight_decay": "one matrix", "adam_b1": "one matrix", "adam_b2": "one matrix",
    "adam_eps_root": "one matrix", "adam_learning_rate": "one matrix", "adamw_lr": "one matrix",
    "adamw_betas": "one matrix", "adamw_wd": "one matrix", "adamw_eps": "one matrix",
    // The iteration of Newton and Schulz: `coefficients`, of which the libraries name sets.
    "Muon.ns_coeffs": "coefficients", "ns_method": "Newton and Schulz only",
    "ns_reset_steps": "Newton and Schulz only", "preconditioning": "by the Frobenius norm only",
    "adaptive": "no scaling by the dual norm",
    // Decay of the variables.
    "fixed_decay": "decoupled decay follows the rate",
    "weight_decay_rate": "decoupled decay follows the rate",
    "pytorch_optimizer/LARS.weight_decay": "its LARS is plain momentum",
    "decoupling_c": "no factor of the share of z in the average",
    // It shrinks y, where the gradient was taken, and leaves z: x alone takes the decay, 1/β of it.
    "keras/ScheduleFreeAdamW.weight_decay": "decay moves z, as in the paper's algorithm",
    // It decays after the step, where coupled decay changes nothing.
    "LaProp.weight_decay": "decay comes before the step",
    "LaProp.weight_decouple": "decay comes before the step",
    // It shrinks the iterate alone; z stays on the path from the start that is not decayed, so that
    // with momentum 0 nothing decays.
    "DAdaptSGD.weight_decouple": "decoupled decay shrinks z",
    // Mixtures of two methods: AMSGrad in some, rectified steps in radam and adabelief.
    "ams_bound": "amsgrad of others of its kin", "rectify": "rectified steps of adabelief",
    "n_sma_threshold": "threshold of radam", "degenerated_to_sgd": "unrectified steps are taken",
    "LaProp.centered": "squares about zero", "steps_before_using_centered": "squares about zero",
    "adopt.nesterov": "Nesterov's form of adam: nadam",
    "nadam.nesterov": "nadam is Nesterov's form", "nadamw.nesterov": "nadam is Nesterov's form",
    "adafactor.momentum": "beta1, an average in place of a sum",
    "Shampoo.momentum": "no momentum", "grad_averaging": "Lamb as published",
    "pre_norm": "clip(...)", "normalize_gradient": "steps as published",
    "pullback_momentum": "the momentum is kept", "p_bound": "norms are not bounded",
    // Schedules of hyper-parameters, and factors of the whole.
    "decay_offset": "t counts from the first step", "warmup_init": "warmup(...) as the rate",
    "clip_lambda": "clip-start", "clip_value_fn": "clip-start",
    "optimistic_adam_v2.alpha": "lr and optimism", "polyak_sgd.scaling": "no factor of the step",
    "Prodigy.growth_rate": "the estimate grows freely",
    "trust_coefficient": "its LARS is plain momentum",
    "ScheduleFreeSGD.eps": "no part of the rule",
    // The estimate of the Hessian and the search of these two are in the rows of their defaults.
    "hessian_diagonal_fn": "hutchinson by signs, or exact", "linesearch": "zoom, or none",
    "verbose": "a message", "print_win_rate_every_n_steps": "a message",
    // It has the root of n in the denominator whatever the power of the other two.
    "pytorch_optimizer/FTRL.lr_power": "one power everywhere",
    "perturb_eps": "a gradient of zero names no direction",
    "use_gc": "gradients are not centred",
  ]

  /// The same of schedules.
  static let unreachedBySchedules: [String: String] = [
    "last_epoch": "runs begin at their first step", "name": "a label",
    "scale_fn": "a function of one's own", "scale_mode": "a function of one's own",
    "cycle_momentum": "the momentum follows only a schedule of its own",
    "epochs": "steps", "steps_per_epoch": "steps",
    "ReduceLROnPlateau.mode": "the loss is minimized",
    "SequentialLR.schedulers": "sequence(...)",
    "linear_schedule.transition_begin": "sequence(...)",
    "polynomial_schedule.transition_begin": "sequence(...)",
  ]
}
