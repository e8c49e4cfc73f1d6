/// Moves labels on a line apart.
enum LabelSpreading {
  /// Places near the wanted ones, in the same order, at least `spacing` apart, half a spacing
  /// within the bounds as far as there is room.
  static func spread(
    _ wanted: [Double], spacing: Double, from low: Double, to high: Double
  ) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var places = wanted
    var free = low + spacing / 2
    for i in order {
      places[i] = max(wanted[i], free)
      free = places[i] + spacing
    }
    var limit = high - spacing / 2
    for i in order.reversed() {
      places[i] = min(places[i], limit)
      limit = places[i] - spacing
    }
    return places
  }
}
