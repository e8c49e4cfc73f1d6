import ArgumentParser
import DescentKit

/// What every command that runs optimizers takes.
struct RunOptions: ParsableArguments {
  @Option(RunSettings.start) var start: StartPoints?
  @Option(RunSettings.batch) var batch: Int?
  @Option(RunSettings.steps) var steps: Int?
  @Option(RunSettings.budget) var budget: Budget?
  @Option(RunSettings.seed) var seed: UInt64?
  @Option(RunSettings.target) var target: Double?
  @Option(RunSettings.gradientTolerance) var gradientTolerance: Double?
  @Option(RunSettings.idleSteps) var idleSteps: Int?
  @Option(RunSettings.patience) var patience: Int?
  @Option(RunSettings.watch) var watch: WatchedFigure?

  var request: RunRequest {
    var request = RunRequest()
    (request.start, request.steps, request.budget, request.seed) = (start, steps, budget, seed)
    (request.target, request.gradientTolerance) = (target, gradientTolerance)
    (request.idleSteps, request.batch, request.patience) = (idleSteps, batch, patience)
    request.watch = watch
    return request
  }
}

/// One optimizer after another: the option repeats and takes lists.
struct OptimizerOptions: ParsableArguments {
  @Option(
    name: .customLong("optimizer"),
    help: ArgumentHelp(
      "Optimizers to run; repeatable. In a list, key=value belongs to the name before it: "
        + "sgd:lr=0.001,adam:lr=0.02,beta1=0.8,bfgs is three.",
      valueName: "spec,..."),
    completion: SpecificationCompletion.optimizers.kind)
  var optimizers: [String] = []

  /// What was given; nil for nothing.
  func given() throws -> [GivenOptimizer]? {
    optimizers.isEmpty ? nil : try optimizers.flatMap(GivenOptimizer.list)
  }
}

enum TextFormat: String, Choice, CaseIterable {
  case table, json
}
