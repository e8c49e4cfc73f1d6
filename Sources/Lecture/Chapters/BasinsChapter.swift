import Experiments
import Objectives
import Optimizers
import Races
import Scenes

/// Basins: from where which optimizer ends where.
struct BasinsChapter: Chapter {
  static let card = ChapterCard(
    name: "basins", title: "Basins",
    summary: "From each of a million starts: where an optimizer ends, and after how many steps.")

  let parts: [ChapterPart]

  init(_ setting: ChapterSetting) async throws {
    parts = [
      try await Self.himmelblau(setting), try await Self.camel(setting),
      try await Self.fractal(setting),
    ]
  }

  private static let side = 1000
  private static let steps = 200

  private static func basins(
    _ function: String, _ optimizer: String, _ setting: ChapterSetting,
    window: ClosedRange<Double>? = nil
  ) async throws -> Basins {
    try await BasinMap(
      FunctionName.function(function), OptimizerCatalogue.settings(optimizer), x: window,
      y: window, columns: side, rows: side, steps: steps
    ).computed(workers: setting.workers, reporter: setting.reporter)
  }

  private static func figure(
    _ name: String, title: String? = nil, caption: String, _ basins: Basins
  ) -> LectureFigure {
    LectureFigure(name, caption: caption) { look in
      BasinFigure(basins, title: title, colors: look.colors).picture
    }
  }

  /// The share of starts whose end is such.
  private static func share(_ basins: Basins, _ isSuch: (Basins.End?) -> Bool) -> Double {
    let count = basins.cells.count { isSuch($0.end < 0 ? nil : basins.ends[$0.end]) }
    return Double(count) / Double(basins.cells.count)
  }

  private static func isMinimum(_ end: Basins.End) -> Bool {
    end.kind == .minimum || end.kind == .localMinimum
  }

  // MARK: Himmelblau

  private static func himmelblau(_ setting: ChapterSetting) async throws -> ChapterPart {
    let slow = try await basins("himmelblau", "sgd:lr=0.01", setting)
    let newton = try await basins("himmelblau", "newton", setting)
    let strays = [slow, newton].map { map in
      share(map) { $0.map { !isMinimum($0) } ?? true }
    }
    return ChapterPart(
      "Himmelblau's four minima",
      text: [
        "Each pixel is a start; its colour tells the end, its lightness the steps. Gradient descent "
          + "divides the plane into four connected basins. Newton's method goes to whatever "
          + "stationary point the quadratic model has: to saddles and the maximum too, and its "
          + "basins are frayed."
      ],
      figures: [
        figure(
          "himmelblau-sgd", title: "Where gradient descent ends on Himmelblau",
          caption: "Gradient descent, ε = 0.01.", slow),
        figure("himmelblau-newton", caption: "Newton's method.", newton),
      ],
      claims: [
        Claim(
          "newton-strays",
          "Newton's method may move in the wrong direction, to saddles and maxima.",
          quantity:
            "share of 10⁶ starts on Himmelblau's function from which it does not end at a "
            + "minimum",
          theory: .atLeast(
            0.1, "each of the nine stationary points attracts its surroundings, five are no minima"),
          measured: Measurement(strays[1])),
        Claim(
          "descent-stays", "Gradient descent ends at minima.",
          quantity: "the same for gradient descent, ε = 0.01",
          theory: .atMost(
            0.002,
            "only starts on the curves that lead into saddles: two pixels a row at most of 1000"),
          measured: Measurement(strays[0])),
      ])
  }

  // MARK: Three-hump camel

  /// The lecture's methods: label, specification.
  private static let methods = [
    ("sgd", "sgd:lr=0.02"), ("momentum", "momentum:lr=0.02,alpha=0.9"),
    ("rmsprop", "rmsprop:lr=0.02"), ("adam", "adam:lr=0.1"),
  ]

