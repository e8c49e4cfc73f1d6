import Scenes

/// Frames of a film on one page, from the first that moves to the last, row after row.
public struct ContactSheet: Sendable {
  /// Frames in a row, 1 or more.
  public let columns: Int
  /// Frames in a column, 1 or more.
  public let rows: Int

  /// A page of so many frames a row and a column, 1 or more each.
  public init(columns: Int = 4, rows: Int = 4) {
    precondition(columns > 0 && rows > 0, "a sheet without room")
    self.columns = columns
    self.rows = rows
  }

  /// The frames shown, evenly spread from the first of them on; all where there are fewer than
  /// places.
  func frames(from first: Int = 0, of count: Int) -> [Int] {
    let places = columns * rows
    guard count - first > places else { return Array(first..<count) }
    return (0..<places).map { first + (count - 1 - first) * $0 / max(places - 1, 1) }
  }

  /// The first frame that is not like the one at the start.
  private func beginning(of film: some Film) -> Int {
    let start = film.overlay(ofFrame: 0)
    return (1..<max(film.frameCount, 1)).first { film.overlay(ofFrame: $0) != start } ?? 0
  }

  /// A PNG file as large as a frame of the film, each frame in small.
  ///
  /// - Throws: `CairoError` or `PNGError` where it cannot be drawn or encoded.
  public func png(of film: some Film) throws -> [UInt8] {
    let surface = try CairoSurface(size: film.size)
    let share = 1 / Double(max(columns, rows))
    try surface.draw { $0.fill(with: film.background.background) }
    var canvas = try FilmCanvas(film)
    let shown = frames(from: beginning(of: film), of: film.frameCount)
    for (place, frame) in shown.enumerated() {
      _ = try canvas.show(frame)
      let corner = Point(
        Double(place % columns) * Double(film.size.width) / Double(columns),
        Double(place / columns) * Double(film.size.height) / Double(rows))
      try surface.draw { $0.paint(canvas.frame, at: corner, scaledBy: share) }
    }
    return try PictureWriter().png(surface)
  }
}
