import LinearAlgebra
import Testing

@testable import Optimizers

/// No memory becomes denormal, which would make steps slow.
@Suite struct FirstOrderMemoryTests {
  /// Settings with which methods remember more, or otherwise, than by default.
  static let withMoreMemory = [
    "amsgrad", "signum", "momentum:rate=outside", "nesterov:preset=torch", "lars:nesterov=true",
    "rmsprop:preset=torch,momentum=0.9", "rmsprop:centered=true,momentum=0.9,bias-correction=true",
    "adafactor:preset=pytorch-optimizer", "adafactor:rows=1,epsilon=0", "adafactor:epsilon=0",
    "adabelief:epsilon-root=0", "muon:buffer=summed", "soap:rows=1", "adamax:epsilon=0",
    "novograd:epsilon=0", "rmsprop:preset=lecture", "prodigy:beta3=0.9", "adadelta:epsilon=1e-200",
  ]

  /// With β = 0.9 a plain power is denormal after 7000 steps, and an average that is left alone
  /// once the gradient is zero. It takes fewer steps from a small gradient, as long as the squares
  /// of this are no denormal numbers either.
  @Test(arguments: FirstOrderPropertyTests.names + withMoreMemory, [1, 1e-145])
  func noNumberOfTheMemoryBecomesDenormal(_ name: String, _ slope: Double) throws {
    let numbers = try memory(of: settings(name), slope: slope, steps: 7500)
    #expect(!numbers.isEmpty)
    #expect(numbers.allSatisfy { !$0.isSubnormal })
  }

  /// The memory after ten equal gradients, and zeros since.
  private func memory<S: GradientSettings>(
    of settings: S, slope: Double, steps: Int
  ) throws -> [Double] {
    var method = S.Method(settings, dimension: 1)
    var sloping = TestOracle(dimension: 1) { _ in (1, [slope]) }
    var flat = TestOracle(dimension: 1) { _ in (1, [0]) }
    var x: Vector = [1]
    for _ in 1...10 { try method.step(from: &x, querying: &sloping) }
    for _ in 1...steps { try method.step(from: &x, querying: &flat) }
    return numbers(in: method)
  }

  /// The numbers that a memory holds, its vectors included.
  private func numbers(in value: Any) -> [Double] {
    if let number = value as? Double { return [number] }
    if let vector = value as? Vector { return vector }
    return Mirror(reflecting: value).children.flatMap { numbers(in: $0.value) }
  }

  @Test(arguments: [0.5, 0.9, 0.99, 0.999, 0.9999])
  func powersAreNormalOrZero(_ base: Double) {
    var power = DecayingPower(base)
    for _ in 1...100_000 {
      power.advance()
      #expect(power.value == 0 || power.value.isNormal)
    }
  }

  private func settings(_ text: String) throws -> any GradientSettings {
    try #require(OptimizerCatalogue.settings(text) as? any GradientSettings)
  }
}
