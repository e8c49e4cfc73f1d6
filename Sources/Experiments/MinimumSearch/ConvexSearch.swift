import LinearAlgebra
import Objectives

/// The minimum of a convex function by Newton's method, as far as doubles tell it.
///
/// A step is halved until f falls. The end is certified by Newton's decrement, gᵀH⁻¹g: near a
/// minimum twice the distance of f from it. A function that only tends to its infimum, as a
/// logistic loss of classes that a plane divides, has decrements that vanish as f does and steps that
/// do not: no minimum is claimed.
/// Reference: Boyd and Vandenberghe, *Convex Optimization*, 2004, section 9.5.
struct ConvexSearch {
  let function: any TestFunction

  private static let mostSteps = 60
  /// Operations of a Hessian above which nothing is searched.
  private static let mostWork = 5e7

  private struct Place {
    var x: Vector
    var value: Double
    /// −H⁻¹g.
    var step: Vector
    /// gᵀH⁻¹g.
    var decrement: Double
  }

  func result() -> FoundMinimum {
    let work = Double(function.valueCost) * Double(function.dimension)
    guard work <= Self.mostWork else { return .notSearched }
    guard var place = place(at: function.start) else { return .unknown }
    for _ in 0..<Self.mostSteps {
      if isCertified(place) { return found(place) }
      guard let next = next(place) else { break }
      place = next
    }
    return isCertified(place) ? found(place) : .unknown
  }

  private func isCertified(_ place: Place) -> Bool {
    guard place.decrement <= 1e-15 * (1 + abs(place.value)) else { return false }
    return place.decrement <= 1e-9 * abs(place.value)
      || place.step.norm <= 1e-6 * (1 + place.x.norm)
  }

  private func found(_ place: Place) -> FoundMinimum {
    FoundMinimum(minimum: place.value, basis: .computed, minimizers: [place.x])
  }

  private func place(at x: Vector) -> Place? {
    let value = function.value(at: x)
    let gradient = function.gradient(at: x)
    var hessian = function.hessian(at: x)
    // Directions in which f is flat, as of softmax without a penalty, get steps that are bounded.
    for i in 0..<x.count { hessian[i, i] *= 1 + 1e-13 }
    guard value.isFinite, let step = try? hessian.solve(gradient.negated), step.isFinite else {
      return nil
    }
    return Place(x: x, value: value, step: step, decrement: -gradient.dot(step))
  }

  private func next(_ place: Place) -> Place? {
    var length = 1.0
    while length > 1e-10 {
      var x = place.x
      x.add(length, place.step)
      if function.value(at: x) <= place.value - 0.1 * length * place.decrement {
        return self.place(at: x)
      }
      length /= 2
    }
    return nil
  }
}
