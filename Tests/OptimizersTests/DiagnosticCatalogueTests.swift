import LinearAlgebra
import Objectives
import Testing

@testable import Optimizers

/// What each method of the catalogue shows after five steps on Rosenbrock's function, which is a
/// sum of squares as well.
struct DiagnosticCatalogueTests {
  /// A method of the catalogue that has no entry shows nothing.
  static let shown: [String: [String]] = Dictionary(
    uniqueKeysWithValues: (OptimizerCatalogue.names + OptimizerCatalogue.aliases.keys)
      .map { ($0, showing[$0] ?? []) })

  private static let showing: [String: [String]] = [
    // Gradient descent and momentum.
    "sgd": [], "momentum": ["momentum"], "heavy-ball": ["momentum"],
    "nesterov": ["momentum"], "nag": ["momentum"], "nesterov-convex": ["momentum"],
    "qhm": ["momentum"], "aggmo": ["momentum"], "acc-sgd": ["momentum"],
    "optimistic-gd": ["momentum"], "asgd": ["momentum"], "sign-sgd": [], "signum": ["momentum"],
    "tiger": ["momentum"], "rprop": [], "lars": ["momentum"], "fromage": ["momentum"],
    // Adam and its kin.
    "adam": ["momentum", "scale"], "adamw": ["momentum", "scale"],
    "amsgrad": ["momentum", "scale"], "nadam": ["momentum", "scale"],
    "adamax": ["momentum", "scale"], "radam": ["momentum", "scale"],
    "adabelief": ["momentum", "scale"], "adabound": ["momentum", "scale"],
    "adamod": ["momentum", "scale"], "diffgrad": ["momentum", "scale"],
    "laprop": ["momentum", "scale"], "yogi": ["momentum", "scale"],
    "adopt": ["momentum", "scale"], "ademamix": ["momentum", "scale"], "lion": ["momentum"],
    "adan": ["momentum", "scale"], "lamb": ["momentum", "scale"], "qhadam": ["momentum", "scale"],
    "optimistic-adam": ["momentum", "scale"], "novograd": ["momentum", "scale"],
    // Other adaptive rates.
    "adagrad": ["scale"], "rmsprop": ["scale"], "adadelta": ["scale"], "adafactor": ["scale"],
    "ftrl": ["scale"], "madgrad": ["momentum"], "sm3": ["momentum", "scale"],
    // Methods around others.
    "lookahead": ["momentum", "scale"], "sam": [], "clip": [],
    // Without a learning rate or a schedule.
    "polyak": [], "dog": [], "dowg": [], "prodigy": ["momentum"], "d-adapt-sgd": [],
    "d-adapt-adam": ["momentum", "scale"], "schedule-free-sgd": ["momentum"],
    "schedule-free-adamw": ["momentum", "scale"],
    // Matrix methods.
    "muon": ["momentum"], "shampoo": [], "soap": ["momentum"],
    // Along a line.
    "steepest-descent": ["direction"], "bb": ["direction"], "barzilai-borwein": ["direction"],
    "coordinate-descent": ["direction"], "cg": ["direction"], "linear-cg": ["direction"],
    // Quasi-Newton.
    "bfgs": ["inverse"], "lbfgs": ["inverse"], "dfp": ["inverse"], "broyden": ["inverse"],
    "sr1": ["inverse"],
    // Newton and trust regions.
    "newton": ["model"], "saddle-free": ["model"], "newton-cg": ["direction"],
    "dogleg": ["model", "region"], "double-dogleg": ["model", "region"], "steihaug": ["region"],
    "trust-exact": ["model", "region"], "arc": ["model"], "sr1-trust-region": ["model", "region"],
    "lbfgs-trust-region": ["model", "region"], "trust-krylov": ["region"],
    // Diagonals of the Hessian.
    "sophia": ["momentum", "scale"], "adahessian": ["momentum", "model"],
    // Least squares.
    "gauss-newton": ["model"], "levenberg-marquardt": ["model", "region"],
    "lm": ["model", "region"], "natural-gradient": ["model"], "gauss-newton-diagonal": ["model"],
    "trf": ["model", "region"], "dogbox": ["model"],
  ]

