/// Names beside the heads, and "diverged at 12" beside crosses, as far as there is room.
///
/// A label that stands away from its head has a line to it. The places are found once, for all
/// frames.
struct HeadLabels: Sendable {
  /// For each clock value that a frame shows: a box for each path, or none.
  private let boxes: [Int: [Rect?]]
  private let places: HeadPlaces
  private var paths: [RacePath] { places.paths }
  /// Of each path; nil where they are not wanted.
  private let names: [String?]
  private let theme: Theme

  init(
    _ places: HeadPlaces, clocks: [Int], hasNames: Bool, fixed: [Rect] = [],
    keepingOff obstacles: (_ clock: Int) -> [Rect] = { _ in [] }, measuring: any TextMeasuring
  ) {
    self.places = places
    let (paths, heads) = (places.paths, places.heads)
    let style = Self.style(heads.theme)
    let longest = 240 * heads.theme.scale
    let names = paths.map { path in
      hasNames ? measuring.fit(path.run.name, in: style, width: longest) : nil
    }
    self.names = names
    theme = heads.theme
    let moments = clocks.reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
    let plan = LabelPlan(
      room: heads.area.grown(by: -2), reach: heads.reach,
      anchors: moments.map(places.places), fixed: fixed,
      sizes: moments.map { clock in
        zip(paths, names).map { path, name in
          Self.text(path.run, name, at: clock).map { text in
            Point(measuring.width(of: text, in: style) + 8 * heads.theme.scale, style.size * 1.5)
          }
        }
      }, obstacles: moments.map(obstacles),
      durations: moments.map { clock in clocks.count { $0 == clock } })
    boxes = Dictionary(zip(moments, plan.boxes)) { first, _ in first }
  }

  /// The labels of heads at `places`. Lines from heads lie below all labels.
  func elements(beside places: [Point?], at clock: Int) -> [Element] {
    let boxes = boxes[clock] ?? paths.map { _ in nil }
    let leaders = zip(paths, zip(places, boxes)).map { path, ends in
      guard let anchor = ends.0, let box = ends.1 else { return Element.empty }
      return leader(path, from: anchor, to: box) ?? .empty
    }
    let labels = boxes.enumerated().map { i, box in
      box.flatMap { label(i, $0, at: clock) } ?? .empty
    }
    return leaders + labels
  }

  private func label(_ i: Int, _ box: Rect, at clock: Int) -> Element? {
    guard let text = Self.text(paths[i].run, names[i], at: clock) else { return nil }
    let border = Stroke(paths[i].run.style.color, width: 1)
    return Element(
      bounds: box.grown(by: 1),
      marks: [
        .rectangle(box, fill: theme.colors.paper, stroke: border),
        .text(text, at: box.center, Self.style(theme)),
      ])
  }

  /// From a head to a label that stands away from it.
  private func leader(_ path: RacePath, from anchor: Point, to box: Rect) -> Element? {
    let end = box.nearest(to: anchor)
    guard end.distance(to: anchor) > Measures.leader * places.heads.reach,
      let bounds = Rect(around: [anchor, end])
    else { return nil }
    let width = 1.2 * theme.scale
    return Element(
      bounds: bounds.grown(by: width + 1),
      marks: [
        .polyline([anchor, end], Stroke(theme.colors.halo, width: width + 2)),
        .polyline([anchor, end], Stroke(path.run.style.color, width: width)),
      ])
  }

  private static func text(_ run: RaceRun, _ name: String?, at clock: Int) -> String? {
    guard run.end.isBreakdown, run.isFinished(at: clock) else { return name }
    return [name, run.end.text].compactMap { $0 }.joined(separator: ": ")
  }

  private static func style(_ theme: Theme) -> TextStyle {
    theme.detail.colored(theme.colors.ink).aligned(.center)
  }
}
