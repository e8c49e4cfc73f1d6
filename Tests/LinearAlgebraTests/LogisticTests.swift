import LinearAlgebra
import Testing

@Suite struct LogisticTests {
  /// Values of mpmath with 50 digits, rounded.
  private static let values: [(z: Double, share: Double, softplus: Double)] = [
    (0.0, 0.5, 0.6931471805599453),
    (1e-20, 0.5, 0.6931471805599453),
    (-1e-20, 0.5, 0.6931471805599453),
    (0.25, 0.5621765008857981, 0.8259394198788436),
    (-0.25, 0.4378234991142019, 0.5759394198788436),
    (0.5, 0.6224593312018546, 0.9740769841801067),
    (-0.5, 0.37754066879814546, 0.4740769841801067),
    (1.0, 0.7310585786300049, 1.3132616875182228),
    (-1.0, 0.2689414213699951, 0.3132616875182228),
    (2.5, 0.9241418199787564, 2.5788897342925496),
    (-2.5, 0.07585818002124355, 0.07888973429254963),
    (0.8813735870195429, 0.7071067811865475, 1.2279471772995156),
    (-0.8813735870195429, 0.2928932188134525, 0.3465735902799727),
    (10.0, 0.9999546021312976, 10.000045398899218),
    (-10.0, 4.5397868702434395e-05, 4.539889921686465e-05),
    (36.5, 0.9999999999999999, 36.5),
    (-36.5, 1.4068617124461467e-16, 1.4068617124461467e-16),
    (40.0, 1.0, 40.0),
    (-40.0, 4.248354255291589e-18, 4.248354255291589e-18),
    (300.0, 1.0, 300.0),
    (-300.0, 5.148200222412013e-131, 5.148200222412013e-131),
    (-700.0, 9.85967654375977e-305, 9.85967654375977e-305),
    (700.0, 1.0, 700.0),
  ]

  @Test func valuesAreThoseOfFiftyDigits() {
    let (shares, softplus) = Self.logistic(Self.values.map(\.z))
    for (i, value) in Self.values.enumerated() {
      #expect(abs(shares[i] - value.share) <= 3 * value.share.ulp, "\(value.z)")
      #expect(abs(softplus[i] - value.softplus) <= 3 * value.softplus.ulp, "\(value.z)")
    }
  }

  @Test func outsideNumbersStayWhatTheyAre() {
    let (shares, softplus) = Self.logistic([.nan, .infinity, -.infinity, 1e308, -1e308, -0.0])
    #expect(shares[0].isNaN && softplus[0].isNaN)
    #expect(Array(shares[1...]) == [1, 0, 1, 0, 0.5])
    #expect(Array(softplus[1...4]) == [.infinity, 0, 1e308, 0])
  }

  /// Digits do not depend on how many numbers stand beside one, as registers of every width must
  /// give the same.
  @Test func digitsDoNotDependOnTheNumbersBeside() {
    var random = RandomStream(seed: 11)
    let z = (0..<67).map { _ in 30 * random.normal() }
    let all = Self.logistic(z)
    for (i, number) in z.enumerated() {
      let alone = Self.logistic([number])
      #expect(alone.shares[0] == all.shares[i] && alone.softplus[0] == all.softplus[i])
    }
  }

  private static func logistic(_ z: [Double]) -> (shares: [Double], softplus: [Double]) {
    var shares = Vector.zeros(z.count)
    var softplus = shares
    var shareSpan = shares.mutableSpan
    var softplusSpan = softplus.mutableSpan
    z.span.logistic(into: &shareSpan, softplus: &softplusSpan)
    return (shares, softplus)
  }
}
