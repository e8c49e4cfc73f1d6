import Optimizers
import Testing

/// Two texts name the same method with the same settings.
func expectSameSettings(
  _ text: String, _ same: String, at place: SourceLocation = #_sourceLocation
) throws {
  let (given, meant) = try (
    OptimizerCatalogue.settings(text), OptimizerCatalogue.settings(same)
  )
  #expect(given.specification == meant.specification, sourceLocation: place)
}
