import LinearAlgebra

/// The lowest point of gᵀp + pᵀBp/2 within ‖p‖ ≤ Δ on the path of conjugate gradients from 0, from
/// products with B alone.
///
/// The path ends where the residual is below min(½, √‖g‖) ‖g‖, where it leaves the ball, and where
/// a direction d has dᵀBd ≤ 0: there the lower of the two points on the line along d that are on
/// the boundary is taken. Reference: T. Steihaug, SIAM J. Numer. Anal. 20 (1983) 626–637; Nocedal
/// and Wright, Numerical Optimization, 2nd ed., algorithm 7.2.
struct SteihaugPath: Sendable {
  private var z: Vector
  private var residual: Vector
  private var direction: Vector
  private var image: Vector

  init(dimension: Int) {
    z = .zeros(dimension)
    residual = z
    direction = z
    image = z
  }

  /// `multiply` writes B d.
  mutating func step(
    along g: Vector, within radius: Double,
    multiply: (_ d: Vector, _ product: inout Vector) throws(Halt) -> Void
  ) throws(Halt) -> ModelStep {
    for i in g.indices {
      z[i] = 0
      residual[i] = g[i]
      direction[i] = -g[i]
    }
    var square = g.dot(g)
    let size = square.squareRoot()
    let tolerance = min(0.5, size.squareRoot()) * size
    for _ in 0..<max(20, 10 * g.count) {
      guard square.squareRoot() > tolerance else { break }
      try multiply(direction, &image)
      let curvature = direction.dot(image)
      guard curvature > 0 else { return boundaryStep(along: g, radius, curvature, isFree: true) }
      let length = square / curvature
      if leaves(radius, after: length) {
        return boundaryStep(along: g, radius, curvature, isFree: false)
      }
      z.add(length, direction)
      residual.add(length, image)
      let next = residual.dot(residual)
      let beta = next / square
      for i in g.indices { direction[i] = beta * direction[i] - residual[i] }
      square = next
    }
    return ModelStep(step: z, decrease: decrease(along: g), isOnBoundary: false)
  }

  private func leaves(_ radius: Double, after length: Double) -> Bool {
    var sum = 0.0
    for i in z.indices {
      let coordinate = z[i] + length * direction[i]
      sum += coordinate * coordinate
    }
    return !(sum.squareRoot() < radius)
  }

  /// m(0) − m(z), where g + B z is the residual.
  private func decrease(along g: Vector) -> Double {
    -(g.dot(z) + residual.dot(z)) / 2
  }

  /// Goes on from z along the direction to the boundary, forward, or backward too where that is
  /// free.
  private mutating func boundaryStep(
    along g: Vector, _ radius: Double, _ curvature: Double, isFree: Bool
  ) -> ModelStep {
    let exits = Ball.exits(from: z, along: direction, radius: radius)
    let slope = residual.dot(direction)
    func change(_ t: Double) -> Double { t * slope + t * t / 2 * curvature }
    let isBackward = isFree && change(exits.backward) < change(exits.forward)
    let t = isBackward ? exits.backward : exits.forward
    let decrease = decrease(along: g) - change(t)
    z.add(t, direction)
    return ModelStep(step: z, decrease: decrease, isOnBoundary: true)
  }
}
