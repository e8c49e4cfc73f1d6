/// Minimizers and other critical points of a function, as far as they lie within a plot.
struct Landmarks {
  let minimizers: [[Double]]
  let localMinima: [[Double]]
  let saddles: [[Double]]
  /// What the stars are called: "minimum", or "best known".
  let minimumLabel: String

  /// Marks at the border of the plot stand out whole.
  func marks(on plot: Plot, theme: Theme) -> [Mark] {
    let crosses = places(saddles, plot).map { Self.saddle(at: $0, theme) }
    let hollow = places(localMinima, plot).map { Self.localMinimum(at: $0, theme) }
    let stars = places(minimizers, plot).map { Self.minimum(at: $0, theme) }
    return crosses + hollow + stars
  }

  func hasLocalMinima(on plot: Plot) -> Bool { !places(localMinima, plot).isEmpty }

  func hasMinimizers(on plot: Plot) -> Bool { !places(minimizers, plot).isEmpty }

  func hasSaddles(on plot: Plot) -> Bool { !places(saddles, plot).isEmpty }

  static func minimum(at point: Point, _ theme: Theme) -> Mark {
    .marker(
      .star, at: point, size: theme.marker * Measures.minimum, fill: theme.colors.ink,
      halo: theme.colors.halo)
  }

  static func localMinimum(at point: Point, _ theme: Theme) -> Mark {
    .marker(
      .star, at: point, size: theme.marker * Measures.localMinimum, fill: theme.colors.halo,
      halo: theme.colors.ink)
  }

  static func saddle(at point: Point, _ theme: Theme) -> Mark {
    .marker(
      .cross, at: point, size: theme.marker * Measures.saddle, fill: theme.colors.ink,
      halo: theme.colors.halo)
  }

  static func start(at point: Point, _ theme: Theme) -> Mark {
    .marker(
      .circle, at: point, size: theme.marker * Measures.start, fill: theme.colors.halo,
      halo: theme.colors.ink)
  }

  private func places(_ coordinates: [[Double]], _ plot: Plot) -> [Point] {
    coordinates.compactMap { place in
      guard place.count == 2, let point = plot.point(place[0], place[1]),
        plot.area.contains(point)
      else { return nil }
      return point
    }
  }
}
