/// Cuts a line to an area, vertex after vertex.
struct TrailBuilder {
  let area: Rect
  let spacing: Double
  private var runs: [[Trail.Vertex]] = []
  private var run: [Trail.Vertex] = []
  private var previous: Point?

  init(area: Rect, spacing: Double) {
    self.area = area
    self.spacing = spacing
  }

  /// nil interrupts the line.
  mutating func add(_ point: Point?, clock: Int) {
    defer { previous = point }
    guard let point else { return close() }
    guard let previous else {
      if area.contains(point) { append(point, clock) }
      return
    }
    guard let part = area.clip(previous, point) else { return close() }
    if run.isEmpty { append(part.start, clock) }
    append(part.end, clock)
    if part.end != point { close() }
  }

  mutating func finish() -> [[Trail.Vertex]] {
    close()
    return runs
  }

  private mutating func append(_ point: Point, _ clock: Int) {
    if let last = run.last, last.point.distance(to: point) < spacing { return }
    run.append(Trail.Vertex(point: point, clock: clock))
  }

  private mutating func close() {
    if !run.isEmpty { runs.append(run) }
    run = []
  }
}
