import LinearAlgebra
import RealModule
import Testing

@testable import Optimizers

/// What the papers say of Adam and its kin: how they are related, and first steps by hand.
@Suite struct AdamFamilyTests {
  /// Two forms that are the same on every path; digits may differ by rounding.
  @Test(arguments: [
    ("adamw:weight-decay=0", "adam"),
    ("qhadam:nu1=1,nu2=1,beta1=0.9", "adam"),
    ("optimistic-adam:optimism=0", "adam"),
    ("ademamix:alpha=0", "adam"),
    ("adamod:beta3=0", "adam:epsilon-placement=uncorrected"),
    ("laprop:beta1=0,epsilon=1e-08", "adam:beta1=0"),
    ("nadam:beta1=0", "adam:beta1=0"),
    ("optimistic-adam:optimism=0,nesterov=true", "nadam:momentum-decay=inf"),
    ("adan:beta1=0,beta2=0,beta3=0.999", "adam:beta1=0"),
    ("radam:beta2=0.5,beta1=0", "sgd"),
    ("adabound:gamma=1e15,final-lr=0.002,beta1=0", "sgd"),
    ("adamax:beta1=0,beta2=0,epsilon=0", "lion:beta1=0,beta2=0"),
    ("qhadam:nu1=0,nu2=0,epsilon=0", "lion:beta1=0,beta2=0"),
    ("qhadam:nu1=0,nu2=1", "adam:beta1=0"),
  ])
  func isTheSameAs(_ one: String, _ other: String) throws {
    let a = try walk(one, "lr=0.002", steps: 40)
    let b = try walk(other, "lr=0.002", steps: 40)
    for (x, y) in zip(a, b) { expectClose(x, y, 1e-9, "\(one), \(other)") }
    #expect(a.last != a.first)
  }

  /// Where the lecture corrects no bias its first step is longer by (1−β₁)/√(1−β₂).
  @Test func firstStepOfTheLecture() throws {
    let steps = try ["adam:epsilon=0", "adam:preset=lecture"].map {
      try -feed($0, with: "lr=1", [[3]])[0][0]
    }
    #expect(abs(steps[0] - 1) <= 1e-15)
    #expect(abs(steps[1] - 0.1 / 0.001.squareRoot()) <= 1e-14)
  }

  /// AdaBelief's first deviation is β₁g, so that its first step is 1/β₁ times Adam's.
  @Test func firstStepOfAdaBelief() throws {
    let x = try feed("adabelief:lr=0.9,beta1=0.75", [[3, -0.5]])[0]
    expectClose(x, [-1.2, 1.2], 1e-12, "adabelief")
  }

  /// Gradients 1, 0.1: s = 0.001, 0.001009; ŝ = 1, 0.001009/0.001999; m̂ = 0.1/0.19.
  @Test func maximaOfAMSGrad() throws {
    let gradients: [Vector] = [[1], [0.1]]
    let root = (0.001009 / 0.001999).squareRoot()
    for (text, denominator) in [
      ("amsgrad", root), ("amsgrad:preset=optax", 1), ("adam:amsgrad-maximum=corrected", root),
    ] {
      let x = try feed(text, with: "epsilon=0,lr=1", gradients)
      expectClose([x[0][0] - x[1][0]], [0.1 / 0.19 / denominator], 1e-12, text)
    }
    // Without averages: the new gradient over the largest.
    let x = try feed("amsgrad:beta1=0,beta2=0,epsilon=0,lr=1", [[2], [-1], [4], [1]]).map { $0[0] }
    #expect(x == [-1, -0.5, -1.5, -1.75])
  }

