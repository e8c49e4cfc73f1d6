import Testing

@testable import Scenes

struct ContourBackgroundTests {
  @Test func coloursAreFew() {
    let valley = ContourBackground(
      objective: Fixture.valley, x: -2...2, y: -1...3, width: 300, height: 300, minimum: 0)
    #expect(Set(valley.raster.pixels).count < 100)
    let saddle = ContourBackground(
      objective: { x, y in x * x - y * y }, x: -2...2, y: -2...2, width: 300, height: 300,
      minimum: nil)
    #expect(Set(saddle.raster.pixels).count < 100)
  }

  @Test func undefinedPixelsAreGrey() {
    let half = ContourBackground(
      objective: { x, y in x < 0 ? .nan : x * x + y * y }, x: -2...2, y: -2...2, width: 40,
      height: 20, minimum: 0)
    let grey = half.raster.pixels.count { $0 == ThemeColors.light.undefined.hex }
    #expect(grey == 400)
  }

  @Test func theFirstRowIsTheHighest() {
    let plane = ContourBackground(
      objective: { _, y in y }, x: 0...1, y: 0...100, width: 10, height: 50, minimum: 0)
    #expect(
      plane.raster.pixels.first == ColorRamp.sequential[1].mixed(with: Color(0xFFFFFF), 0.5).hex)
    #expect(plane.raster.pixels.last != plane.raster.pixels.first)
  }
}
