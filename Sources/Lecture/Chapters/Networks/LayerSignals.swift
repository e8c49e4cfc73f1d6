import Contours
import Experiments
import Objectives
import Scenes
import Statistics

/// What a deep network's layers say before the first step: whether units saturate, whether gradients
/// reach the first layer.
enum LayerSignals {
  private static let depth = 6
  private static let seeds = 10

  /// The layers of networks that differ in their weights alone.
  private static func layers(
    _ network: String, _ setting: ChapterSetting
  ) throws -> [[LayerState]] {
    try (0..<seeds).map { k in
      let hidden = Array(repeating: "100", count: depth).joined(separator: "/")
      let seed = (setting.seed &* 1000 &+ UInt64(k)) % 999_983
      let function = try FunctionName.function(
        "mlp:data=digits,hidden=\(hidden),\(network),seed=\(seed)")
      guard let network = function as? NetworkLossFunction<MultilayerPerceptron> else {
        preconditionFailure("mlp is no network")
      }
      return network.layers(at: network.start)
    }
  }

  /// A number of each layer, the mean over the networks.
  private static func means(
    _ all: [[LayerState]], _ value: (LayerState) -> Double
  ) -> [Double] {
    (0..<depth).map { l in all.reduce(0) { $0 + value($1[l]) } / Double(all.count) }
  }

  private static func line(_ label: String, _ values: [Double]) -> PlotLine {
    PlotLine(
      label, values.enumerated().map { PlanePoint(Double($0 + 1), $1) }, kind: .joined)
  }

  // MARK: Initialization

  private static func saturation(_ layer: LayerState) -> Double {
    Double(layer.outputs.count { abs($0) > 0.95 }) / Double(layer.outputs.count)
  }

  private static func meanSquare(_ layer: LayerState) -> Double {
    layer.outputs.reduce(0) { $0 + $1 * $1 } / Double(layer.outputs.count)
  }

  /// Shares from the axis up: beside those above 0 stands the least that is shown, as 0 has no place
  /// on a logarithmic axis.
  private static func grounded(_ shares: [Double]) -> [Double] {
    shares.indices.map { i in
      let isBeside = shares[max(i - 1, 0)...min(i + 1, shares.count - 1)].contains { $0 > 0 }
      return isBeside ? max(shares[i], leastShare) : .nan
    }
  }

  private static let leastShare = 1e-4

  static func initialization(_ setting: ChapterSetting) throws -> ChapterPart {
    let kinds = [
      ("variance 1", "init=normal"), ("Glorot", "init=glorot"),
      ("scale 0.1", "init=glorot,scale=0.1"),
    ]
    let states = try kinds.map { try layers("activation=tanh,\($0.1)", setting) }
    let shares = states.map { means($0, saturation) }
    let he = means(try layers("activation=relu,init=he", setting), meanSquare)
    let bins = (0..<40).map { -0.975 + 0.05 * Double($0) }
    let histograms = zip(kinds, states).map { kind, all in
      let outputs = all[0][2].outputs
      let shares = bins.map { bin in
        Double(outputs.count { abs($0 - bin) <= 0.025 + 1e-9 }) / Double(outputs.count)
      }
      return PlotLine(kind.0, zip(bins, grounded(shares)).map { PlanePoint($0, $1) })
    }
    return ChapterPart(
      "Initialization",
      text: [
        "Weights that are too large drive units to where tanh is flat: they saturate, and no "
          + "gradient passes. Weights that are too small let the signal die out. Glorot's and He's "
          + "variances keep the size of the signal from layer to layer."
      ],
      figures: [
        .plot(
          "saturation",
          caption: "Outputs of the third of \(depth) hidden layers of 100 tanh units before the "
            + "first step: the share of outputs around each value. With weights of a tenth all "
            + "lie around 0.", histograms,
          x: .init("output of a unit", range: -1...1),
          y: .init("share", isLogarithmic: true, range: leastShare...1),
          title: "Weights of variance 1 saturate the units"),
        .plot(
          "saturated-share",
          caption: "The share of outputs beyond ±0.95, layer by layer; means of \(seeds) networks.",
          zip(kinds, shares).map { line($0.0, $1) }, x: .init("hidden layer"),
          y: .init("saturated share", range: 0...1), title: "Saturated units by layer"),
      ],
      claims: [
        Claim(
          "saturation", "Weights that are too large saturate the units.",
          quantity: "share of outputs beyond ±0.95 in the sixth layer with weights of variance 1",
          theory: .atLeast(
            0.7,
            "inputs of 100 units near ±1 have a standard deviation of about 9: 84 % of a normal "
              + "distribution lie beyond ±artanh 0.95 = ±1.83"),
          measured: Measurement(shares[0][depth - 1])),
        Claim(
          "glorot", "With Glorot's variance they do not.",
          quantity: "the same with Glorot's initialization",
          theory: .atMost(
            0.067, "inputs of variance 1 or less: 6.7 % of a normal distribution lie beyond ±1.83"),
          measured: Measurement(shares[1][depth - 1])),
        Claim(
          "he", "He's variance keeps the signal's size through relu layers.",
          quantity: "mean square of the sixth layer's outputs over that of the first, mean of "
            + "\(seeds) networks",
          theory: .near(
            1, within: 0.5,
            "1 in the mean; each layer of 100 units adds a relative deviation of about √(5/100), "
              + "five layers and \(seeds) networks √(5 · 5/100/\(seeds)) = 0.16: three of them"),
          measured: Measurement(he[depth - 1] / he[0])),
      ])
  }

  // MARK: Activation

  static func activation(_ setting: ChapterSetting) throws -> ChapterPart {
    let kinds = [
      ("logistic", "activation=logistic,init=lecun"), ("tanh", "activation=tanh,init=lecun"),
      ("ELU", "activation=elu,init=he"),
    ]
    let norms = try kinds.map { means(try layers($0.1, setting), \.gradientNorm) }
    return ChapterPart(
      "Activation",
      text: [
        "On the way back each layer multiplies the gradient by the slope of its activation, which "
          + "is at most ¼ for the logistic function. After six layers little is left for the first; "
          + "ELU's slope is 1 for half of the units."
      ],
      figures: [
        .plot(
          "gradients",
          caption:
            "‖∂J/∂W‖ of each hidden layer before the first step, means of \(seeds) networks.",
          zip(kinds, norms).map { line($0.0, $1) }, x: .init("hidden layer"),
          y: .init("gradient norm ‖∂J/∂W‖", isLogarithmic: true),
          title: "With the logistic function gradients vanish towards the first layer")
      ],
      claims: [
        Claim(
          "vanishing", "With logistic units gradients vanish in deep networks.",
          quantity:
            "gradient norm of the first hidden layer over that of the sixth, logistic units",
          theory: .atMost(
            0.01,
            "five slopes of at most ¼ times weights that keep the length: 4⁻⁵ = 0.001, times "
              + "the inputs' lengths, which differ by less than ten"),
          measured: Measurement(norms[0][0] / norms[0][depth - 1])),
        Claim(
          "elu", "With ELU they do not.",
          quantity: "the same for ELU with He's initialization",
          theory: .atLeast(0.1, "He's variance is made for slopes of 1 at half of the units"),
          measured: Measurement(norms[2][0] / norms[2][depth - 1])),
      ])
  }
}
