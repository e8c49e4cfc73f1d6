import Objectives
import Optimizers
import Specifications

/// What follows the validation loss needs a function that has one.
enum ValidationLoss {
  /// As part of a message.
  static let expectation =
    "expected data with a validation part, as digits, moons or FILE.csv(validation=0.2)"

  static func isTold(by function: any TestFunction) -> Bool {
    function.figureNames.contains(Trajectory.Figure.validationLoss)
  }
}

/// Throws where the learning rate follows the validation loss and the function has none, before
/// anything is run: a run itself would fail at its first step.
///
/// - Parameter settings: within their ranges.
public func requireValidationLoss(
  for settings: some OptimizerSettings, on function: any TestFunction
) throws(SpecificationError) {
  guard !ValidationLoss.isTold(by: function), followsValidation(settings, function.dimension)
  else { return }
  throw SpecificationError(
    "\(type(of: settings).name): the rate follows the validation loss, which "
      + "'\(function.specification)' has not; \(ValidationLoss.expectation)")
}

/// Whether a rate does is no matter of n: a method in few variables has little memory.
private func followsValidation<S: OptimizerSettings>(_ settings: S, _ dimension: Int) -> Bool {
  [2, dimension].first { settings.refusal(dimension: $0) == nil }
    .map { S.Method(settings, dimension: $0).followsValidation } ?? false
}
