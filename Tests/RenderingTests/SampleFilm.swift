import Foundation
import Scenes

/// Two markers wander over a colour map, leave trails, and pass under each other and a counter.
struct SampleFilm: Film {
  var size = Samples.size
  var frameCount = 50
  var landscape = Ground.smooth

  /// What lies below: paper alone, a map in steps as of contours, or a map of many colours.
  enum Ground: CaseIterable { case plain, stepped, smooth }

  var background: Picture {
    let pixels = (0..<size.width * size.height).map { place -> UInt32 in
      let (y, x) = place.quotientAndRemainder(dividingBy: size.width)
      let height = sin(Double(x) / 25) * cos(Double(y) / 35)
      let level = 180 + (landscape == .stepped ? 10 * (6 * height).rounded() : 60 * height)
      let red = UInt32(level)
      let green = UInt32(level / 2) + 100
      let blue = landscape == .stepped ? 90 : UInt32(y * 200 / size.height)
      return red << 16 | green << 8 | blue
    }
    let map = Raster(width: size.width, height: size.height, pixels: pixels)
    let frame = Mark.rectangle(
      Rect(x: 10.5, y: 10.5, width: 100, height: 80), fill: nil, stroke: Stroke(Samples.ink))
    return Picture(
      size: size, background: Samples.paper,
      marks: landscape == .plain ? [frame] : [.raster(map, at: Point(0, 0)), frame])
  }

  func trails(ofFrame i: Int) -> [Element] {
    guard i > 0, i % 7 != 3 else { return [] }
    return (0..<2).map { entrant in
      let ends = [place(entrant, i - 1), place(entrant, i)]
      return Element(
        bounds: box(around: ends, reach: 2),
        marks: [.polyline(ends, Stroke(color(entrant), width: 2))])
    }
  }

  func overlay(ofFrame i: Int) -> [Element] {
    let counter = Element(
      bounds: Rect(x: 0, y: 0, width: 90, height: 20),
      marks: [.text("step \(i / 3)", at: Point(4, 14), TextStyle(size: 11, color: Samples.ink))])
    return [counter]
      + (0..<2).map { entrant in
        let center = place(entrant, i)
        return Element(
          bounds: box(around: [center], reach: 8),
          marks: [
            .marker(
              MarkerShape.allCases[entrant + 2], at: center, size: 10, fill: color(entrant),
              halo: Samples.paper)
          ])
      }
  }

  private func color(_ entrant: Int) -> Color { Color(entrant == 0 ? 0x0077BB : 0xCC3311) }

  private func place(_ entrant: Int, _ i: Int) -> Point {
    let angle = Double(i) / 9 + 2 * Double(entrant)
    let scale = Double(size.width) / 160
    return Point(
      scale * (70 + 50 * cos(angle)), scale * (55 + 40 * sin((1.3 + Double(entrant)) * angle)))
  }

  private func box(around points: [Point], reach: Double) -> Rect {
    let xs = points.map(\.x)
    let ys = points.map(\.y)
    let x = (xs.min() ?? 0) - reach
    let y = (ys.min() ?? 0) - reach
    return Rect(
      x: x, y: y, width: (xs.max() ?? 0) + reach - x, height: (ys.max() ?? 0) + reach - y)
  }
}
