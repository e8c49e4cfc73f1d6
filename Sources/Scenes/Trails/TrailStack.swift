import Contours

/// Trails over a backdrop, of which each is one stroke: the first lies below all others, whichever
/// was drawn last.
///
/// What is uncovered changes a rectangle of pixels. All that lies there is drawn anew, backdrop and
/// trails in their order: no rim of a later piece cuts an earlier line, and no edge of a line is
/// drawn twice. Pixels are the same as if all had been drawn at once.
struct TrailStack: Sendable {
  /// What lies below the trails, within whose area they stay.
  let backdrop: [Mark]
  let trails: [(trail: Trail, pen: TrailPen)]

  /// The pieces that are uncovered after one clock value until another one.
  func elements(after old: Int, through new: Int) -> [Element] {
    trails.compactMap { trail, pen in
      pen.region(of: trail.pieces(after: old, through: new, lead: 0))
    }.map { region in
      let strokes = trails.flatMap { trail, pen in
        pen.marks(trail.lines(through: new, touching: region.grown(by: pen.reach)))
      }
      let below = backdrop.compactMap { $0.cropped(to: region) }
      return Element(bounds: region, marks: [.clipped(region, below + strokes)])
    }
  }

  /// All that there is at a clock value, each trail drawn once.
  func still(at clock: Int) -> [Element] {
    trails.compactMap { trail, pen in
      let pieces = trail.pieces(after: -1, through: clock, lead: 0)
      return pen.region(of: pieces).map { region in
        Element(bounds: region, marks: [.clipped(region, pen.marks(pieces.map(\.fresh)))])
      }
    }
  }
}

extension TrailPen {
  /// From the middle of a line to where its ink ends.
  var reach: Double { width / 2 + rim + 1 }

  /// The whole pixels that the ink of some pieces touches; nil where there is none.
  fileprivate func region(of pieces: [Trail.Piece]) -> Rect? {
    Rect(around: pieces.flatMap(\.fresh)).map {
      $0.grown(by: reach).roundedOut.clipped(to: area)
    }
  }

  /// The rims of all lines, and above them the lines.
  fileprivate func marks(_ lines: [[Point]]) -> [Mark] {
    let rims = rim > 0 ? lines.map { Mark.polyline($0, Stroke(halo, width: width + 2 * rim)) } : []
    return rims + lines.map { .polyline($0, Stroke(color, width: width)) }
  }
}

extension Trail {
  /// The parts of what is uncovered at a clock value whose pieces touch a rectangle.
  fileprivate func lines(through clock: Int, touching area: Rect) -> [[Point]] {
    runs.flatMap { run -> [[Point]] in
      var lines: [[Point]] = []
      var line: [Point] = []
      for (start, end) in zip(run, run.dropFirst()) {
        if end.clock > clock { break }
        let isNear =
          min(start.point.x, end.point.x) <= area.maxX && max(start.point.x, end.point.x) >= area.x
          && min(start.point.y, end.point.y) <= area.maxY
          && max(start.point.y, end.point.y) >= area.y
        if isNear {
          if line.isEmpty { line.append(start.point) }
          line.append(end.point)
        } else if !line.isEmpty {
          lines.append(line)
          line = []
        }
      }
      return line.isEmpty ? lines : lines + [line]
    }
  }
}

extension Rect {
  /// The smallest rectangle of whole pixels around this one.
  fileprivate var roundedOut: Rect {
    Rect(
      left: x.rounded(.down), top: y.rounded(.down), right: maxX.rounded(.up),
      bottom: maxY.rounded(.up))
  }
}

extension Mark {
  /// What of a raster lies within a rectangle of whole pixels, nil for nothing; other marks as they
  /// are.
  fileprivate func cropped(to area: Rect) -> Mark? {
    guard case .raster(let raster, let corner) = self else { return self }
    let extent = Rect(
      x: corner.x, y: corner.y, width: Double(raster.width), height: Double(raster.height))
    let part = area.clipped(to: extent)
    let (left, top) = (Int(part.x - corner.x), Int(part.y - corner.y))
    let (width, height) = (Int(part.width), Int(part.height))
    guard width > 0, height > 0 else { return nil }
    let pixels = (top..<(top + height)).flatMap { row in
      raster.pixels[(row * raster.width + left)..<(row * raster.width + left + width)]
    }
    return .raster(
      Raster(width: width, height: height, pixels: pixels), at: Point(part.x, part.y))
  }
}
