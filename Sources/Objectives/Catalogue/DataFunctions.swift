extension FunctionCatalogue {
  /// Losses of models over the examples of a data set.
  static let overData: [any TestFunction.Type] = [
    NetworkLossFunction<LinearRegression>.self,
    NetworkLossFunction<LogisticRegression>.self,
    NetworkLossFunction<SoftmaxRegression>.self,
    NetworkLossFunction<MultilayerPerceptron>.self,
    MeanOverExamples.self,
  ]
}
