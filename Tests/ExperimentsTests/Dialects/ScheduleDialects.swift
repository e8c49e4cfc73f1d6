import Specifications

/// How a schedule of a library is said in our specifications: a row of a table.
struct ScheduleDialect: Sendable {
  /// As in `torch/StepLR`.
  let source: String
  /// Parameters that the template leaves out, with the values for which it holds.
  var given: [String: String] = [:]
  /// Our specification. `{key}` stands for the library's value, `{key|text}` for the text where the
  /// library's default is meant, `{a-b}` for a difference.
  let rate: String
  /// The momentum that the library moves with the rate.
  var momentum: String?
}

extension ScheduleDialect {
  static let all: [ScheduleDialect] = [
    // formulas
    Self(source: "formula/power_of_ten", rate: "exponential({eta0},r={r})"),
    Self(source: "formula/inverse_power", rate: "power({eta0},r={r},c={c})"),

    // torch
    Self(
      source: "torch/ConstantLR", rate: "constant({base_lr},factor={factor},steps={total_iters})"),
    Self(source: "torch/StepLR", rate: "step({base_lr},every={step_size},gamma={gamma})"),
    Self(
      source: "torch/MultiStepLR", rate: "multi-step({base_lr},at={milestones},gamma={gamma})"),
    Self(source: "torch/ExponentialLR", rate: "decay({base_lr},gamma={gamma})"),
    Self(
      source: "torch/InverseTime_LambdaLR", given: ["lambda": "1/(1 + 0.1 t)"],
      rate: "inverse-time({base_lr},decay=0.1,steps=1)"),
    Self(
      source: "torch/PolynomialLR",
      rate: "polynomial({base_lr},steps={total_iters},power={power|1})"),
    Self(
      source: "torch/LinearLR",
      rate: "linear({base_lr},start-factor={start_factor},end-factor={end_factor|1},"
        + "steps={total_iters})"),
    Self(
      source: "torch/CosineAnnealingLR",
      rate: "cosine({base_lr},steps={T_max},end={eta_min|0},after=oscillate)"),
    Self(
      source: "torch/CosineAnnealingWarmRestarts",
      rate: "cosine-restarts({base_lr},steps={T_0},factor={T_mult|1},end={eta_min|0})"),
    Self(
      source: "torch/CyclicLR",
      rate: "cyclic({base_lr},{max_lr},up={step_size_up},down={step_size_down|0},"
        + "mode={mode|triangular},gamma={gamma|1})",
      momentum: "cyclic({max_momentum|0.9},{base_momentum|0.8},up={step_size_up},"
        + "down={step_size_down|0},mode={mode|triangular},gamma={gamma|1})"),
    // The base rate of torch's 1cycle is overwritten.
    Self(
      source: "torch/OneCycleLR", given: ["base_lr": "0.1"],
      rate: "1cycle({max_lr},steps={total_steps},rise={pct_start|0.3},"
        + "anneal={anneal_strategy|cosine},three-phase={three_phase|false},"
        + "div={div_factor|25},final={final_div_factor|10000})",
      momentum:
        "1cycle-momentum({max_momentum|0.95},{base_momentum|0.85},steps={total_steps},"
        + "rise={pct_start|0.3},anneal={anneal_strategy|cosine},three-phase={three_phase|false})"),
    Self(
      source: "torch/ReduceLROnPlateau",
      rate: "plateau({base_lr},factor={factor},patience={patience},threshold={threshold|0.0001},"
        + "threshold-mode={threshold_mode|rel},cooldown={cooldown|0},minimum={min_lr|0},"
        + "epsilon={eps|1e-8})"),
    // The base rate is that of the schedules inside.
    Self(
      source: "torch/SequentialLR", given: ["base_lr": "0.1"],
      rate: "sequence({first},{then},at={milestones})"),

    // keras
    Self(
      source: "keras/ExponentialDecay",
      rate: "decay({initial_learning_rate},gamma={decay_rate},steps={decay_steps},"
        + "staircase={staircase|false})"),
    Self(
      source: "keras/InverseTimeDecay",
      rate: "inverse-time({initial_learning_rate},decay={decay_rate},steps={decay_steps},"
        + "staircase={staircase|false})"),
    Self(
      source: "keras/PiecewiseConstantDecay",
      rate: "piecewise({values},at={boundaries},boundary=earlier)"),
    Self(
      source: "keras/CosineDecay",
      rate: "warmup(cosine({warmup_target},steps={decay_steps},alpha={alpha}),"
        + "steps={warmup_steps},from={initial_learning_rate})"),
    Self(
      source: "keras/CosineDecay",
      rate: "cosine({initial_learning_rate},steps={decay_steps},alpha={alpha|0})"),
    Self(
      source: "keras/CosineDecayRestarts",
      rate: "cosine-restarts({initial_learning_rate},steps={first_decay_steps},"
        + "factor={t_mul|2},peak-factor={m_mul|1},alpha={alpha|0})"),
    Self(
      source: "keras/PolynomialDecay",
      rate: "polynomial({initial_learning_rate},steps={decay_steps},"
        + "end={end_learning_rate|0.0001},power={power|1},cycle={cycle|false})"),

    // optax
    Self(
      source: "optax/cosine_decay_schedule",
      rate: "cosine({init_value},steps={decay_steps},alpha={alpha|0},exponent={exponent|1})"),
    Self(
      source: "optax/linear_schedule",
      rate: "polynomial({init_value},steps={transition_steps},end={end_value},power=1)"),
    Self(
      source: "optax/polynomial_schedule",
      rate: "polynomial({init_value},steps={transition_steps},end={end_value},power={power})"),
    Self(
      source: "optax/warmup_constant_schedule",
      rate: "warmup({peak_value},steps={warmup_steps},from={init_value})"),
    Self(
      source: "optax/warmup_exponential_decay_schedule",
      rate: "warmup(decay({peak_value},gamma={decay_rate},steps={transition_steps},"
        + "begin={transition_begin|0},staircase={staircase|false},end={end_value|0}),"
        + "steps={warmup_steps},from={init_value})"),
    Self(
      source: "optax/exponential_decay",
      rate: "decay({init_value},gamma={decay_rate},steps={transition_steps},"
        + "begin={transition_begin|0},staircase={staircase|false},end={end_value|0})"),
    Self(
      source: "optax/warmup_cosine_decay_schedule",
      rate: "warmup(cosine({peak_value},steps={decay_steps-warmup_steps},end={end_value|0},"
        + "exponent={exponent|1}),steps={warmup_steps},from={init_value})"),
  ]

