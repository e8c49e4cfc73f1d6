import LinearAlgebra
import Testing

@testable import Objectives

/// Losses and accuracies of parts of data, by hand.
@Suite struct NetworkFigureTests {
  private static func network(
    _ x: [Double], _ classes: [Int], loss: NetworkLoss
  ) -> Network {
    let data = DataSet(
      features: Matrix(rows: x.count, columns: 1, elements: x),
      targets: .classes(classes, names: ["0", "1"]))
    return Network(
      NetworkShape(sizes: [1, 1], isNormalized: false), activation: .elu, loss: loss, decay: 3,
      data: data)
  }

  /// At θ = (1, 0) the logits are x: of −1, 1 and 2 with the classes 0, 1 and 0 two are right, and the
  /// penalty is no part of the loss.
  @Test func logitsAboveZeroAreClassOne() throws {
    let network = Self.network([-1, 1, 2], [0, 1, 0], loss: .crossEntropy)
    let theta: Vector = [1, 0]
    let figures = network.figures(at: theta.span, on: [network.data])[0]
    #expect(figures.accuracy == 2.0 / 3)
    // log(1 + 1/e) twice, and log(1 + e²).
    #expect(abs(figures.loss - (2 * 0.31326168751822286 + 2.1269280110429727) / 3) < 1e-15)
  }

  /// Of squared errors the nearer class counts, however far the output lies beyond.
  @Test func squaredErrorsChooseTheNearerClass() throws {
    let network = Self.network([-0.6, 0.4, 0.6, 1.7], [0, 1, 1, 1], loss: .squared)
    let theta: Vector = [1, 0]
    #expect(network.figures(at: theta.span, on: [network.data])[0].accuracy == 0.75)
  }

  /// Batch normalization takes means and variances from the training part: there the loss is J.
  @Test func normalizationIsThatOfTheTrainingPart() throws {
    let function = try #require(
      FunctionCatalogue.function("mlp:batch-norm=true,hidden=3")
        as? NetworkLossFunction<MultilayerPerceptron>)
    let x = function.start
    let one = function.data.training.examples([4])
    let network = function.network
    let whole = network.figures(at: x.span, on: [function.data.training])[0]
    #expect(abs(whole.loss - function.value(at: x)) < 1e-14)
    // The loss of an example alone is that which it has among all.
    let alone = (0..<200).map {
      network.figures(at: x.span, on: [function.data.training.examples([$0])])[0].loss
    }
    #expect(abs(alone.reduce(0, +) / 200 - whole.loss) < 1e-14)
    #expect(network.figures(at: x.span, on: [one])[0].loss == alone[4])
  }

  /// A column that is the same for all examples is shifted, whatever rounding makes of its mean.
  @Test func constantColumnsAreShifted() {
    let features = Matrix(
      rows: 200, columns: 2, elements: (0..<200).flatMap { [0.1, Double($0)] })
    let data = DataSet(features: features, targets: .values(.zeros(200)))
    var parts = DataParts(training: data, validation: data)
    parts.validation?.features[0, 0] = 0.101
    parts.standardize()
    for i in 0..<200 { #expect(abs(parts.training.features[i, 0]) < 1e-15) }
    #expect(abs((parts.validation?.features[0, 0] ?? 0) - 0.001) < 1e-15)
    let second = (0..<200).map { parts.training.features[$0, 1] }
    #expect(abs(second.reduce(0, +)) < 1e-12)
    #expect(abs(second.map { $0 * $0 }.reduce(0, +) / 200 - 1) < 1e-12)
  }
}
