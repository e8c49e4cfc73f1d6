import LinearAlgebra

/// How a network does on some examples.
struct NetworkFigures {
  /// The mean loss, without the penalty.
  var loss: Double
  /// The share of examples whose class is the one that the network holds most likely; nil where
  /// there are no classes.
  var accuracy: Double?
}

extension Network {
  /// How the network does on several sets of examples of the same features and classes. Batch normalization takes
  /// its means and variances from all of `data`, as after training.
  func figures(at x: Span<Double>, on parts: [DataSet]) -> [NetworkFigures] {
    var pass = plainPasses.take { NetworkPass(shape) }
    pass.parameters.setValues(x)
    if shape.isNormalized {
      pass.forward(data.features.elements.span, count: data.count, by: activation)
    }
    let all = parts.map { figures(on: $0, &pass) }
    plainPasses.giveBack(pass)
    return all
  }

  private func figures(on part: DataSet, _ pass: inout NetworkPass<Double>) -> NetworkFigures {
    let targets = LossTargets(part.targets)
    let features = part.features.elements.span
    var total = 0.0
    var hits = 0
    var first = 0
    while first < part.count {
      let end = min(first + 256, part.count)
      pass.forward(
        features.extracting((first * shape.inputs)..<(end * shape.inputs)), count: end - first,
        by: activation, fixed: true)
      total += pass.lose(
        by: loss, targets.values.span.extracting(first..<end), areClasses: targets.areClasses,
        share: 1)
      if targets.areClasses {
        let outputs = pass.sums[shape.layers.count - 1]
        for i in first..<end where choice(outputs, row: i - first) == targets.values[i] {
          hits += 1
        }
      }
      first = end
    }
    let count = Double(part.count)
    return NetworkFigures(
      loss: total / count, accuracy: targets.areClasses ? Double(hits) / count : nil)
  }

  /// The number of the class with the largest output; of a single output class 1 where it is above
  /// 0, or the class nearest to it by squared errors.
  private func choice(_ outputs: Block<Double>, row: Int) -> Double {
    let width = shape.outputs
    let first = row * width
    if width == 1, loss == .squared {
      return min(max(outputs[first].rounded(), 0), Double((data.targets.classCount ?? 1) - 1))
    }
    if width == 1 { return outputs[first] > 0 ? 1 : 0 }
    var best = 0
    for j in 1..<width where outputs[first + j] > outputs[first + best] { best = j }
    return Double(best)
  }
}