  /// ρ₅ = 4.9960 and ρ₆ = 5.9942; of a constant gradient m̂ = g and √ŝ = |g|.
  @Test func rectificationBeginsAtTheSixthStep() throws {
    let x = try feed("radam:lr=1,epsilon=0", Array(repeating: [2.0], count: 7)).map { $0[0] }
    for t in 1...5 { #expect(abs(x[t - 1] + 2 * Double(t)) <= 1e-12) }
    #expect(abs(x[4] - x[5] - rectified[0]) <= 1e-12)
    #expect(abs(x[5] - x[6] - rectified[1]) <= 1e-12)
    let paper = try feed("radam:preset=paper,lr=1", Array(repeating: [2.0], count: 5)).map { $0[0] }
    #expect(abs(paper[3] - paper[4] - rectifiedFifth) <= 1e-10)
  }

  /// With squares 1, 0.01 and 1−β₂ = 0.1: Adam's s is 0.1, 0.091, Yogi's 0.1, 0.099.
  @Test func squaresOfYogi() throws {
    let common = "bias-correction=false,beta1=0,beta2=0.9,epsilon=0,lr=1"
    let gradients: [Vector] = [[1], [0.1]]
    for (text, square) in [
      ("adam", 0.091), ("yogi:initial-accumulator=0,initial-mean=0", 0.099),
    ] {
      let x = try feed(text, with: common, gradients).map { $0[0] }
      #expect(abs(x[0] + 1 / 0.1.squareRoot()) <= 1e-14, "\(text)")
      #expect(abs(x[0] - x[1] - 0.1 / square.squareRoot()) <= 1e-14, "\(text)")
    }
  }

  /// The friction of a constant gradient is ½ from the second step on.
  @Test func frictionOfDiffGrad() throws {
    let x = try feed("diffgrad:lr=1,epsilon=0", [[3], [3], [3]]).map { $0[0] }
    expectClose([-x[0], x[0] - x[1], x[1] - x[2]], [1 / (1 + .exp(-3.0)), 0.5, 0.5], 1e-12, "")
  }

  /// ADOPT's first step only measures; then k^¼ bounds the scaled gradient.
  @Test func firstStepsOfADOPT() throws {
    let x = try feed("adopt:lr=1,beta1=0", [[1], [100], [1]]).map { $0[0] }
    #expect(x[0] == 0 && x[1] == -1)
    let later = try feed("adopt:lr=1,beta1=0,preset=pytorch-optimizer", [[1], [100]])
    #expect(abs(later[1][0] + .pow(2, 0.25)) <= 1e-15)
    #expect(try feed("adopt:lr=1,beta1=0,clipping=false", [[1], [100]])[1] == [-100])
    let constant = try feed("adopt:lr=1,beta1=0.5", [[4], [4], [4]]).map { $0[0] }
    #expect(constant == [0, -0.5, -1.25])
  }

  /// Every step of LAMB is ε‖θ‖ long; from 0 it is Adam's.
  @Test func stepsOfLAMB() throws {
    let path = try walk("lamb", "lr=0.02", steps: 30)
    for (a, b) in zip(path, path.dropFirst()) {
      let step = zip(a, b).map { $0 - $1 }
      #expect(abs(step.norm - 0.02 * a.norm) <= 1e-15)
    }
    let first = try ["lamb", "adam:epsilon=1e-06"].map { try feed($0, [[1, 3]])[0] }
    expectClose(first[0], first[1], 1e-15, "lamb from 0")
  }

  /// Without memory NovoGrad goes ε along the gradient.
  @Test func stepsOfNovoGrad() throws {
    let x = try feed("novograd:lr=5,beta1=0,beta2=0,epsilon=0", [[3, 4], [-4, 3]])
    #expect(x == [[-3, -4], [1, -7]])
  }

  /// Twice the new step less the old: of u = 1, −1 that is 1, −3.
  @Test func stepsOfOptimisticAdam() throws {
    let x = try feed("optimistic-adam:lr=1,beta1=0,beta2=0,epsilon=0", [[5], [-2], [-2]])
    #expect(x == [[-1], [2], [3]])
  }

  /// d = 0 at first and of a constant gradient; then Adan is Adam with β₂ = β₃.
  @Test func stepsOfAdan() throws {
    let constant = Array(repeating: [2.0], count: 5)
    let x = try feed("adan:lr=1", constant)
    for (t, point) in x.enumerated() { expectClose(point, [-Double(t + 1)], 1e-7, "adan") }
    // Gradients 1, 3 without averages and w = 1/2: (3 + ½·2)/(3 + ½·2).
    let text = "adan:lr=1,beta1=0,beta2=0.5,beta3=0,epsilon=0"
    // v̂ = (0.5·2)/(1 − 0.25) = 4/3, m̂ = 3, n = (3 + ½·2)² = 16.
    expectClose(try feed(text, [[1], [3]])[1], [-1 - (3 + 0.5 * 4 / 3) / 4], 1e-14, "adan")
    // optax's share of the look-ahead with β₂ = 0.75: v̂ = 0.5/0.4375, n = (3 + ¼·2)².
    let optax = "adan:preset=optax,epsilon-root=0,lr=1,beta1=0,beta2=0.75,beta3=0,epsilon=0"
    expectClose(
      try feed(optax, [[1], [3]])[1], [-1 - (3 + 0.25 * 0.5 / 0.4375) / 3.5], 1e-14, "optax")
  }

  /// The warm-up of AdEMAMix makes f(β) = ln ½/ln β − 1 grow evenly, and α too.
  @Test func warmupOfAdEMAMix() {
    var settings = AdEMAMix()
    settings.warmup = 100
    func life(_ beta: Double) -> Double { Double.log(0.5) / .log(beta) - 1 }
    for t in [1, 25, 50, 99] {
      let share = Double(t) / 100
      let mixture = settings.mixture(at: t)
      #expect(abs(mixture.alpha - 5 * share) <= 1e-15)
      let expected = (1 - share) * life(0.9) + share * life(0.9999)
      #expect(abs(life(mixture.beta3) / expected - 1) <= 1e-9)
    }
    #expect(settings.mixture(at: 100) == (5, 0.9999))
    settings.beta1 = 0
    #expect(settings.mixture(at: 50).beta3.isFinite)
  }

  /// Decoupled decay alone shrinks θ by 1 − ελ a step; Adan's proximal decay divides by 1 + ελ.
  @Test(arguments: [
    ("adamw", 0.75), ("lion", 0.75), ("adabelief", 0.75), ("adan:decay=decoupled", 0.75),
    ("adan", 0.8), ("lamb:decay=decoupled", 0.75), ("adamax:decay=decoupled", 0.75),
    ("novograd:decay=decoupled", 0.75), ("optimistic-adam:decay=decoupled", 0.75),
    ("lars:decay=decoupled", 0.75),
  ])
  func decaysWithoutGradient(_ text: String, _ factor: Double) throws {
    let x = try feed(text, with: "lr=0.5,weight-decay=0.5", [[0, 0], [0, 0]], from: [1, -8])
    expectClose(x[1], [factor * factor, -8 * factor * factor], 1e-15, text)
  }

  /// Steps do not depend on the unit of f where δ is 0: a power of two changes no digit.
  @Test(arguments: [
    "adam", "amsgrad", "amsgrad:preset=optax", "nadam", "adamax", "adabelief:epsilon-root=0",
    "adamod", "laprop", "adopt", "ademamix", "lion", "adan", "lamb", "qhadam",
    "optimistic-adam", "novograd",
  ])
  func unitsDoNotMatter(_ text: String) throws {
    let epsilon = text == "lion" ? "" : "epsilon=0"
    let gradients = (1...12).map { t in (1...3).map { Double.sin(Double(t * $0 * $0)) } }
    let scaled = gradients.map { $0.map { $0 * 1024 } }
    #expect(
      try feed(text, with: epsilon, gradients, from: [1, 2, 3])
        == feed(text, with: epsilon, scaled, from: [1, 2, 3]))
  }

