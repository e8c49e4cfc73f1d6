import Scenes

/// Frames of a film on one page, from the first that moves to the last, row after row.
public struct ContactSheet: Sendable {
  public let columns: Int
  public let rows: Int

  public init(columns: Int = 4, rows: Int = 4) {
    precondition(columns > 0 && rows > 0, "a sheet without room")
    self.columns = columns
    self.rows = rows
  }

  /// The frames shown, evenly spread; all of them where there are fewer than places.
  func frames(of count: Int) -> [Int] {
    let places = columns * rows
    guard count > places else { return Array(0..<count) }
    return (0..<places).map { (count - 1) * $0 / (places - 1 == 0 ? 1 : places - 1) }
  }

  /// A PNG file as large as a frame of the film, each frame in small.
  public func png(of film: some Film) throws -> [UInt8] {
    let surface = try CairoSurface(size: film.size)
    let share = 1 / Double(max(columns, rows))
    try surface.draw { $0.fill(with: film.background.background) }
    var canvas = try FilmCanvas(film)
    for (place, frame) in frames(of: film.frameCount).enumerated() {
      _ = try canvas.show(frame)
      let corner = Point(
        Double(place % columns) * Double(film.size.width) / Double(columns),
        Double(place / columns) * Double(film.size.height) / Double(rows))
      try surface.draw { $0.paint(canvas.frame, at: corner, scaledBy: share) }
    }
    return try PictureWriter().png(surface)
  }
}
