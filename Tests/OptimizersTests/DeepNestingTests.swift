import Optimizers
import Specifications
import Testing

/// Methods and schedules inside each other, as deep as specifications may be: were the inside
/// described twice at each level, these would take 2³⁰ times as long, and not end.
@Suite struct DeepNestingTests {
  static let depth = 30
  static let wrappers = OptimizerCatalogue.all.filter { $0 is any OptimizerWrapper.Type }
    .map { $0.name }

  /// `inside` with `depth` times `open` before and `close` after it.
  private func nested(_ open: String, _ inside: String, _ close: String) -> String {
    String(repeating: open, count: Self.depth) + inside
      + String(repeating: close, count: Self.depth)
  }

  @Test(arguments: wrappers)
  func methods(_ name: String) throws {
    let text = nested("\(name)(", "sgd", ")")
    let settings = try OptimizerCatalogue.settings(text)
    #expect(settings.specification.description == text)
    #expect(try OptimizerCatalogue.settings(text).specification == settings.specification)
  }

  @Test(arguments: [("warmup(", ",steps=2)"), ("sequence(", ",0.1,at=3)")])
  func schedules(_ open: String, _ close: String) throws {
    let text = "sgd:lr=" + nested(open, "0.2", close)
    let settings = try OptimizerCatalogue.settings(text)
    #expect(settings.specification.description == text)
  }
}
