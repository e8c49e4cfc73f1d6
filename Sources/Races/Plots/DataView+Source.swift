import LinearAlgebra
import Objectives
import Scenes

extension DataView {
  /// The training part of some data.
  public init(_ data: DataSet) {
    let d = data.featureCount
    let features = (0..<data.count).map { i in
      Vector(data.features.elements[(i * d)..<((i + 1) * d)])
    }
    let target: Target =
      switch data.targets {
      case .classes(let numbers, let names): .classes(numbers, names: names)
      case .values(let values): .values(values, name: data.targetName)
      }
    self.init(features: features, featureNames: data.featureNames, target: target)
  }
}
