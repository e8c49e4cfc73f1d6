/// βᵗ for t = 0, 1, 2, …, and 0 once it has fallen below 1e-30.
///
/// Left alone the product becomes denormal, which changes no digit of a step but makes each later
/// one slower.
struct DecayingPower: Sendable {
  let base: Double
  private(set) var value = 1.0

  init(_ base: Double) {
    self.base = base
  }

  /// From βᵗ to βᵗ⁺¹.
  mutating func advance() {
    multiply(by: base)
  }

  /// For products whose factors vary.
  mutating func multiply(by factor: Double) {
    value *= factor
    if value < 1e-30 { value = 0 }
  }
}
