import LinearAlgebra
import Objectives

extension LargestEigenvalue {
  /// That of the Hessian of f at x, by its products.
  package init(ofHessianOf objective: some TestFunction, at x: Vector) {
    self.init(order: x.count) { v, product in
      objective.hessianProduct(at: x.span, along: v, into: &product)
    }
  }
}