  /// What the same methods show with other settings.
  static let variants: [String: [String]] = [
    "ftrl:lr-power=-0.4": [],
    "sm3:beta=0.9": ["momentum"],
    "sm3:rows=2,columns=1": ["momentum", "scale"], "sm3:rows=1,columns=2": ["momentum"],
    "adafactor:rows=1,columns=2": [], "sophia:clip=inf": ["momentum"],
    "adahessian:beta1=0": ["model"], "bb:safeguard=false": [],
    "lm:update=marquardt": ["model"], "lm:update=nielsen": ["model"],
    "lm:scaling=current": ["model"], "newton:search=strong-wolfe": ["model"],
    "natural-gradient:fisher=empirical": ["model"], "lookahead(adahessian)": ["momentum", "model"],
    "adam:amsgrad=true": ["momentum", "scale"], "newton:hessian=shifted": ["model"],
    "rmsprop:momentum=0.9,centered=true": ["momentum", "scale"], "sam(momentum)": ["momentum"],
    "clip(clip(momentum,norm=1),value=1)": ["momentum"],
  ]

  static func walk(_ name: String, on function: any TestFunction) throws -> DiagnosticWalk {
    try DiagnosticWalk(OptimizerCatalogue.settings(name), on: function, steps: 5)
  }

  @Test func theTableNamesMethodsOnly() {
    #expect(Self.showing.keys.allSatisfy { OptimizerCatalogue.type(named: $0) != nil })
  }

  @Test(arguments: shown.merging(variants) { one, _ in one })
  func methodsShow(_ name: String, what: [String]) throws {
    let walk = try Self.walk(name, on: Rosenbrock())
    // An exact search is for quadratics, and finds no lower point here in the end.
    #expect(walk.diagnostics.count == (name == "linear-cg" ? 4 : 6))
    #expect(walk.diagnostics.last?.map(\.name) == what)
  }

  /// Each diagnostic has its shape and finite numbers, and is what its case says: a step leads along
  /// a direction or along −M g, scales are not negative and regions not empty.
  @Test(arguments: Array(shown.keys) + Array(variants.keys), [2, 4])
  func diagnosticsAreWhatTheySay(_ name: String, n: Int) throws {
    let walk = try Self.walk(name, on: Rosenbrock(n: n))
    for (k, diagnostics) in walk.diagnostics.enumerated() {
      for diagnostic in diagnostics {
        let isMatrix = diagnostic.name == "model" || diagnostic.name == "inverse"
        #expect(diagnostic.numbers.count == (isMatrix ? n * n : n))
        #expect(diagnostic.numbers.allSatisfy { $0.isFinite })
        switch diagnostic {
        case .scale(let v): #expect(v.allSatisfy { $0 >= 0 })
        case .region(let v): #expect(v.allSatisfy { $0 > 0 })
        case .direction(let v): #expect(isAlong(v, walk.step(k)))
        case .inverse(let matrix):
          let g = walk.gradient(k)
          let direction = matrix.product(g).map { -$0 }
          let leads = direction.dot(g) < 0 ? direction : g.map { -$0 }
          #expect(isAlong(leads, walk.step(k)), "\(name), step \(k)")
        // `DiagnosticModelTests` knows of whose models they are.
        case .momentum, .model: break
        }
      }
    }
  }

  private func isAlong(_ direction: Vector, _ step: Vector) -> Bool {
    let share = direction.dot(step) / step.dot(step)
    return share > 0
      && zip(direction, step).map { $0 - share * $1 }.norm <= 1e-9 * direction.norm
  }
}

/// The iterates of a run, what was shown at each, and the function's own derivatives.
struct DiagnosticWalk {
  let function: any TestFunction
  private(set) var points: [Vector]
  private(set) var diagnostics: [[Diagnostic]]
  /// ε of the step that led to each iterate.
  private(set) var rates: [Double]
  /// How many gradients were asked for.
  let gradientCount: Int

  init(_ settings: some OptimizerSettings, on function: some TestFunction, steps: Int) {
    self.function = function
    var oracle = TestOracle(function)
    var x = function.start
    var method = settings.method(dimension: x.count)
    points = [x]
    diagnostics = [method.diagnostics(at: x)]
    rates = [method.learningRate]
    for _ in 0..<steps {
      do throws(Halt) { try method.step(from: &x, querying: &oracle) } catch { break }
      points.append(x)
      diagnostics.append(method.diagnostics(at: x))
      rates.append(method.learningRate)
    }
    gradientCount = oracle.gradientCount
  }

  /// The step that led to iterate k, from 1 on.
  func step(_ k: Int) -> Vector { zip(points[k], points[k - 1]).map { $0 - $1 } }

  /// ∇f where that step began.
  func gradient(_ k: Int) -> Vector { function.gradient(at: points[k - 1]) }

  /// B that was shown of that step.
  func model(_ k: Int) -> SymmetricMatrix? {
    for case .model(let matrix) in diagnostics[k] { return matrix }
    return nil
  }
}

extension OptimizerSettings {
  fileprivate func method(dimension: Int) -> Method { Method(self, dimension: dimension) }
}

extension SymmetricMatrix {
  func product(_ v: Vector) -> Vector { rows.map { $0.dot(v) } }
}
