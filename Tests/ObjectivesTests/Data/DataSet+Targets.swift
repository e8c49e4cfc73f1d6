import Objectives
import Testing

extension DataSet {
  /// The targets where they are values.
  var values: [Double] {
    get throws {
      guard case .values(let values) = targets else { throw OtherTargets() }
      return values
    }
  }

  /// The class number of each example, and the names of the classes.
  var classes: (numbers: [Int], names: [String]) {
    get throws {
      guard case .classes(let numbers, let names) = targets else { throw OtherTargets() }
      return (numbers, names)
    }
  }

  /// The features of an example.
  func row(_ i: Int) -> [Double] { (0..<featureCount).map { features[i, $0] } }
}

struct OtherTargets: Error {}
