/// What a network loses by what it says of an example.
public enum NetworkLoss: String, CaseIterable, Sendable {
  /// −log of the probability given to the class, in nats: by softmax of the outputs, or by the
  /// logistic function of a single one, which speaks for class 1.
  case crossEntropy = "cross-entropy"
  /// Σ (output − target)². A class has the target 1 at its own output and 0 at the others, or with
  /// a single output its number.
  case squared
}

extension NetworkLoss {
  /// The loss of one example and its derivatives by the outputs; cross-entropy of a single output
  /// is `TwoClassLoss`.
  ///
  /// - Parameters:
  ///   - row: the example's outputs, `width` numbers of the block.
  ///   - target: the class number, or the value that is to be predicted.
  func differentiate<S>(
    _ outputs: Block<S>, row: Int, width: Int, target: Double, isClass: Bool,
    into errors: inout Block<S>
  ) -> S {
    let first = row * width
    switch self {
    case .squared:
      var sum: S = 0
      for j in 0..<width {
        let wanted = width == 1 || !isClass ? target : (Double(j) == target ? 1 : 0)
        let rest = outputs[first + j] - S(wanted)
        errors[first + j] = 2 * rest
        sum += rest * rest
      }
      return sum
    case .crossEntropy:
      return Self.softmax(outputs, first..<(first + width), Int(target), into: &errors)
    }
  }

  private static func softmax<S>(
    _ outputs: Block<S>, _ row: Range<Int>, _ number: Int, into errors: inout Block<S>
  ) -> S {
    var largest = -Double.infinity
    for j in row { largest = max(largest, outputs[j].real) }
    var sum: S = 0
    for j in row {
      let power = S.exp(outputs[j] - S(largest))
      errors[j] = power
      sum += power
    }
    let own = row.lowerBound + number
    for j in row { errors[j] /= sum }
    errors[own] -= 1
    return .log(sum) + S(largest) - outputs[own]
  }
}

/// What is to be predicted, as numbers: class numbers or values.
struct LossTargets: Sendable {
  let values: [Double]
  let areClasses: Bool

  init(_ targets: DataSet.Targets) {
    switch targets {
    case .values(let values): (self.values, areClasses) = (values, false)
    case .classes(let numbers, _): (values, areClasses) = (numbers.map(Double.init), true)
    }
  }
}
