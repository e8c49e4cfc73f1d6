import Testing

@testable import Scenes

struct ColorRampTests {
  private func steps(_ ramp: ColorRamp) -> [CIELab] {
    (0...14).map { ColorVision.normal.lab(ramp[Double($0) / 14]) }
  }

  @Test func namesAreUnique() {
    #expect(Set(ColorRamp.all.map(\.name)).count == ColorRamp.all.count)
  }

  @Test(arguments: ColorRamp.all.filter { !$0.isDiverging })
  func lightnessRisesEvenly(ramp: ColorRamp) {
    let lightness = steps(ramp).map(\.l)
    let rises = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
    #expect(rises.allSatisfy { (4.5...7).contains($0) }, "\(ramp.name): \(rises)")
  }

  @Test func theDivergingRampIsPalestInTheMiddle() {
    let lightness = steps(.diverging).map(\.l)
    for i in 0..<7 {
      #expect(lightness[i] < lightness[i + 1] && lightness[14 - i] < lightness[13 - i])
      #expect(abs(lightness[i] - lightness[14 - i]) < 2)
    }
  }

  @Test(arguments: ColorRamp.all)
  func differencesAreNearlyEqual(ramp: ColorRamp) throws {
    let steps = steps(ramp)
    let differences = zip(steps, steps.dropFirst()).map { $0.difference($1) }
    let least = try #require(differences.min())
    let most = try #require(differences.max())
    #expect(least > 3 && most < 2.05 * least, "\(ramp.name): \(differences)")
  }
}
