import LinearAlgebra
import RealModule

extension Vector {
  /// first, second, first, second, ...
  static func alternating(_ first: Double, _ second: Double, count: Int) -> Vector {
    (0..<count).map { $0.isMultiple(of: 2) ? first : second }
  }

  /// `count` numbers from 1 to `ratio` whose logarithms are evenly spaced; [1] for one.
  static func geometric(to ratio: Double, count: Int) -> Vector {
    (0..<count).map { i in
      if i == 0 { return 1 }
      return i == count - 1 ? ratio : .pow(ratio, Double(i) / Double(count - 1))
    }
  }
}
