import Contours
import Experiments
import Objectives
import Races
import Scenes
import Testing

/// The levels of every function of two variables lie around its usual start.
struct StartLevelTests {
  private static let names = FunctionCatalogue.names.filter { name in
    guard let function = try? FunctionName.function(name), function.finiteSum == nil else {
      return false
    }
    return function.dimension == 2
  }

  @Test(arguments: names)
  func theStartLiesAboveALevel(name: String) throws {
    let function = try FunctionName.function(name)
    let start = function.value(at: function.start)
    let levels = Levels(
      of: { function.value(at: [$0, $1]) }, x: function.domain[0], y: function.domain[1],
      minimum: function.minimum, start: start)
    #expect(try #require(levels.values.first) < start)
  }

  /// The minima of the catalogue are known points, each with its star.
  @Test(arguments: names)
  func knownMinimaAreAlone(name: String) throws {
    let function = try FunctionName.function(name)
    let landscape = Landscape(function)
    #expect(landscape.minimizers == function.minimizers)
    #expect(landscape.localMinima == function.localMinima)
    #expect(landscape.maxima == function.maxima)
  }
}
