import Experiments

extension Trajectory {
  /// ‖θₖ − θₖ₋₁‖₂ of each entry after the first.
  var speeds: [Double] {
    (1..<count).map { i in
      zip(point(i), point(i - 1)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }
  }
}
