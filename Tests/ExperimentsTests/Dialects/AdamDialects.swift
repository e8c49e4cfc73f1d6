extension Dialects {
  /// Adam and its kin.
  static let adam: [Dialect] = adamTorch + adamKeras + adamOptax + adamOthers

  private static let adamTorch: [Dialect] = [
    Dialect(source: "torch/Adam", ours: "adam:preset=torch", keys: torchKeys),
    Dialect(source: "torch/AdamW", ours: "adamw:preset=torch", keys: torchKeys),
    Dialect(source: "torch/NAdam", ours: "nadam:preset=torch", keys: torchKeys),
    Dialect(source: "torch/Adamax", ours: "adamax:preset=torch", keys: torchKeys),
    Dialect(source: "torch/RAdam", ours: "radam:preset=torch", keys: torchKeys),
  ]

  private static let adamKeras: [Dialect] = [
    Dialect(source: "keras/Adam", ours: "adam:preset=keras", keys: kerasKeys),
    Dialect(source: "keras/AdamW", ours: "adamw:preset=keras", keys: kerasKeys),
    Dialect(source: "keras/Nadam", ours: "nadam:preset=keras", keys: kerasKeys),
    Dialect(source: "keras/Adamax", ours: "adamax:preset=keras", keys: kerasKeys),
    Dialect(source: "keras/Lamb", ours: "lamb:preset=keras", keys: kerasKeys),
    Dialect(source: "keras/Lion", ours: "lion:preset=keras", keys: kerasKeys),
  ]

  private static let adamOptax: [Dialect] = [
    Dialect(
      source: "optax/adam", when: ["nesterov"], ours: "nadam:preset=optax", keys: optaxKeys),
    Dialect(
      source: "optax/adam", when: ["eps_root"], ours: "adam:preset=optax,epsilon-placement=root",
      keys: optaxRootKeys),
    Dialect(source: "optax/adam", ours: "adam:preset=optax", keys: optaxKeys),
    Dialect(
      source: "optax/nadam", when: ["eps_root"], ours: "nadam:preset=optax,epsilon-placement=root",
      keys: optaxRootKeys),
    Dialect(
      source: "optax/nadamw", when: ["eps_root"],
      ours: "nadam:preset=optax,decay=decoupled,epsilon-placement=root", keys: optaxRootKeys),
    Dialect(source: "optax/nadam", ours: "nadam:preset=optax", keys: optaxKeys),
    Dialect(
      source: "optax/nadamw", ours: "nadam:preset=optax,decay=decoupled", keys: optaxKeys),
    Dialect(
      source: "optax/adamw", when: ["nesterov"], ours: "nadam:preset=optax,decay=decoupled",
      keys: optaxKeys),
    Dialect(
      source: "optax/adamw", when: ["eps_root"], ours: "adamw:preset=optax,epsilon-placement=root",
      keys: optaxRootKeys),
    Dialect(source: "optax/adamw", ours: "adamw:preset=optax", keys: optaxKeys),
    Dialect(
      source: "optax/amsgrad", when: ["eps_root"],
      ours: "amsgrad:preset=optax,epsilon-placement=root", keys: optaxRootKeys),
    Dialect(
      source: "optax/amsgrad", when: ["!bias_correction_mu", "!bias_correction_nu"],
      ours: "amsgrad:preset=optax,bias-correction=false", keys: optaxKeys),
    Dialect(
      source: "optax/amsgrad", when: ["bias_correction_mu", "bias_correction_nu"],
      ours: "amsgrad:preset=optax", keys: optaxKeys),
    Dialect(source: "optax/adamax", ours: "adamax:preset=optax", keys: optaxKeys),
    Dialect(
      source: "optax/adamaxw", ours: "adamax:preset=optax,decay=decoupled", keys: optaxKeys),
    Dialect(
      source: "optax/radam", when: ["eps_root"], ours: "radam:preset=optax,epsilon-placement=root",
      keys: optaxRootKeys),
    Dialect(
      source: "optax/radam", ours: "radam:preset=optax",
      keys: optaxKeys.merging(["nesterov": "nesterov", "threshold": "threshold"]) { $1 }),
    Dialect(
      source: "optax/adabelief", ours: "adabelief:preset=optax",
      keys: optaxKeys.merging(["eps_root": "epsilon-root", "nesterov": "nesterov"]) { $1 }),
    Dialect(source: "optax/yogi", ours: "yogi:preset=optax", keys: optaxKeys),
    Dialect(
      source: "optax/adopt", ours: "adopt:preset=optax",
      keys: optaxKeys.merging(["use_clipping": "clipping"]) { $1 }),
    Dialect(
      source: "optax/ademamix", when: ["eps_root"],
      ours: "ademamix:preset=optax,epsilon-placement=root", keys: optaxRootKeys),
    Dialect(source: "optax/ademamix", ours: "ademamix:preset=optax", keys: optaxKeys),
    Dialect(source: "optax/lion", ours: "lion:preset=optax", keys: optaxKeys),
    Dialect(
      source: "optax/adan", ours: "adan:preset=optax",
      keys: optaxKeys.merging(["eps_root": "epsilon-root"]) { $1 }),
    Dialect(
      source: "optax/lamb", when: ["eps_root"], ours: "lamb:preset=optax,epsilon-placement=root",
      keys: optaxRootKeys),
    Dialect(source: "optax/lamb", ours: "lamb:preset=optax", keys: optaxKeys),
    Dialect(
      source: "optax/novograd", when: ["eps_root"],
      ours: "novograd:preset=optax,epsilon-placement=inside", keys: optaxRootKeys),
    Dialect(source: "optax/novograd", ours: "novograd:preset=optax", keys: optaxKeys),
    Dialect(
      source: "optax/optimistic_adam_v2", when: ["eps_root"],
      ours: "optimistic-adam:preset=optax,epsilon-placement=root",
      keys: [
        "learning_rate": "lr", "beta": "optimism", "b1": "beta1", "b2": "beta2",
        "eps_root": "epsilon", "nesterov": "nesterov",
      ]),
    Dialect(
      source: "optax/optimistic_adam_v2", ours: "optimistic-adam:preset=optax",
      keys: [
        "learning_rate": "lr", "beta": "optimism", "b1": "beta1", "b2": "beta2",
        "eps": "epsilon", "nesterov": "nesterov",
      ]),
  ]

  private static let adamOthers: [Dialect] = [
    Dialect(
      source: "pytorch_optimizer/Lamb", when: ["adam"], ours: "adam:bias-correction=false",
      keys: torchKeys),
    Dialect(
      source: "pytorch_optimizer/Lamb", ours: "lamb:preset=pytorch-optimizer", keys: lambKeys),
    Dialect(
      source: "pytorch_optimizer/AdaBelief", ours: "adabelief:preset=pytorch-optimizer",
      keys: torchKeys.merging([
        "eps": "epsilon,epsilon-root", "rectify": "rectify", "ams_bound": "amsgrad",
      ]) { $1 }),
    Dialect(
      source: "pytorch_optimizer/AdaBound", ours: "adabound:preset=pytorch-optimizer",
      keys: torchKeys.merging(["final_lr": "final-lr", "gamma": "gamma", "ams_bound": "amsgrad"]) {
        $1
      }),
    Dialect(
      source: "pytorch_optimizer/AdaMax", ours: "adamax",
      keys: torchKeys),
    Dialect(
      source: "pytorch_optimizer/AdaMod", ours: "adamod:preset=pytorch-optimizer",
      keys: torchKeys.merging(["betas": "beta1,beta2,beta3"]) { $1 }),
    // It rectifies at its threshold of 5, not only above.
    Dialect(
      source: "pytorch_optimizer/RAdam", ours: "radam:threshold=4.999999999999999,decay=decoupled",
      keys: torchKeys),
    Dialect(
      source: "pytorch_optimizer/DiffGrad", ours: "diffgrad:preset=pytorch-optimizer",
      keys: torchKeys.merging(["ams_bound": "amsgrad"]) { $1 }),
    Dialect(
      source: "pytorch_optimizer/LaProp", ours: "laprop:preset=pytorch-optimizer",
      keys: ["lr": "lr", "betas": "beta1,beta2", "eps": "epsilon", "ams_bound": "amsgrad"]),
    Dialect(
      source: "pytorch_optimizer/Yogi", ours: "yogi:preset=pytorch-optimizer",
      keys: torchKeys.merging(["initial_accumulator": "initial-accumulator,initial-mean"]) { $1 }),
    Dialect(
      source: "pytorch_optimizer/ADOPT", ours: "adopt:preset=pytorch-optimizer", keys: torchKeys),
    Dialect(
      source: "pytorch_optimizer/AdEMAMix", ours: "ademamix:preset=pytorch-optimizer",
      keys: torchKeys.merging([
        "betas": "beta1,beta2,beta3", "alpha": "alpha", "t_alpha_beta3": "warmup",
      ]) { $1 }),
    Dialect(
      source: "pytorch_optimizer/Lion", ours: "lion:preset=pytorch-optimizer", keys: torchKeys),
    Dialect(
      source: "pytorch_optimizer/Adan", ours: "adan:preset=pytorch-optimizer",
      keys: [
        "lr": "lr", "betas": "beta1,beta2,beta3", "eps": "epsilon",
        "weight_decay": "weight-decay", "weight_decouple": "decay=decoupled/proximal",
      ]),
    Dialect(
      source: "pytorch_optimizer/QHAdam", ours: "qhadam:preset=pytorch-optimizer",
      keys: torchKeys.merging(["nus": "nu1,nu2"]) { $1 }),
    Dialect(
      source: "pytorch_optimizer/NovoGrad", ours: "novograd:preset=pytorch-optimizer",
      keys: [
        "lr": "lr", "betas": "beta1,beta2", "eps": "epsilon", "grad_averaging": "averaging",
        "weight_decay": "weight-decay", "weight_decouple": "decay=decoupled/update",
      ]),
  ]

  private static let torchKeys = [
    "lr": "lr", "betas": "beta1,beta2", "eps": "epsilon", "amsgrad": "amsgrad",
    "weight_decay": "weight-decay", "momentum_decay": "momentum-decay",
    "weight_decouple": "decay=decoupled/coupled",
    "decoupled_weight_decay": "decay=decoupled/coupled",
  ]
  private static let lambKeys = torchKeys.merging([
    "eps": "epsilon,epsilon-norm", "weight_decouple": "decay=decoupled/update",
  ]) { $1 }
  private static let kerasKeys = [
    "learning_rate": "lr", "beta_1": "beta1", "beta_2": "beta2", "epsilon": "epsilon",
    "amsgrad": "amsgrad", "weight_decay": "weight-decay",
  ]
  private static let optaxKeys = [
    "learning_rate": "lr", "b1": "beta1", "b2": "beta2", "b3": "beta3", "alpha": "alpha",
    "eps": "epsilon", "weight_decay": "weight-decay",
  ]
  /// Where `eps` is 0, its place is under the root.
  private static let optaxRootKeys = optaxKeys.filter { $0.key != "eps" }
    .merging(["eps_root": "epsilon"]) { $1 }
}
