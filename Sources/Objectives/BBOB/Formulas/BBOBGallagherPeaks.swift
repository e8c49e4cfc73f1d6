import RealModule

extension BBOBGallagher {
  /// What tells f21 from f22.
  struct Kind {
    let peaks: Int
    /// The condition of the highest peak.
    let condition: Double
    /// Peaks lie in [−spread/2, spread/2]ⁿ.
    let spread: Double
  }

  /// z = Q x among randomly placed peaks, the first of which is the highest, at 0.8 of its place.
  static func landscape(_ draw: BBOBDraw, _ kind: Kind) -> BBOBLandscape<BBOBGallagher> {
    let rotation = draw.rotationQ
    var places = Self.places(draw, kind)
    places[0] = places[0].map { 0.8 * $0 }
    return BBOBLandscape(
      draw, optimum: places[0], layers: [.matrix(rotation)],
      formula: BBOBGallagher(
        centers: places.map { rotation * $0 }, scales: scales(draw, kind)),
      penalty: 1)
  }

  private init(centers: [[Double]], scales: [[Double]]) {
    count = centers.count
    self.centers = Self.byCoordinate(centers)
    self.scales = Self.byCoordinate(scales)
    let last = Double(count - 2)
    heights = [10] + (0..<(count - 1)).map { Double($0) / last * 8 + 1.1 }
    logarithms = heights.map { .log($0) }
  }

  private static func places(_ draw: BBOBDraw, _ kind: Kind) -> [[Double]] {
    let n = draw.dimension
    let uniforms = BBOBStream.uniforms(n * kind.peaks, seed: draw.seed)
    return (0..<kind.peaks).map { k in
      (0..<n).map { kind.spread * uniforms[k * n + $0] - kind.spread / 2 }
    }
  }

  /// For each peak the powers α^(j/(n−1) − ½), shuffled, where the α of all but the first are the
  /// powers of 1000 from 1 to 1000, shuffled too.
  private static func scales(_ draw: BBOBDraw, _ kind: Kind) -> [[Double]] {
    let last = Double(kind.peaks - 2)
    let order = shuffled(BBOBStream.uniforms(kind.peaks - 1, seed: draw.seed))
    let conditions = [kind.condition] + order.map { .pow(1000, Double($0) / last) }
    return conditions.enumerated().map { k, condition in
      shuffled(draw.uniforms(seed: draw.seed + 1000 * k)).map {
        .pow(condition, draw.positions[$0] - 0.5)
      }
    }
  }

  /// The permutation that sorts `keys`.
  private static func shuffled(_ keys: [Double]) -> [Int] {
    keys.indices.sorted { keys[$0] < keys[$1] }
  }

  private static func byCoordinate(_ rows: [[Double]]) -> [Double] {
    rows[0].indices.flatMap { i in rows.map { $0[i] } }
  }
}
