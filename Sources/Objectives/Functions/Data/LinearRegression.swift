import Specifications

/// The mean squared error of a prediction ŷ = wᵀx + b; θ is w, then b.
public enum LinearRegression: NetworkKind {
  public static let card = FunctionCard(
    name: "linear-regression", title: "Linear regression",
    formula: "1/m sum_i (w'x_i + b - y_i)^2 + lambda/2 |w|^2", dimensionRule: "features + 1",
    tags: [.convex, .unimodal, .smooth],
    source: "elementary; Goodfellow, Bengio and Courville, Deep Learning 2016, section 5.1.4")

  public static var parameters: [Parameter<NetworkLossFunction<Self>>] {
    NetworkLossFunction.dataParameters
  }

  public static var usualSetup: NetworkSetup {
    var setup = NetworkSetup(LinearData())
    setup.initialization = .zeros
    setup.loss = .squared
    setup.outputs = 1
    return setup
  }
}
