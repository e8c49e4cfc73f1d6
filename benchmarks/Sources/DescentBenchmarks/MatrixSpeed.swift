import CPeers
import LinearAlgebra
import Optimizers

/// f = Σ dᵢ xᵢ² / 2 with dᵢ = i, which costs next to nothing beside a method's n² numbers.
private struct Bowl: Oracle {
  let dimension: Int

  mutating func value(at x: borrowing Vector) -> Double {
    var sum = 0.0
    for i in 0..<dimension { sum += Double(i + 1) * x[i] * x[i] / 2 }
    return sum
  }

  mutating func gradient(at x: borrowing Vector, into gradient: inout Vector) -> Double {
    var sum = 0.0
    for i in 0..<dimension {
      gradient[i] = Double(i + 1) * x[i]
      sum += gradient[i] * x[i] / 2
    }
    return sum
  }

  mutating func hessian(at x: borrowing Vector, into hessian: inout SymmetricMatrix) {}

  mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) {}
}

/// Whole iterations of BFGS, searches included, against the symmetric rank-two update of BLAS.
func measureRankTwo() {
  let (n, steps) = (500, 100)
  let (u, v) = (Vector(repeating: 1e-3, count: n), Vector(repeating: 2e-3, count: n))
  var matrix = Vector.zeros(n * n)
  var (update, iteration) = (Double.infinity, Double.infinity)
  for _ in 0..<20 {
    update = min(
      update, nanoseconds(runs: steps) { blas_rank_two(&matrix, u, v, Int32(n)) })
    var method = BFGS.Method(BFGS(), dimension: n)
    var (x, oracle) = (Vector(repeating: 1, count: n), Bowl(dimension: n))
    let all = nanoseconds(runs: 1) {
      for _ in 0..<steps { take(&method, &x, &oracle) }
    }
    iteration = min(iteration, all / Double(steps))
  }
  print("BFGS, n = \(n): \(iteration / 1000) µs; dsyr2: \(update / 1000) µs")
  report("BFGS, n = \(n): iteration / dsyr2 of BLAS", ratio: iteration / update, atMost: 1.5)
}

/// Stands still at a point with a slope and a Hessian that is copied from a stored one.
private struct Stored: Oracle {
  let matrix: SymmetricMatrix

  var dimension: Int { matrix.order }

  mutating func value(at x: borrowing Vector) -> Double { 0 }

  mutating func gradient(at x: borrowing Vector, into gradient: inout Vector) -> Double {
    for i in 0..<dimension { gradient[i] = 1 }
    return 0
  }

  mutating func hessian(at x: borrowing Vector, into hessian: inout SymmetricMatrix) {
    hessian = matrix
  }

  mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) {}
}

/// Newton's step, the copy of a stored Hessian included, against Cholesky's factorization alone.
func measureNewton() {
  let n = 1000
  var matrix = SymmetricMatrix(order: n)
  for i in 0..<n {
    for j in 0...i { matrix[i, j] = 1 / Double(1 + i - j) }
  }
  let entries = matrix.rows.flatMap(\.self)
  var method = Newton.Method(Newton(), dimension: n)
  var (x, oracle) = (Vector.zeros(n), Stored(matrix: matrix))
  var (factorization, step, copy) = (Double.infinity, Double.infinity, Double.infinity)
  for _ in 0..<15 {
    var factor = Vector.zeros(n * n)
    copy = min(copy, nanoseconds(runs: 1) { factor.copy(entries) })
    factorization = min(
      factorization, nanoseconds(runs: 1) { _ = lapack_cholesky(&factor, Int32(n)) })
    step = min(step, nanoseconds(runs: 1) { take(&method, &x, &oracle) })
  }
  print(
    "Newton, n = \(n): \(step / 1e6) ms; dpotrf: \(factorization / 1e6) ms; a copy: "
      + "\(copy / 1e6) ms")
  report("Newton, n = \(n): step / dpotrf of LAPACK", ratio: step / factorization, atMost: 1.3)
}
