import CKernels
import LinearAlgebra

/// Adam's update of all components in C, where square roots are taken several at once; the Swift
/// compiler leaves them scalar.
enum AdamKernel {
  static func update(
    _ x: inout Vector, means: inout Vector, squares: inout Vector, gradient: Vector,
    by numbers: descent_adam
  ) {
    let n = x.count
    precondition(means.count == n && squares.count == n && gradient.count == n)
    descent_adam_update(&x, &means, &squares, gradient, n, numbers)
  }
}
