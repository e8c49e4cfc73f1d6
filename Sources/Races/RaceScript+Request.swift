import Experiments
import Objectives
import Optimizers
import Specifications

extension RaceScript {
  /// The race as a request; pictures are as `drawing` says.
  ///
  /// - Throws: where the function or an optimizer is not known, or the start is no list of numbers.
  public func request(_ drawing: DrawingRequest) throws(SpecificationError) -> RaceRequest {
    var request = RaceRequest()
    request.functions = [try FunctionName.function(function)]
    request.optimizers = try GivenOptimizer.list(optimizers)
    if let start { request.run.start = try StartPoints(spelling: start) }
    request.run.steps = steps
    request.usualIdleSteps = nil
    request.drawing = drawing
    return request
  }
}
