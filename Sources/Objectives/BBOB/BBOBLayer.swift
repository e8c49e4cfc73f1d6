import RealModule

/// One change of variables on the way from x to z.
public enum BBOBLayer: Sendable {
  /// xᵢ − cᵢ.
  case shift([Double])
  /// cᵢ xᵢ.
  case scale([Double])
  /// xᵢ + weight · xᵢ₋₁.
  case shear(Double)
  /// A product with a matrix.
  case matrix(BBOBMatrix)
  /// A map of each coordinate alone.
  case each(BBOBMap)
}

/// A nonlinear map of each coordinate alone.
public enum BBOBMap: Sendable {
  /// T_osz.
  case oscillation
  /// T_asy, with the factor of √xᵢ for each coordinate.
  case asymmetry([Double])

  @inlinable
  func image<S: Scalar>(of x: S, _ i: Int) -> S {
    switch self {
    case .oscillation: BBOBTransformation.oscillated(x)
    case .asymmetry(let factors): BBOBTransformation.asymmetric(x, factors[i])
    }
  }
}

/// A point on its way through the layers and, on the way back, a gradient.
@usableFromInline
struct BBOBSweep<S: Scalar> {
  @usableFromInline var z: [S]
  @usableFromInline var spare: [S] = []
  /// The slopes of the maps passed on the way forward.
  @usableFromInline var slopes: [S] = []

  @inlinable
  init(_ x: Span<S>) {
    z = [S]()
    z.reserveCapacity(x.count)
    for i in 0..<x.count { z.append(x[i]) }
  }

  @inlinable
  mutating func advance(through layer: BBOBLayer, recording: Bool) {
    switch layer {
    case .shift(let center):
      for i in z.indices { z[i] -= S(center[i]) }
    case .scale(let factors):
      for i in z.indices { z[i] *= S(factors[i]) }
    case .shear(let weight):
      for i in z.indices.dropFirst().reversed() { z[i] += S(weight) * z[i - 1] }
    case .matrix(let matrix):
      rewrite { matrix.multiply($0, into: &$1) }
    case .each(let map):
      if recording {
        record(map)
      } else {
        for i in z.indices { z[i] = map.image(of: z[i], i) }
      }
    }
  }

  @inlinable
  mutating func record(_ map: BBOBMap) {
    for i in z.indices {
      let image = map.image(of: Dual(z[i], 1), i)
      z[i] = image.value
      slopes.append(image.derivative)
    }
  }

  /// From the gradient in what leaves `layer` to that in what enters it.
  @inlinable
  mutating func retreat(through layer: BBOBLayer) {
    switch layer {
    case .shift:
      break
    case .scale(let factors):
      for i in z.indices { z[i] *= S(factors[i]) }
    case .shear(let weight):
      for i in z.indices.dropLast() { z[i] += S(weight) * z[i + 1] }
    case .matrix(let matrix):
      rewrite { matrix.multiplyTransposed($0, into: &$1) }
    case .each:
      let first = slopes.count - z.count
      for i in z.indices { z[i] *= slopes[first + i] }
      slopes.removeLast(z.count)
    }
  }

  /// Lets `body` write a new z from the old one.
  @inlinable
  mutating func rewrite(_ body: ([S], inout [S]) -> Void) {
    if spare.isEmpty { spare = z }
    body(z, &spare)
    swap(&z, &spare)
  }
}

extension BBOBLayer {
  static var oscillation: BBOBLayer { .each(.oscillation) }

  /// T_asy^β.
  static func asymmetry(_ draw: BBOBDraw, _ beta: Double) -> BBOBLayer {
    .each(.asymmetry(draw.positions.map { beta * $0 }))
  }
}
