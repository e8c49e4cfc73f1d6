import Objectives
import Specifications

/// How one optimizer of a library is said in our specifications: a row of a table.
struct Dialect: Sendable {
  /// As in `torch/SGD`.
  let source: String
  /// Hyper-parameters of the library that must be set, or (with a leading `!`) must not be, or
  /// (as `key=word`) must be a word, for this row to hold; the first row that fits is taken.
  var when: [String] = []
  /// Our method and what the library has built in, as `adam:epsilon-placement=uncorrected`. A key
  /// of the library in braces stands for its value, as in `lookahead(sgd(lr={learning_rate}))`.
  let ours: String
  /// Our keys by the library's. A list fills `key,key` in order, a number each of them; `key?` is
  /// left out where the library's value is zero; `key=text` stands for a flag that is set,
  /// `key=text/other` for either of its values.
  let keys: [String: String]
  /// Whether the library's parameter vector is our evaluation point instead of the iterate.
  var comparesEvaluationPoint = false
}

/// The tables of all libraries, and how a row is applied: no case has code of its own.
enum Dialects {
  static let all =
    momentum + wrappers + adam + adaptive + parameterFree + matrix + secondOrder

  static func dialect(of golden: GoldenTrajectory) -> Dialect? {
    all.first { row in
      row.source == "\(golden.library)/\(golden.optimizer)"
        && row.when.allSatisfy { condition in
          condition.hasPrefix("!")
            ? !golden.isSet(String(condition.dropFirst())) : golden.isSet(condition)
        }
    }
  }

  /// The specification of our optimizer; nil where no row fits.
  static func specification(_ golden: GoldenTrajectory) -> String? {
    guard let dialect = dialect(of: golden) else { return nil }
    var settings: [String] = []
    for (key, ours) in dialect.keys.sorted(by: { $0.key < $1.key }) {
      settings += entries(ours, golden.value(key))
    }
    let ours = golden.filling(dialect.ours)
    guard !settings.isEmpty else { return ours }
    return ours + (ours.contains(":") ? "," : ":") + settings.joined(separator: ",")
  }

  private static func entries(_ ours: String, _ value: Hyperparameter?) -> [String] {
    switch value {
    case .number(let number):
      if ours.hasSuffix("?") {
        return number == 0 ? [] : ["\(ours.dropLast())=\(NumberText.short(number))"]
      }
      return ours.split(separator: ",").map { "\($0)=\(NumberText.short(number))" }
    case .flag(let flag):
      if ours.contains("=") { return chosen(ours, flag) }
      return ["\(ours)=\(flag)"]
    case .list(let numbers):
      let names = ours.split(separator: ",")
      guard names.count > 1 else {
        let texts = numbers.compactMap { $0.map(NumberText.short) }
        return ["\(ours)=\(texts.joined(separator: "/"))"]
      }
      return zip(names, numbers).compactMap { name, number in number.map { "\(name)=\($0)" } }
    case .text(let text): return ["\(ours)=\(text)"]
    case nil, .some(.none): return []
    }
  }

  /// `key=text/other` by a flag.
  private static func chosen(_ ours: String, _ flag: Bool) -> [String] {
    let words = ours.split(separator: "/").map(String.init)
    if flag { return [words[0]] }
    let key = words[0].prefix { $0 != "=" }
    return words.dropFirst().map { "\(key)=\($0)" }
  }
}

extension GoldenTrajectory {
  /// Whether a hyper-parameter is given and neither false nor zero.
  func isSet(_ key: String) -> Bool {
    switch hyperparameters[key] {
    case .flag(let value): value
    case .number(let value): value != 0
    case .list, .text: true
    case nil, .some(.none): hasWord(key)
    }
  }

  /// Whether `condition` is `key=word` and holds.
  private func hasWord(_ condition: String) -> Bool {
    hyperparameters.contains { key, value in
      guard case .text(let word) = value else { return false }
      return condition == "\(key)=\(word)"
    }
  }

  /// `text` with the values of the hyper-parameters whose keys stand in braces.
  func filling(_ text: String) -> String {
    hyperparameters.reduce(text) { text, entry in
      guard case .number(let number) = entry.value else { return text }
      return text.replacing("{\(entry.key)}", with: "\(number)")
    }
  }

  /// A hyper-parameter, or a side of the problem's matrix.
  func value(_ key: String) -> Hyperparameter? {
    switch key {
    case "problem.rows": problem.rows.map(Hyperparameter.number)
    case "problem.cols": problem.cols.map(Hyperparameter.number)
    default: hyperparameters[key]
    }
  }

  /// The problem: one of ours, or one that the fixtures define.
  func function() throws -> any TestFunction {
    if let variant = problem.variant {
      return try MatrixLeastSquares.fixture(problem.name, variant: variant)
    }
    let specification =
      switch problem.name {
      case "quadratic": "quadratic:n=\(problem.n),condition=\(problem.kappa ?? 1)"
      case "extended_rosenbrock": "rosenbrock-extended:n=\(problem.n)"
      default: problem.name.split(separator: "_").joined(separator: "-")
      }
    return try FunctionCatalogue.function(specification)
  }
}

extension Dialects {
  /// Cases that no row says, by library and optimizer, with what the library does wrong.
  static let faulty: [String: String] = [
    "optax/rprop": "applies the signs and sizes of the call before",
    "pytorch_optimizer/LaProp": "rounds 1/(1 - beta1^t) to single precision",
  ]
}

extension GoldenTrajectory {
  var isFaulty: Bool { Dialects.faulty["\(library)/\(optimizer)"] != nil }
}

extension Dialects {
  /// Hyper-parameters that no row says because they have one value in all cases, which our method
  /// has built in or which changes nothing in these cases. With `Optimizer.` before the key, of that
  /// optimizer alone.
  static let builtIn: [String: String] = [
    // The exponent of 1 - t^p, our beta2-decay=0.8.
    "beta_2_decay": "-0.8", "beta2_decay": "-0.8", "AdaFactor.decay_rate": "-0.8",
    // The coefficients of Newton and Schulz.
    "muon_a": "3.4445", "muon_b": "-4.775", "muon_c": "2.0315", "ns_coeffs": "original",
    "ns_method": "newton_schulz", "preconditioning": "frobenius", "ns_reset_steps": "2",
    // What Muon does with variables that are no matrices.
    "adam_beta_1": "0.9", "adam_beta_2": "0.999", "adam_lr_ratio": "1",
    "adam_weight_decay": "0.004", "exclude_embeddings": "true", "adam_b1": "0.9",
    "adam_b2": "0.999", "adamw_betas": "0.9/0.95", "adamw_eps": "1e-10", "adamw_lr": "0.0003",
    // A matrix is factored wherever a shape is given.
    "factored": "true", "min_dim_size_to_factor": "2", "momentum_dtype": "float64",
    "max_precondition_dim": "10000", "data_format": "channels_first",
    // The threshold of rectified steps, and what is done below it.
    "radam.threshold": "5", "n_sma_threshold": "5", "degenerated_to_sgd": "true",
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