  private static func camel(_ setting: ChapterSetting) async throws -> ChapterPart {
    var maps: [Basins] = []
    for (_, method) in methods {
      maps.append(try await basins("three-hump-camel", method, setting))
    }
    let asymmetry = maps[0].mirrored
    return ChapterPart(
      "The starts that are lost",
      text: [
        "The three-hump camel has its minimum in the middle and two worse ones beside it. Of a "
          + "million starts these are not at the minimum after \(steps) steps. "
          + maps.map(losses).joined(separator: " "),
        "The rates are each method's own: a step of gradient descent is ε‖g‖ long, and g is large at "
          + "the rim, where it diverges; each coordinate of one of RMSProp or Adam is about ε long.",
      ],
      figures: zip(methods, maps).map { method, map in
        figure(
          "camel-\(method.0)", caption: "\(map.map.settings.headline) on the three-hump camel.", map
        )
      },
      claims: [
        Claim(
          "symmetry", "The map of a symmetric function is symmetric.",
          quantity: "share of starts θ whose end is not the mirror image of that of −θ, gradient "
            + "descent", theory: .near(0, within: 0, "f(−θ) = f(θ), and negation rounds nothing"),
          measured: Measurement(asymmetry)),
        Claim(
          "momentum-elsewhere", "Momentum overshoots: it leaves basins in which it starts.",
          quantity:
            "share of starts from which both arrive within 200 steps, and momentum at another "
            + "minimum than gradient descent",
          theory: .atLeast(
            0.05, "it rolls over the two humps, which are low against the heights at the rim"),
          measured: Measurement(maps[1].difference(from: maps[0]))),
      ])
  }

  /// Where starts are lost, in a sentence.
  private static func losses(_ map: Basins) -> String {
    func percent(_ share: Double) -> String { "\(Measurement.text(100 * share)) %" }
    func percent(at end: Int) -> String {
      percent(Double(map.cells.count { $0.end == end }) / Double(map.cells.count))
    }
    let elsewhere = share(map) { $0.map { $0.kind != .minimum } ?? false }
    return "\(map.map.settings.headline): \(percent(elsewhere)) are at another stationary point, "
      + "\(percent(at: Basins.Cell.diverged)) have diverged, "
      + "\(percent(at: Basins.Cell.nowhere)) are still on their way."
  }

  // MARK: Newton's fractal

  private static func fractal(_ setting: ChapterSetting) async throws -> ChapterPart {
    // The gradient is the conjugate of z³ − 1: Newton's step is that of complex numbers.
    let map = try await basins(
      "(x^4-6*x^2*y^2+y^4)/4-x", "newton", setting, window: -2...2)
    let roots = map.ends.filter { end in
      let (x, y) = (end.point[0], end.point[1])
      return abs(x * x * x - 3 * x * y * y - 1) < 1e-6 && abs(3 * x * x * y - y * y * y) < 1e-6
    }
    let pair = roots.filter { $0.point[1].magnitude > 0.5 }.map { Double($0.starts) }
    return ChapterPart(
      "Newton's fractal",
      text: [
        "f = Re(z⁴/4 − z) has three saddles, at the cube roots of 1, and no minimum. Newton's method "
          + "goes to one of them from nearly everywhere, and between any two of its basins lies the "
          + "third."
      ],
      figures: [
        figure("fractal", caption: "Newton's method on Re(z⁴/4 − z), from −2 to 2.", map)
      ],
      claims: [
        Claim(
          "saddles", "Near saddle points Newton's updates lead to the saddle.",
          quantity:
            "share of 10⁶ starts that end at one of the three saddles within \(steps) steps",
          theory: .atLeast(
            0.99, "all but a fractal of measure 0 and starts close to it"),
          measured: Measurement(
            Double(roots.reduce(0) { $0 + $1.starts }) / Double(map.cells.count))),
        Claim(
          "conjugate-roots", "Mirror images have basins of one size.",
          quantity: "starts that end at one of the two complex roots over those that end at the "
            + "other",
          theory: .near(
            1, within: 0.001,
            "f(x, −y) = f(x, y); where basins are frayed a start may round to "
              + "another side"),
          measured: Measurement(pair.count == 2 ? pair[0] / pair[1] : .nan)),
      ])
  }
}

extension Basins {
  /// The share of starts whose end is not the mirror image of that of the start on the other side of
  /// the middle.
  fileprivate var mirrored: Double {
    let wrong = cells.indices.count { i in
      let (here, there) = (cells[i], cells[cells.count - 1 - i])
      guard here.end >= 0, there.end >= 0 else { return here.end != there.end }
      let (a, b) = (ends[here.end].point, ends[there.end].point)
      return zip(a, b).contains { abs($0 + $1) > 1e-6 }
    }
    return Double(wrong) / Double(cells.count)
  }

  /// The share of starts from which both of two maps arrive, and at different ends.
  fileprivate func difference(from other: Basins) -> Double {
    let wrong = cells.indices.count { i in
      let (a, b) = (cells[i].end, other.cells[i].end)
      guard a >= 0, b >= 0 else { return false }
      return zip(ends[a].point, other.ends[b].point).contains { abs($0 - $1) > 1e-3 }
    }
    return Double(wrong) / Double(cells.count)
  }
}
