import LinearAlgebra

/// Cross-entropy of a single output z, which speaks for class 1: log(1 + e^u), where u = z for an
/// example of class 0 and −z for one of class 1 is what speaks against it.
///
/// No difference of near numbers is taken, so that small losses keep their digits.
struct TwoClassLoss<S: BlockScalar>: Sendable {
  private var against = Block<S>(count: 0)
  /// σ(u), the derivative of the loss by u.
  private var shares = Block<S>(count: 0)
  private var losses = Block<S>(count: 0)

  /// - Parameters:
  ///   - targets: the class of each example, 0 or 1.
  ///   - share: what the loss of an example counts in the mean.
  ///   - errors: the derivatives by the outputs, times `share`.
  /// - Returns: the sum of the losses.
  mutating func differentiate(
    _ outputs: Block<S>, _ targets: Span<Double>, share: S, into errors: inout Block<S>
  ) -> S {
    let m = targets.count
    against.reserve(m)
    for i in 0..<m { against[i] = targets[i] == 0 ? outputs[i] : -outputs[i] }
    against.logistic(count: m, into: &shares, softplus: &losses)
    for i in 0..<m { errors[i] = share * (targets[i] == 0 ? shares[i] : -shares[i]) }
    return losses.sum(m)
  }
}

extension Block {
  /// The sum of the first numbers, four at a time, so that no addition waits for the one before.
  fileprivate func sum(_ count: Int) -> S {
    var (a, b, c, d): (S, S, S, S) = (0, 0, 0, 0)
    let whole = count & ~3
    for i in stride(from: 0, to: whole, by: 4) {
      a += self[i]
      b += self[i + 1]
      c += self[i + 2]
      d += self[i + 3]
    }
    for i in whole..<count { a += self[i] }
    return (a + b) + (c + d)
  }

  /// Sets σ(z) and log(1 + e^z) of the first numbers.
  fileprivate func logistic(count: Int, into shares: inout Block, softplus: inout Block) {
    shares.reserve(count)
    softplus.reserve(count)
    var shareSpan = shares.values.mutableSpan
    var lossSpan = softplus.values.mutableSpan
    values.span.extracting(0..<count).logistic(into: &shareSpan, softplus: &lossSpan)
    guard S.hasSlope else { return }
    for i in 0..<count {
      let share = shares.values[i]
      shares.slopes[i] = share * (1 - share) * slopes[i]
      softplus.slopes[i] = share * slopes[i]
    }
  }
}