  /// The row of a schedule of a library: the first that says every parameter, and needs no other.
  static func row(_ source: String, _ parameters: [String: String]) -> Self? {
    all.first { row in
      let said = Set(row.given.keys).union(row.placeholders.keys)
      let needed = row.placeholders.filter(\.value).keys
      return row.source == source && row.given.allSatisfy { parameters[$0.key] == $0.value }
        && said.isSuperset(of: parameters.keys) && needed.allSatisfy { parameters[$0] != nil }
    }
  }

  /// The library's parameters in the template, and whether each has to be given.
  var placeholders: [String: Bool] {
    var keys: [String: Bool] = [:]
    for piece in (rate + (momentum ?? "")).split(separator: "{").dropFirst() {
      let inside = piece.prefix { $0 != "}" }
      for key in inside.prefix(while: { $0 != "|" }).split(separator: "-") {
        keys[String(key)] = !inside.contains("|")
      }
    }
    return keys
  }

  /// Words of the libraries for ours.
  private static let words = ["exp_range": "exp-range"]

  /// A template with the library's values in it; nil where one is missing.
  static func filled(_ template: String, _ values: [String: String], library: String) -> String? {
    var text = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let key = rest[rest.index(after: open)..<close].split(separator: "|").map(String.init)
      guard let value = value(key[0], values, library) ?? key.dropFirst().first else { return nil }
      text += rest[..<open] + value
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  private static func value(
    _ key: String, _ values: [String: String], _ library: String
  ) -> String? {
    let operands = key.split(separator: "-").map(String.init)
    if operands.count == 2, let a = values[operands[0]], let b = values[operands[1]] {
      guard let a = Int(a), let b = Int(b) else { return nil }
      return String(a - b)
    }
    return values[key].flatMap { inside(words[$0] ?? $0, values, library) }
  }

  /// A schedule within the library's, such as `ExponentialLR(gamma=0.9)`, in our words: it takes
  /// over the rate of the schedule around it. Other values as they are.
  private static func inside(
    _ text: String, _ values: [String: String], _ library: String
  ) -> String? {
    guard text.contains("("), let schedule = try? Specification(parsing: text) else { return text }
    var parameters = ["base_lr": values["base_lr"] ?? ""]
    for entry in schedule.arguments { parameters[entry.key ?? ""] = entry.value }
    return row("\(library)/\(schedule.name)", parameters)
      .flatMap { filled($0.rate, parameters, library: library) }
  }
}
