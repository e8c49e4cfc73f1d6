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
    let places = places(draw, kind)
    return BBOBLandscape(
      draw, optimum: places[0], layers: [.matrix(rotation)],
      formula: BBOBGallagher(draw, kind, centers: places.map { rotation * $0 }), penalty: 1)
  }

  private init(_ draw: BBOBDraw, _ kind: Kind, centers: [[Double]]) {
    let last = Double(kind.peaks - 2)
    let heights = [10] + (0..<(kind.peaks - 1)).map { Double($0) / last * 8 + 1.1 }
    let conditions = Self.conditions(draw, kind)
    let widestFirst = [0] + (1..<kind.peaks).sorted { conditions[$0] < conditions[$1] }
    quads = (draw.dimension + 3) / 4
    self.heights = widestFirst.map { heights[$0] }
    logarithms = widestFirst.map { .log(heights[$0]) }
    self.centers = widestFirst.flatMap { peak in
      let center = centers[peak]
      return Self.inQuads(center.span)
    }
    scales = widestFirst.flatMap { peak in
      let scales = Self.scales(draw, peak: peak, condition: conditions[peak])
      return Self.inQuads(scales.span)
    }
  }

  private static func places(_ draw: BBOBDraw, _ kind: Kind) -> [[Double]] {
    let n = draw.dimension
    let uniforms = BBOBStream.uniforms(n * kind.peaks, seed: draw.seed)
    return (0..<kind.peaks).map { k in
      (0..<n).map { i in
        let coordinate = kind.spread * uniforms[k * n + i] - kind.spread / 2
        return k == 0 ? 0.8 * coordinate : coordinate
      }
    }
  }

  /// The condition of each peak: for all but the first the powers of 1000 from 1 to 1000, shuffled.
  private static func conditions(_ draw: BBOBDraw, _ kind: Kind) -> [Double] {
    let last = Double(kind.peaks - 2)
    let powers = shuffle(BBOBStream.uniforms(kind.peaks - 1, seed: draw.seed))
    return [kind.condition] + powers.map { .pow(1000, Double($0) / last) }
  }

  /// The powers α^((i−1)/(n−1) − ½) of a peak's condition α, shuffled.
  private static func scales(_ draw: BBOBDraw, peak: Int, condition: Double) -> [Double] {
    let powers = draw.positions.map { Double.pow(condition, $0 - 0.5) }
    return shuffle(draw.uniforms(seed: draw.seed + 1000 * peak)).map { powers[$0] }
  }

  /// The permutation that sorts `keys`.
  private static func shuffle(_ keys: [Double]) -> [Int] {
    keys.indices.sorted { keys[$0] < keys[$1] }
  }
}
