import Specifications

extension RacePlane {
  /// The titles of a page's axes: those of the film, principal directions with the share of the
  /// variance along each; x₁ and x₂ where the film, which shows the whole space, has none.
  var pageTitles: (x: String, y: String) {
    guard let titles, let shares else { return axisTitles }
    func title(_ name: String, _ share: Double) -> String {
      Self.percent(share).map { "\(name): \($0) of the variance" } ?? name
    }
    return (title(titles.x, shares.x), title(titles.y, shares.y))
  }

  /// What a page calls a place on its map: x where it shows the whole space, else what the axes
  /// are.
  var placeTitle: String {
    guard let titles else { return VariableNames.numbered.point }
    if isGraph { return titles.x }
    return axes == nil && shares == nil ? "on the plane" : "(\(titles.x), \(titles.y))"
  }
}
