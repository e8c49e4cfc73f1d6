extension RacePlane {
  /// The titles of a page's axes: those of the film, principal directions with the share of the
  /// variance along each; x₁ and x₂ where the film, which shows the whole space, has none.
  var pageTitles: (x: String, y: String) {
    guard let titles else { return (Self.axis(0), Self.axis(1)) }
    guard let shares else { return titles }
    func title(_ name: String, _ share: Double) -> String {
      "\(name): \(Self.percent(share)) of the variance"
    }
    return (title(titles.x, shares.x), title(titles.y, shares.y))
  }
}
