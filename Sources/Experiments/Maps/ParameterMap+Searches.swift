import LinearAlgebra
import Specifications

/// Some trials on a map, as a search for the best makes them.
public struct TuningSearch: Sendable {
  /// "grid", "random".
  public let name: String
  /// In the order in which they were made.
  public let trials: [Trial]

  /// The lowest of those that did not diverge, the first of equals; nil where all did.
  public var best: Trial? { Self.best(trials) }

  /// The lowest of some trials that did not diverge, the first of equals.
  public static func best(_ trials: [Trial]) -> Trial? {
    trials.filter { !$0.isDiverged }.min { $0.loss < $1.loss }
  }
}

extension ParameterMap {
  /// The centres of so many equal parts of the map, across and up.
  ///
  /// - Throws: as `trial`.
  public func grid(_ columns: Int, _ rows: Int) throws(SpecificationError) -> TuningSearch {
    var trials: [Trial] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let shares = (Double(column) + 0.5) / Double(columns)
        trials.append(
          try trial(
            across.value(at: shares), up.value(at: (Double(row) + 0.5) / Double(rows))))
      }
    }
    return TuningSearch(name: "grid", trials: trials)
  }

  /// Points drawn evenly from the map, with the seed of the plan: Bergstra and Bengio, Random search
  /// for hyper-parameter optimization, JMLR 13 (2012).
  ///
  /// - Throws: as `trial`.
  public func random(_ count: Int) throws(SpecificationError) -> TuningSearch {
    var stream = RandomStream(seed: plan.seed)
    var trials: [Trial] = []
    for _ in 0..<count {
      let (u, v) = (across.value(at: stream.uniform()), up.value(at: stream.uniform()))
      trials.append(try trial(u, v))
    }
    return TuningSearch(name: "random", trials: trials)
  }
}
