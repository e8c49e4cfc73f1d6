import LinearAlgebra

/// Numbers of a pass through a network: plain ones, or dual ones whose values and derivatives lie
/// apart, so that either can be multiplied by BLAS.
struct Block<S: BlockScalar>: Sendable {
  var values: [Double]
  /// Empty where the numbers are plain.
  var slopes: [Double]

  /// Zeros.
  init(count: Int) {
    values = .zeros(count)
    slopes = .zeros(S.hasSlope ? count : 0)
  }

  var count: Int { values.count }

  subscript(i: Int) -> S {
    @inline(__always) get { S.read(values, slopes, at: i) }
    @inline(__always) set { newValue.write(into: &values, &slopes, at: i) }
  }

  /// Makes room for at least so many numbers; what stands here may be lost.
  mutating func reserve(_ count: Int) {
    guard count > values.count else { return }
    self = Block(count: count)
  }

  mutating func setValues(_ source: Span<Double>) {
    for i in 0..<source.count { values[i] = source[i] }
  }

  mutating func setSlopes(_ source: Span<Double>) {
    for i in 0..<source.count { slopes[i] = source[i] }
  }

  mutating func fill(_ range: Range<Int>, with value: S) {
    for i in range { self[i] = value }
  }
}

/// A scalar that blocks hold.
protocol BlockScalar: Scalar {
  static var hasSlope: Bool { get }
  static func read(_ values: [Double], _ slopes: [Double], at i: Int) -> Self
  func write(into values: inout [Double], _ slopes: inout [Double], at i: Int)
}

extension Double: BlockScalar {
  static var hasSlope: Bool { false }

  @inline(__always)
  static func read(_ values: [Double], _ slopes: [Double], at i: Int) -> Double { values[i] }

  @inline(__always)
  func write(into values: inout [Double], _ slopes: inout [Double], at i: Int) {
    values[i] = self
  }
}

extension Dual<Double>: BlockScalar {
  static var hasSlope: Bool { true }

  @inline(__always)
  static func read(_ values: [Double], _ slopes: [Double], at i: Int) -> Self {
    Self(values[i], slopes[i])
  }

  @inline(__always)
  func write(into values: inout [Double], _ slopes: inout [Double], at i: Int) {
    values[i] = value
    slopes[i] = derivative
  }
}

extension MatrixProduct {
  /// Numbers of a block that are a matrix.
  typealias Part = Range<Int>

  /// C ← op(A) op(B), with the derivative A′B + AB′ where the numbers are dual.
  func callAsFunction<S>(
    _ a: Block<S>, _ partOfA: Part, _ b: Block<S>, _ partOfB: Part, into c: inout Block<S>,
    _ partOfC: Part, adding keepingC: Bool = false
  ) {
    let (aValues, bValues) = (
      a.values.span.extracting(partOfA), b.values.span.extracting(partOfB)
    )
    var values = c.values.mutableSpan
    self(aValues, bValues, into: &values, partOfC, adding: keepingC)
    guard S.hasSlope else { return }
    var slopes = c.slopes.mutableSpan
    self(a.slopes.span.extracting(partOfA), bValues, into: &slopes, partOfC, adding: keepingC)
    self(aValues, b.slopes.span.extracting(partOfB), into: &slopes, partOfC, adding: true)
  }
}

// MARK: - Products with numbers that θ does not change

extension MatrixProduct {
  /// C ← op(A) op(B), with the derivative A B′ where B's numbers are dual.
  func callAsFunction<S>(
    _ a: Span<Double>, _ b: Block<S>, _ partOfB: Part, into c: inout Block<S>, _ partOfC: Part,
    adding keepingC: Bool = false
  ) {
    var values = c.values.mutableSpan
    self(a, b.values.span.extracting(partOfB), into: &values, partOfC, adding: keepingC)
    guard S.hasSlope else { return }
    var slopes = c.slopes.mutableSpan
    self(a, b.slopes.span.extracting(partOfB), into: &slopes, partOfC, adding: keepingC)
  }

  /// C ← op(A) op(B), with the derivative A′B where A's numbers are dual.
  func callAsFunction<S>(
    _ a: Block<S>, _ partOfA: Part, _ b: Span<Double>, into c: inout Block<S>, _ partOfC: Part,
    adding keepingC: Bool = false
  ) {
    var values = c.values.mutableSpan
    self(a.values.span.extracting(partOfA), b, into: &values, partOfC, adding: keepingC)
    guard S.hasSlope else { return }
    var slopes = c.slopes.mutableSpan
    self(a.slopes.span.extracting(partOfA), b, into: &slopes, partOfC, adding: keepingC)
  }
}
