import CKernels

extension Span<Double> {
  /// Sets σ(z) = 1/(1 + e^(−z)) and its integral log(1 + e^z) of each number, to 3 units of the last
  /// place and with the same digits on every machine; shares below 1e-307 are 0. Requires as much
  /// room.
  public func logistic(
    into shares: inout MutableSpan<Double>, softplus: inout MutableSpan<Double>
  ) {
    precondition(shares.count >= count && softplus.count >= count, "too little room")
    withUnsafeBufferPointer { z in
      shares.withUnsafeMutableBufferPointer { shares in
        softplus.withUnsafeMutableBufferPointer { softplus in
          guard let z = z.baseAddress, let shares = shares.baseAddress,
            let softplus = softplus.baseAddress
          else { return }
          descent_logistic(z, shares, softplus, count)
        }
      }
    }
  }
}
