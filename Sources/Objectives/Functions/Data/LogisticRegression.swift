import Specifications

/// The mean negative log-likelihood of two classes, the second of which has the probability
/// σ(wᵀx + b); θ is w, then b.
public enum LogisticRegression: NetworkKind {
  public static let card = FunctionCard(
    name: "logistic-regression", title: "Logistic regression",
    formula: "1/m sum_i log(1 + exp(-s_i (w'x_i + b))) + lambda/2 |w|^2, s_i = 1 or -1 by class",
    dimensionRule: "features + 1", tags: [.convex, .unimodal, .smooth],
    source: "Cox, Journal of the Royal Statistical Society B 20 (1958) 215-242")

  public static var parameters: [Parameter<NetworkLossFunction<Self>>] {
    NetworkLossFunction.dataParameters
  }

  public static var usualSetup: NetworkSetup {
    var setup = NetworkSetup(Moons())
    setup.initialization = .zeros
    setup.loss = .crossEntropy
    setup.outputs = 1
    return setup
  }
}
