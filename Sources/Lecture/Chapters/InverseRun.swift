import Experiments
import LinearAlgebra
import Objectives
import Optimizers

/// A run of a quasi-Newton method with every M that it had.
struct InverseRun {
  private let trajectory: Trajectory
  /// M after 0, 1, 2, … steps, each that of the step to come; I at first.
  let matrices: [SymmetricMatrix]
  /// ‖M − H⁻¹‖/‖H⁻¹‖ of each, by Frobenius, with H where the run ended.
  let errors: [Double]

  init(
    _ function: String, _ optimizer: String, from start: Vector? = nil, steps: Int
  ) throws {
    let function = try FunctionName.function(function)
    let plan = Plan(budget: Budget(steps: steps), isDetailed: true)
    let run = try descend(
      function, with: try OptimizerCatalogue.settings(optimizer), from: start, plan: plan)
    let inverse = try function.hessian(at: run.point(run.count - 1)).inverse()
    trajectory = run
    matrices =
      [.identity(order: function.dimension)]
      + run.details.compactMap { detail in
        detail.diagnostics.compactMap { shown in
          if case .inverse(let matrix) = shown { matrix } else { nil }
        }.first
      }
    errors = matrices.map { $0.distance(to: inverse) / inverse.norm }
  }

  /// The cosines of the angles between g and a vector, at each step but the first.
  ///
  /// - Parameter vector: of M, g and the step that was taken.
  func angles(_ vector: (SymmetricMatrix, Vector, Vector) -> Vector) -> [Double] {
    matrices.indices.dropFirst().map { i in
      let g = trajectory.details[i].gradient
      let other = vector(matrices[i], g, trajectory.moves[i])
      return g.dot(other) / (g.norm * other.norm)
    }
  }

  /// Where a step began, and Mg there.
  func step(_ i: Int) -> (theta: Vector, image: Vector) {
    (trajectory.point(i), matrices[i].product(trajectory.details[i].gradient))
  }
}
