/// How each library's settings are said in ours: one table, no exceptions for single cases.
enum Dialects {
  /// The specification of our optimizer, and whether the library's parameter vector is our
  /// evaluation point (the look-ahead) instead of the iterate.
  static func specification(
    _ golden: GoldenTrajectory
  ) -> (text: String, comparesEvaluationPoint: Bool)? {
    let isNesterovSGD = golden.optimizer.lowercased() == "sgd" && golden.isSet("nesterov")
    guard let name = name(golden), let keys = keys[golden.library] else { return nil }
    var settings: [String] = []
    for (key, value) in golden.hyperparameters.sorted(by: { $0.key < $1.key }) {
      settings += keys(golden, key, value)
    }
    settings += placements["\(golden.library)/\(golden.optimizer)"] ?? []
    return (name + ":" + settings.joined(separator: ","), isNesterovSGD)
  }

  private static func name(_ golden: GoldenTrajectory) -> String? {
    switch golden.optimizer.lowercased() {
    case "sgd":
      if golden.isSet("nesterov") { return "nesterov" }
      return golden.isSet("momentum") ? "momentum" : "sgd"
    case "adagrad": return "adagrad"
    case "rmsprop": return "rmsprop"
    case "adam": return golden.library == "optax" && golden.isSet("nesterov") ? "nadam" : "adam"
    case "amsgrad", "lamb": return "adam"
    case "nadam": return "nadam"
    case "adamax": return "adamax"
    default: return nil
    }
  }

  /// Where epsilon stands in the libraries whose placement is no setting.
  private static let placements: [String: [String]] = [
    "keras/Adagrad": ["epsilon-placement=inside"],
    "keras/RMSprop": ["epsilon-placement=inside"],
    "keras/Adam": ["epsilon-placement=uncorrected"],
    "keras/Nadam": ["momentum-decay=1"],
    "keras/Adamax": ["epsilon-placement=outside"],
    "optax/adagrad": ["epsilon-placement=inside"],
    "optax/amsgrad": ["amsgrad=true", "bias-correction=false"],
    "pytorch_optimizer/Lamb": ["bias-correction=false"],
  ]

  private typealias Rule = @Sendable (GoldenTrajectory, String, Hyperparameter) -> [String]

  private static let keys: [String: Rule] = [
    "torch": torch, "keras": keras, "optax": optax, "pytorch_optimizer": pytorchOptimizer,
  ]

  private static let torch: Rule = { golden, key, value in
    switch (key, value) {
    case ("lr", .number(let x)): ["lr=\(x)"]
    case ("momentum", .number(let x)) where x != 0:
      [golden.optimizer == "SGD" ? "alpha=\(x)" : "momentum=\(x)"]
    case ("dampening", .number(let x)) where x != 0: ["dampening=\(x)"]
    case ("weight_decay", .number(let x)) where x != 0: ["weight-decay=\(x)"]
    case ("eps", .number(let x)): ["epsilon=\(x)"]
    case ("alpha", .number(let x)): ["beta=\(x)"]
    case ("betas", .list(let x)): ["beta1=\(x[0])", "beta2=\(x[1])"]
    case ("lr_decay", .number(let x)): ["lr-decay=\(x)"]
    case ("initial_accumulator_value", .number(let x)): ["initial-accumulator=\(x)"]
    case ("momentum_decay", .number(let x)): ["momentum-decay=\(x)"]
    case ("centered", .flag(let x)): ["centered=\(x)"]
    case ("amsgrad", .flag(let x)): ["amsgrad=\(x)"]
    default: []
    }
  }

  private static let keras: Rule = { golden, key, value in
    switch (key, value) {
    case ("learning_rate", .number(let x)): ["lr=\(x)"]
    case ("momentum", .number(let x)) where x != 0:
      [golden.optimizer == "SGD" ? "alpha=\(x)" : "momentum=\(x)"]
    case ("epsilon", .number(let x)): ["epsilon=\(x)"]
    case ("rho", .number(let x)): ["beta=\(x)"]
    case ("beta_1", .number(let x)): ["beta1=\(x)"]
    case ("beta_2", .number(let x)): ["beta2=\(x)"]
    case ("initial_accumulator_value", .number(let x)): ["initial-accumulator=\(x)"]
    case ("centered", .flag(let x)): ["centered=\(x)"]
    case ("amsgrad", .flag(let x)): ["amsgrad=\(x)"]
    default: []
    }
  }

  private static let optax: Rule = { golden, key, value in
    switch (key, value) {
    case ("learning_rate", .number(let x)): ["lr=\(x)"]
    case ("momentum", .number(let x)):
      [golden.optimizer == "sgd" ? "alpha=\(x)" : "momentum=\(x)"]
    case ("nesterov", .flag(true)) where golden.optimizer == "rmsprop": ["nesterov=true"]
    case ("nesterov", .flag(true)) where golden.optimizer == "adam": ["momentum-decay=inf"]
    case ("b1", .number(let x)): ["beta1=\(x)"]
    case ("b2", .number(let x)): ["beta2=\(x)"]
    case ("decay", .number(let x)): ["beta=\(x)"]
    case ("eps", .number(let x)) where !golden.isSet("eps_root"): ["epsilon=\(x)"]
    case ("eps_root", .number(let x)) where x != 0: ["epsilon=\(x)", "epsilon-placement=root"]
    case ("eps_in_sqrt", .flag(true)): ["epsilon-placement=inside"]
    case ("initial_accumulator_value", .number(let x)): ["initial-accumulator=\(x)"]
    case ("initial_scale", .number(let x)): ["initial-accumulator=\(x)"]
    case ("centered", .flag(let x)): ["centered=\(x)"]
    default: []
    }
  }

  private static let pytorchOptimizer: Rule = { _, key, value in
    switch (key, value) {
    case ("lr", .number(let x)): ["lr=\(x)"]
    case ("betas", .list(let x)): ["beta1=\(x[0])", "beta2=\(x[1])"]
    case ("eps", .number(let x)): ["epsilon=\(x)"]
    default: []
    }
  }
}

extension GoldenTrajectory {
  /// Whether a hyper-parameter is given and neither false nor zero.
  func isSet(_ key: String) -> Bool {
    switch hyperparameters[key] {
    case .flag(let value): value
    case .number(let value): value != 0
    case .list: true
    case nil, .some(.none): false
    }
  }

  /// Our specification of the problem.
  var functionSpecification: String {
    switch problem.name {
    case "quadratic": "quadratic:n=\(problem.n),condition=\(problem.kappa ?? 1)"
    case "extended_rosenbrock": "rosenbrock-extended:n=\(problem.n)"
    default: problem.name.split(separator: "_").joined(separator: "-")
    }
  }
}
