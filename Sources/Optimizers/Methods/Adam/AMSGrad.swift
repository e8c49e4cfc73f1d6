import Specifications

extension Parameter {
  /// AMSGrad, of methods that take the maximum of s before its correction, as Adam may.
  static func amsgrad(_ path: WritableKeyPath<Root, Bool> & Sendable) -> Self {
    .flag("amsgrad", path, "divide by the largest average of squares so far")
  }
}

/// Raises the largest average of squares so far to s where that is larger, and returns it. A NaN
/// stays.
@inline(__always)
func raise(_ largest: inout Double, to s: Double) -> Double {
  if !(s <= largest) { largest = s }
  return largest
}