  /// Coupled decay is a gradient of λθ.
  @Test(arguments: ["adan", "lamb", "novograd", "optimistic-adam", "lars", "dog", "d-adapt-sgd"])
  func coupledDecayIsAGradient(_ name: String) throws {
    let decayed = try feed(name, with: "weight-decay=0.5,decay=coupled", [[1, 2]], from: [3, 1])
    #expect(try decayed == feed(name, [[2.5, 2.5]], from: [3, 1]))
  }
}

/// r at steps 6 and 7 for β₂ = 0.999, and at step 5, with 30 digits' arithmetic.
private let rectified = [0.02582111280186526, 0.03273881441040946]
private let rectifiedFifth = 0.017311503166379556

extension AdamFamilyTests {
  private func method(_ text: String, _ more: String, _ n: Int) throws -> any GradientMethod {
    let full = more.isEmpty ? text : text + (text.contains(":") ? "," : ":") + more
    let settings = try OptimizerCatalogue.settings(full) as? any GradientSettings
    return try #require(settings).makeMethod(dimension: n)
  }

  /// The iterates of a method that is given these gradients, wherever it is.
  private func feed(
    _ text: String, with more: String = "", _ gradients: [Vector], from start: Vector? = nil
  ) throws -> [Vector] {
    var method = try method(text, more, gradients[0].count)
    var x = start ?? .zeros(gradients[0].count)
    return gradients.map { gradient in
      var g = gradient
      method.descend(&x, along: &g, value: 0)
      return x
    }
  }

  /// The iterates on Beale's function, from the start on.
  private func walk(_ text: String, _ more: String, steps: Int) throws -> [Vector] {
    var method = try method(text, more, 2)
    var path = [Problem.beale.start]
    for _ in 0..<steps {
      var x = path[path.count - 1]
      var answer = Problem.beale.answer(at: x)
      method.descend(&x, along: &answer.gradient, value: answer.value)
      path.append(x)
    }
    return path
  }

  private func expectClose(_ a: Vector, _ b: Vector, _ tolerance: Double, _ comment: String) {
    for (a, b) in zip(a, b) { #expect(abs(a - b) <= tolerance, "\(comment): \(a), \(b)") }
  }
}
