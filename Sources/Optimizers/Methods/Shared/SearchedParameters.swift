import Specifications

extension OptimizerSettings {
  /// The parameters for which a search for good values looks, and where: in the range that the
  /// parameter has, or in that which is usual for its name.
  public static var searchedParameters: [(name: String, range: SearchRange)] {
    parameters.compactMap { parameter in
      switch parameter.search {
      case .never: nil
      case .range(let range): (parameter.name, range)
      case .usual: usualSearchRanges[parameter.name].map { (parameter.name, $0) }
      }
    }
  }
}

/// By the name of the parameter. Rates over six decades, and decays as far below 1, take in what
/// D. Choi, C. J. Shallue, Z. Nado, J. Lee, C. J. Maddison and G. E. Dahl, On empirical comparisons
/// of optimizers for deep learning, arXiv:1910.05446, search at first.
private let usualSearchRanges: [String: SearchRange] = [
  "lr": .logarithmic(1e-5...10),
  "momentum": .belowOne(0...0.999),
  "beta1": .belowOne(0...0.999),
  "beta2": .belowOne(0...0.9999),
]
