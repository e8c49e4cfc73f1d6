import CKernels
import LinearAlgebra

/// Adam's update of all components in C, where square roots are taken several at once; the Swift
/// compiler leaves them scalar.
enum AdamKernel {
  /// The gradient and the numbers are only read; passed as inout they are not copied.
  static func update(
    _ x: inout Vector, means: inout Vector, squares: inout Vector, gradient: inout Vector,
    by numbers: inout descent_adam
  ) {
    let n = x.count
    precondition(means.count == n && squares.count == n && gradient.count == n)
    x.withUnsafeMutableBufferPointer { x in
      means.withUnsafeMutableBufferPointer { means in
        squares.withUnsafeMutableBufferPointer { squares in
          gradient.withUnsafeMutableBufferPointer { gradient in
            descent_adam_update(
              x.baseAddress, means.baseAddress, squares.baseAddress, gradient.baseAddress, n,
              &numbers)
          }
        }
      }
    }
  }
}
