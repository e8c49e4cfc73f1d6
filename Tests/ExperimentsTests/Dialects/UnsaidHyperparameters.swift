extension Dialects {
  /// Hyper-parameters that no row says because they have one value in all cases, which our method
  /// has built in or which changes nothing in these cases. With `Optimizer.` before the key, of
  /// that optimizer alone.
  static let builtIn: [String: String] = [
    // The coefficients of Newton and Schulz.
    "ns_coeffs": "original",
    "ns_method": "newton_schulz", "preconditioning": "frobenius", "ns_reset_steps": "2",
    // What Muon does with variables that are no matrices.
    "adam_beta_1": "0.9", "adam_beta_2": "0.999", "adam_lr_ratio": "1",
    "adam_weight_decay": "0.004", "exclude_embeddings": "true", "adam_b1": "0.9",
    "adam_b2": "0.999", "adamw_betas": "0.9/0.95", "adamw_eps": "1e-10", "adamw_lr": "0.0003",
    // A matrix is factored wherever a shape is given.
    "factored": "true", "min_dim_size_to_factor": "2", "momentum_dtype": "float64",
    "max_precondition_dim": "10000", "data_format": "channels_first",
    // The threshold of rectified steps, and what is done below it.
    "n_sma_threshold": "5", "degenerated_to_sgd": "true",
    // Factors of the whole.
    "optimistic_adam_v2.alpha": "1", "polyak_sgd.scaling": "1",
    // Lamb: its form without pre_norm, for which alone it clips.
    "adam_debias": "true", "Lamb.grad_averaging": "true", "Lamb.max_grad_norm": "1",
    // Estimates of the Hessian; the cases have the exact one.
    "num_samples": "1", "AdaHessian.hessian_distribution": "rademacher",
    "SophiaH.hessian_distribution": "gaussian",
    // No part of the rule: plain momentum, plain SGD, a memory that is kept.
    "LARS.trust_coefficient": "0.001", "ScheduleFreeSGD.eps": "1e-08",
    "pullback_momentum": "none",
  ]
}

extension Dialect {
  /// The hyper-parameters of a case that are on and that this row leaves out.
  func unsaid(_ golden: GoldenTrajectory) -> [String] {
    let asked = Set(when.map { String($0.drop { $0 == "!" }.prefix { $0 != "=" }) })
    return golden.hyperparameters.keys.sorted().filter { key in
      let known = Dialects.builtIn["\(golden.optimizer).\(key)"] ?? Dialects.builtIn[key]
      return keys[key] == nil && !asked.contains(key) && !ours.contains("{\(key)}")
        && golden.isSet(key) && known != golden.hyperparameters[key]?.description
    }
  }
}
