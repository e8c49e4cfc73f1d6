import Optimizers
import Specifications
import Testing

@Suite struct GoldenScheduleTests {
  /// The settings of other libraries in ours; nil where the rule is none of ours.
  private static func specification(_ golden: GoldenSchedule) -> String? {
    func text(_ key: String, _ fallback: String) -> String {
      golden.parameters[key]?.description ?? fallback
    }
    switch golden.schedule {
    case "power_of_ten": return "exponential(\(text("eta0", "")),r=\(text("r", "")))"
    case "inverse_power":
      return "power(\(text("eta0", "")),r=\(text("r", "")),c=\(text("c", "")))"
    case "InverseTime_LambdaLR": return "power(\(text("base_lr", "")),r=10,c=1)"
    case "MultiStepLR":
      guard case .list(let at)? = golden.parameters["milestones"] else { return nil }
      let boundaries = at.map { "\($0)" }.joined(separator: "/")
      return "piecewise(0.1/0.01/0.001/0.0001,at=\(boundaries))"
    case "PiecewiseConstantDecay":
      guard case .list(let at)? = golden.parameters["boundaries"] else { return nil }
      let boundaries = at.map { "\($0 + 1)" }.joined(separator: "/")
      return "piecewise(\(text("values", "")),at=\(boundaries))"
    case "OneCycleLR":
      let steps = text("total_steps", "").split(separator: ".")[0]
      let anneal = text("anneal_strategy", "cos") == "cos" ? "cosine" : "linear"
      return "1cycle(\(text("max_lr", "")),steps=\(steps),rise=\(text("pct_start", "0.3")),"
        + "anneal=\(anneal),three-phase=\(text("three_phase", "false")))"
    default: return nil
    }
  }

  static let ours = GoldenFiles.schedules.filter { specification($0) != nil }

  @Test func allKindsAreThere() {
    #expect(Self.ours.count >= 9)
  }

  @Test(arguments: ours)
  func isReproduced(_ golden: GoldenSchedule) throws {
    let text = try #require(Self.specification(golden))
    let settings = try OptimizerCatalogue.settings("sgd:lr=" + text)
    let sgd = try #require(settings as? SGD)
    #expect(try OptimizerCatalogue.settings(sgd.specification) as? SGD == sgd)
    for (t, rate) in zip(golden.t, golden.lr) {
      // The libraries multiply their rate step by step: a few units in the last place.
      let ours = sgd.learningRate.value(at: t)
      #expect(abs(ours - rate) <= 1e-14 * rate.magnitude + 1e-18, "\(text) at \(t)")
    }
  }
}
