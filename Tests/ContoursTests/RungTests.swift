import Contours
import Testing

struct RungTests {
  @Test func ladder() {
    #expect((-4...4).map { Rung($0).value } == [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20])
  }

  @Test(arguments: [1e-300, 0.1, 0.3, 1, 4.99, 5, 7, 1e22])
  func neighbours(value: Double) {
    let below = Rung(notAbove: value)
    let above = Rung(notBelow: value)
    #expect(below.value <= value && value <= above.value)
    #expect(above.index - below.index <= 1)
    #expect([below, above].contains(Rung(nearest: value)))
  }
}
