import LinearAlgebra
import Objectives
import Optimizers
import RealModule

extension ParameterMap {
  /// The logarithm of λ over the largest curvature that is stable with the settings at shares of
  /// the map from 0 to 1, where f is a quadratic of largest eigenvalue λ: above 0 theory has runs
  /// diverge. Nil where f is none, or its settings are varied.
  ///
  /// NaN where the method has no such limit.
  public func instability() -> ((_ across: Double, _ up: Double) -> Double)? {
    guard across.owner == .optimizer, up.owner == .optimizer,
      let curvature = subject.function.constantCurvature, curvature > 0
    else { return nil }
    return { [self] share, height in
      let values = [(across.key, across.value(at: share)), (up.key, up.value(at: height))]
      guard let settings = try? subject.settings(with: values.map { (key: $0.0, value: $0.1) }),
        let limit = settings.largestStableCurvature, limit > 0
      else { return .nan }
      return .log(curvature / limit)
    }
  }
}

extension TestFunction {
  /// The largest eigenvalue of the Hessian where that is the same everywhere, as three points of
  /// the domain tell; nil elsewhere, where f is unbounded below, and for many variables.
  var constantCurvature: Double? {
    guard dimension <= mostVariablesLocated, !isRandom else { return nil }
    let points = [0.2, 0.55, 0.9].map { share in
      domain.map { $0.lowerBound * (1 - share) + $0.upperBound * share }
    }
    let hessians = points.map { hessian(at: $0) }
    let entries = hessians.map { hessian in hessian.rows.flatMap { $0 } }
    let size = entries[0].largestMagnitude
    guard size.isFinite,
      entries.dropFirst().allSatisfy({
        $0.minus(entries[0]).largestMagnitude <= 1e-9 * size
      })
    else { return nil }
    guard let eigenvalues = try? hessians[0].eigenvalues(), let least = eigenvalues.first,
      least >= -1e-9 * size
    else { return nil }
    return eigenvalues.last
  }
}
