import Specifications
import Testing

/// Numbers as people write them on a command line.
@Suite struct NumberTextTests {
  private static let whole: [(String, Int?)] = [
    ("1e3", 1000), ("-2.5e1", -25), ("9223372036854775807", .max), ("7.0", 7), ("1.5", nil),
    ("1e19", nil), ("1e17", nil), ("inf", nil), ("0x10", nil), ("", nil),
  ]

  @Test(arguments: whole)
  func wholeNumbers(_ text: String, _ number: Int?) {
    #expect(NumberText.parseWhole(text) == number)
  }

  private static let points: [(String, [Double])] = [
    ("-1.2, 1", [-1.2, 1]), ("1/3", [0.3333333333333333]), ("8/2/2", [2]), ("-1/4*2", [-0.5]),
    ("-pi/2,2*pi", [-1.5707963267948966, 6.283185307179586]),
    ("1/2*tau,e", [3.141592653589793, 2.718281828459045]), ("1/0", [.infinity]),
  ]

  @Test(arguments: points)
  func pointsHaveConstantsAndQuotients(_ text: String, _ point: [Double]) {
    #expect(NumberText.parsePoint(text) == point)
  }

  @Test(arguments: ["", "1,", "1/", "*2", "--pi", "2pi", "1//2", "1 2", "Pi", "x"])
  func whatIsNoPoint(_ text: String) {
    #expect(NumberText.parsePoint(text) == nil)
  }
}
