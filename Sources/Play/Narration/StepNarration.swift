import Experiments
import Foundation
import JSON
import LinearAlgebra
import Optimizers
import Specifications

/// One step of a method told in numbers and a few words: where it stands, what it knows, where it
/// goes and why.
struct StepNarration {
  private let run: Trajectory
  private let entry: Int
  private let names: VariableNames
  private let curvature: Curvature?

  /// How steep f is, and what a method bears.
  struct Curvature {
    /// The largest eigenvalue of the Hessian at the iterate.
    let steepest: Double
    /// The largest with which steps of the method do not grow.
    let stable: Double
  }

  /// - Parameters:
  ///   - run: in detail, with the step and the next one recorded, where there is one.
  ///   - step: the last that is recorded is told where there are fewer.
  ///   - curvature: at the iterate there, where theory knows what the method bears.
  init(
    _ run: Trajectory, step: Int, names: VariableNames,
    curvature: (_ iterate: Vector) -> Curvature? = { _ in nil }
  ) {
    (self.run, self.names) = (run, names)
    entry = run.steps.lastIndex { $0 <= step } ?? 0
    self.curvature = curvature(run.point(entry))
  }

  var json: JSON {
    .members([
      "step": .integer(run.steps[entry]), "title": .string(run.title),
      "formula": .string(formula),
      "names": .strings((0..<min(run.dimension, Self.mostComponents)).map(names.title)),
      "quantities": .array(quantities.map(\.json)),
      "sentences": .strings(sentences),
    ])
  }

  /// More components of a vector are not told.
  private static let mostComponents = 8

  private var formula: String {
    OptimizerCatalogue.type(named: run.optimizer.name)?.card.formula ?? ""
  }
}

// MARK: - Numbers

extension StepNarration {
  /// A number or a vector under its symbol.
  private struct Quantity {
    let symbol: String
    let meaning: String
    let numbers: [Double]

    var json: JSON {
      .members([
        "symbol": .string(symbol), "meaning": .string(meaning),
        "numbers": .numbers(numbers.prefix(mostComponents)),
        "isCut": .integer(numbers.count > mostComponents ? 1 : 0),
      ])
    }
  }

  private var detail: StepDetail { run.details[entry] }

  private var quantities: [Quantity] {
    var list = [
      Quantity(symbol: "θ", meaning: "where it stands", numbers: Array(run.point(entry))),
      Quantity(symbol: "f", meaning: "the value there", numbers: [run.values[entry]]),
      Quantity(symbol: "g", meaning: "the gradient there", numbers: Array(detail.gradient)),
    ]
    list += detail.diagnostics.compactMap(Self.quantity)
    if let step {
      list.append(Quantity(symbol: "ε", meaning: "rate or length of the step", numbers: [rate]))
      list.append(Quantity(symbol: "Δθ", meaning: "the step", numbers: Array(step)))
    }
    return list
  }

  private static func quantity(_ diagnostic: Diagnostic) -> Quantity? {
    let (symbol, meaning): (String, String)
    switch diagnostic {
    case .momentum: (symbol, meaning) = ("memory", "the next step if the gradient were 0")
    case .scale: (symbol, meaning) = ("√ŝ", "what gradients were measured by before this step")
    case .region: (symbol, meaning) = ("Δ", "how far the step may lead")
    case .direction: (symbol, meaning) = ("d", "along which the latest step searched")
    case .model, .inverse: return nil
    }
    return Quantity(symbol: symbol, meaning: meaning, numbers: diagnostic.numbers)
  }

  /// To the next iterate; nil at the end.
  private var step: Vector? {
    guard entry + 1 < run.count else { return nil }
    return zip(run.point(entry + 1), run.point(entry)).map { $0 - $1 }
  }

  /// That of the step that comes.
  private var rate: Double { run.learningRates[min(entry + 1, run.count - 1)] }
}

// MARK: - Words

extension StepNarration {
  private var sentences: [String] {
    guard let step else {
      let end = "Here the run has ended: \(run.outcome.reason)."
      return [end, growthSentence, curvatureSentence].compactMap { $0 }
    }
    return [
      valueSentence, directionSentence(step), memorySentence(step), scaleSentence,
      curvatureSentence,
    ].compactMap { $0 }
  }

  /// Whether f has grown out of proportion, though its budget has ended the run.
  private var growthSentence: String? {
    let (first, last) = (run.values[0], run.values[entry])
    guard last.isFinite, last.magnitude > 1e3 * max(first.magnitude, 1) else { return nil }
    return "f has grown from \(Self.text(first)) to \(Self.text(last)): it diverges."
  }

  /// Why steps grow, where theory knows: a rate bears so much curvature and no more.
  private var curvatureSentence: String? {
    guard let curvature, curvature.steepest > 0, curvature.stable.isFinite else { return nil }
    let (steepest, stable) = (Self.text(curvature.steepest), Self.text(curvature.stable))
    let end =
      curvature.steepest > curvature.stable
      ? "no more than \(stable), and along it steps grow." : "up to \(stable)."
    return "The steepest curvature here is \(steepest); with this rate the method bears " + end
  }

  private static func text(_ value: Double) -> String { String(format: "%.4g", value) }

  private var valueSentence: String {
    let (now, next) = (run.values[entry], run.values[entry + 1])
    if next == now { return "The step leaves f as it is." }
    return next < now ? "The step goes down." : "The step goes up."
  }

  private func directionSentence(_ step: Vector) -> String? {
    guard let angle = Self.angle(step, detail.gradient.map { -$0 }) else { return nil }
    let degrees = Int((angle * 180 / .pi).rounded())
    return degrees == 0
      ? "It points along −g, straight down the slope."
      : "It points \(degrees)° away from −g, the steepest way down."
  }

  /// Whether the memory drives the iterate on against the slope, which is what overshooting is.
  private func memorySentence(_ step: Vector) -> String? {
    let memory = detail.diagnostics.compactMap { diagnostic -> Vector? in
      if case .momentum(let vector) = diagnostic { return vector }
      return nil
    }
    guard let memory = memory.first, let angle = Self.angle(memory, detail.gradient) else {
      return nil
    }
    // Uphill is less than a right angle from the gradient.
    guard angle < .pi / 2 else {
      return "Memory and slope agree: both lead down."
    }
    let isOvershooting = Self.angle(step, detail.gradient).map { $0 < .pi / 2 } ?? false
    return isOvershooting
      ? "The memory leads uphill and is the stronger: the iterate overshoots."
      : "The memory leads uphill; the gradient has begun to turn it."
  }

  private var scaleSentence: String? {
    for case .scale(let scale) in detail.diagnostics where scale.count > 1 {
      guard let least = scale.min(), let greatest = scale.max(), least > 0 else { return nil }
      let ratio = greatest / least
      guard ratio > 1.05, ratio.isFinite else { return nil }
      let text = NumberText.short((ratio * 10).rounded() / 10)
      return "Divided by √ŝ, one coordinate's rate is \(text) times another's."
    }
    return nil
  }

  /// Between two vectors, in radians; nil where one is 0 or not finite.
  private static func angle(_ a: Vector, _ b: Vector) -> Double? {
    let lengths = a.norm * b.norm
    guard lengths > 0, lengths.isFinite else { return nil }
    return acos(min(max(a.dot(b) / lengths, -1), 1))
  }
}
