import LinearAlgebra
import Objectives

// MARK: - The last digits

extension LocalDescent {
  /// The largest number of variables for which Hessians are formed.
  static var largestOrder: Int { 32 }

  /// Newton steps while the gradient shrinks and f does not rise by more than its rounding.
  func polished(_ start: Sample) -> Sample {
    var now = start
    guard now.x.count <= Self.largestOrder else { return now }
    for _ in 0..<20 {
      let hessian = function.hessian(at: now.x)
      guard let step = try? hessian.solve(now.gradient), step.isFinite else { break }
      var x = now.x
      x.add(-1, step)
      let next = sample(x)
      guard next.isUsable, next.gradient.norm < now.gradient.norm,
        next.value <= now.value + 4 * now.value.ulp
      else { break }
      now = next
    }
    return now
  }

  /// The point in as few decimals as lose nothing: minimizers of written formulas often are short.
  func rounded(_ sample: Sample) -> Sample {
    for scale in [1, 10, 100, 1e3, 1e4, 1e5, 1e6] {
      // Adding 0 makes a negative zero positive.
      let short = self.sample(sample.x.map { ($0 * scale).rounded() / scale + 0 })
      if short.value <= sample.value + 4 * sample.value.ulp,
        short.gradient.norm <= sample.gradient.norm
      {
        return short
      }
    }
    return sample
  }

  /// Whether f is as low, to `tolerance`, at some `distance` along an axis: a point of a set of
  /// minima, as of y² in two variables.
  func isLevel(_ sample: Sample, distance: Double, tolerance: Double) -> Bool {
    guard sample.x.count <= Self.largestOrder else { return false }
    return sample.x.indices.contains { i in
      [-distance, distance].contains { shift in
        var x = sample.x
        x[i] += shift
        return function.value(at: x) <= sample.value + tolerance
      }
    }
  }

  /// Whether f falls to the point from values of another order of magnitude within `distance`: the
  /// last number before a pole rather than a minimum.
  func isPole(_ sample: Sample, distance: Double) -> Bool {
    guard sample.x.count <= Self.largestOrder else { return false }
    return sample.x.indices.contains { i in
      [-distance, distance].contains { shift in
        var x = sample.x
        x[i] += shift
        let beside = function.value(at: x)
        return beside.isFinite && beside - sample.value > 1e6 * max(1, abs(beside))
      }
    }
  }

  /// Whether f is higher at some `distance` either way along every axis: a minimum rather than a
  /// plain that falls for ever.
  func isHollow(_ sample: Sample, distance: Double) -> Bool {
    guard sample.x.count <= Self.largestOrder else { return false }
    return sample.x.indices.allSatisfy { i in
      [-distance, distance].allSatisfy { shift in
        var x = sample.x
        x[i] += shift
        return function.value(at: x) > sample.value
      }
    }
  }
}
