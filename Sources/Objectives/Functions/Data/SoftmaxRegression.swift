import Specifications

/// The mean negative log-likelihood of K classes with the probabilities softmax(W x + b); θ is W row
/// after row, then b.
///
/// Without a penalty the same number added to all biases changes nothing, nor does the same vector
/// added to all rows: minima are no single points.
public enum SoftmaxRegression: NetworkKind {
  public static let card = FunctionCard(
    name: "softmax-regression", title: "Softmax regression",
    formula: "1/m sum_i -log softmax(W x_i + b)_(y_i) + lambda/2 |W|^2",
    dimensionRule: "(features + 1) classes", tags: [.convex, .unimodal, .smooth],
    source: "Goodfellow, Bengio and Courville, Deep Learning 2016, section 6.2.2.3")

  public static var parameters: [Parameter<NetworkLossFunction<Self>>] {
    NetworkLossFunction.dataParameters
  }

  public static var usualSetup: NetworkSetup {
    var setup = NetworkSetup(Blobs())
    setup.initialization = .zeros
    setup.loss = .crossEntropy
    return setup
  }
}
