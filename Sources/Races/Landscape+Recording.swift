import LinearAlgebra
import Objectives
import Scenes
import Specifications

extension Landscape {
  /// The function of a recorded race on a plane.
  ///
  /// Along axes the window is that of the domain; else it shows where the race was run.
  ///
  /// - Parameter looks: what entrants are called where that is chosen, from the first on.
  /// - Throws: where the function has no such plane.
  public init(
    _ recording: RaceRecording, on rule: PlaneRule, looks: [EntrantLook] = []
  ) throws(SettingError) {
    let function = recording.function
    let plane: RacePlane
    do {
      plane = try RacePlane(
        rule, dimension: function.dimension, of: recording.entrants,
        looks: recording.looks(looks), minimizers: function.minimizers, domain: function.domain,
        names: function.variableNames, rows: function.unitWeights)
    } catch {
      throw SettingError("plane", "for \(function.specification): \(error)")
    }
    if plane.isGraph {
      self.init(graphOf: function, on: plane)
      return
    }
    let (x, y) = plane.window(of: recording.trajectories, domain: function.domain)
    self.init(
      title: function.headline,
      objective: { x, y in function.value(at: plane.point(x, y)) }, x: x, y: y,
      minimizers: plane.marks(function.minimizers, x: x, y: y),
      saddles: plane.marks(function.saddles, x: x, y: y),
      localMinima: plane.marks(function.localMinima, x: x, y: y),
      maxima: plane.marks(function.maxima, x: x, y: y),
      minimum: function.minimum, minimumLabel: function.minimumLabel)
    self.plane = plane
    valueOnPlane = plane.isSlice ? objective : nil
    sampling = MapSampling(valueCost: function.valueCost)
  }

  /// The graph of a function of one variable over its domain.
  private init(graphOf function: any TestFunction, on plane: RacePlane) {
    let x = function.domain[0]
    self.init(
      title: function.headline, graphOf: { function.value(at: [$0]) }, x: x,
      minimizers: function.minimizers.compactMap(\.first),
      saddles: function.saddles.compactMap(\.first),
      localMinima: function.localMinima.compactMap(\.first),
      maxima: function.maxima.compactMap(\.first), minimum: function.minimum,
      minimumLabel: function.minimumLabel)
    self.plane = plane
  }
}
