import Contours

/// What a page keeps of clouds, so that it stays small: of many runs every so manyth, of long ones
/// the entries that have moved, and medians at so many times.
struct CloudThinning {
  /// Of each cloud, the runs that are drawn.
  let runs: [[Int]]
  /// Of each of these, the entries that are kept, ascending: the first and the last among them.
  let entries: [[[Int]]]
  /// How far apart kept entries are at least, as a share of the window; nil where all are kept.
  let spacing: Double?
  /// Every so manyth of those that are so far apart is kept.
  let pace: Int
  /// Every so manyth run is drawn.
  let stride: Int
  /// The most times of medians and quartiles, of each cloud and clock.
  let timeLimit: Int

  /// - Parameters:
  ///   - entryLimit: the most entries of all runs together; but two of each run stay.
  ///   - runLimit: the most runs, about.
  init(_ entrants: [RaceEntrant], on landscape: Landscape, entryLimit: Int, runLimit: Int) {
    let count = entrants.reduce(0) { $0 + $1.runs.count }
    let stride = max(1, (count + runLimit - 1) / max(runLimit, 1))
    let runs = entrants.map { Array(Swift.stride(from: 0, to: $0.runs.count, by: stride)) }
    let points = zip(entrants, runs).map { entrant, runs in runs.map { entrant.runs[$0].points } }
    self.stride = stride
    self.runs = runs
    timeLimit = max(60, min(400, 2000 / max(entrants.count, 1)))
    let whole = points.map { $0.map { Array($0.indices) } }
    guard Self.size(whole) > entryLimit else {
      (entries, spacing, pace) = (whole, nil, 1)
      return
    }
    var share = Self.finest
    var kept = Self.kept(of: points, share, landscape)
    while Self.size(kept) > entryLimit, share < 1 {
      share *= 2
      kept = Self.kept(of: points, share, landscape)
    }
    spacing = share
    // Runs that leap over the map leave places apart at any distance.
    let pace = max(1, (Self.size(kept) + entryLimit - 1) / max(entryLimit, 1))
    (entries, self.pace) = (kept.map { $0.map { Self.everySoManyth($0, pace) } }, pace)
  }

  /// As much thinner as it takes that overlays are no more than so many numbers; but two entries of
  /// each run stay.
  ///
  /// - Parameter size: how many numbers the overlays of a cloud's run take at some entries.
  init(
    _ entrants: [RaceEntrant], on landscape: Landscape, entryLimit: Int, runLimit: Int,
    strokeLimit: Int, size: (_ cloud: Int, _ run: Int, _ entries: [Int]) -> Int
  ) {
    var limit = entryLimit
    var thinning = Self(entrants, on: landscape, entryLimit: limit, runLimit: runLimit)
    var strokes = thinning.total(size)
    while strokes > strokeLimit, limit > 0 {
      let share = min(0.9, Double(strokeLimit) / Double(strokes))
      limit = Int(share * Double(min(limit, Self.size(thinning.entries))))
      thinning = Self(entrants, on: landscape, entryLimit: limit, runLimit: runLimit)
      strokes = thinning.total(size)
    }
    self = thinning
  }

  /// The numbers of all runs.
  private func total(_ size: (Int, Int, [Int]) -> Int) -> Int {
    var total = 0
    for (cloud, (runs, entries)) in zip(runs, entries).enumerated() {
      for (run, entries) in zip(runs, entries) { total += size(cloud, run, entries) }
    }
    return total
  }

  /// Every so manyth entry, and the last.
  private static func everySoManyth(_ entries: [Int], _ pace: Int) -> [Int] {
    entries.indices.filter { $0 % pace == 0 || $0 == entries.count - 1 }.map { entries[$0] }
  }

  private static let finest = 1.0 / 4096

  private static func size(_ entries: [[[Int]]]) -> Int {
    entries.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
  }

  private static func kept(
    of points: [[[PlanePoint]]], _ share: Double, _ landscape: Landscape
  ) -> [[[Int]]] {
    let reach = PlanePoint(
      x: share * (landscape.x.upperBound - landscape.x.lowerBound),
      y: share * (landscape.y.upperBound - landscape.y.lowerBound))
    return points.map { $0.map { kept(of: $0, reach: reach) } }
  }

  /// The first, each that is as far from the kept one before as `reach`, and the last; of places
  /// that are none the first after one that is.
  static func kept(
    of points: [PlanePoint], reach: PlanePoint
  ) -> [Int] {
    guard let last = points.indices.last else { return [] }
    var kept = [0]
    for (i, point) in points.enumerated().dropFirst() {
      let latest = points[kept[kept.count - 1]]
      let across = (point.x - latest.x) / reach.x
      let up = (point.y - latest.y) / reach.y
      let square = across * across + up * up
      let isNone = (point.x + point.y).isNaN && (latest.x + latest.y).isNaN
      if i == last || !(square < 1) && !isNone { kept.append(i) }
    }
    return kept
  }

  /// What a reader should know; nil where nothing was thinned.
  ///
  /// - Parameter hasFewTimes: whether there were more times of medians than were kept.
  func note(hasFewTimes: Bool) -> String? {
    let parts = [
      stride > 1 ? "one run in \(stride) is drawn" : nil,
      spacing.map { "places to \(NumberLabel.value(100 * $0, digits: 2)) % of the map" },
      pace > 1 ? "one place in \(pace) is kept" : nil,
      hasFewTimes ? "medians at \(timeLimit) times" : nil,
    ]
    .compactMap { $0 }
    return parts.isEmpty ? nil : "thinned: " + parts.joined(separator: ", ")
  }
}
