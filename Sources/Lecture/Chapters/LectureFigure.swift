import Races
import Rendering
import Scenes

/// A still picture of a chapter, which is drawn when it is known how large.
public struct LectureFigure: Sendable {
  /// Of its files: "top-speed".
  public let name: String
  /// What one sees, in a sentence or two.
  public let caption: String
  let draw: @Sendable (FigureLook) throws -> Picture

  /// - Parameters:
  ///   - name: lower case, with hyphens.
  ///   - draw: makes the picture.
  public init(
    _ name: String, caption: String, _ draw: @escaping @Sendable (FigureLook) throws -> Picture
  ) {
    (self.name, self.caption, self.draw) = (name, caption, draw)
  }

  /// A moment of a race: its end, unless the request says when.
  public static func race(
    _ name: String, caption: String, _ recordings: [RaceRecording], _ request: DrawingRequest
  ) -> LectureFigure {
    LectureFigure(name, caption: caption) { look in
      var request = request
      request.theme = look.colors
      request.size = look.size
      return try RaceDrawing(recordings, request).still()
    }
  }
}

/// How the pictures of a lecture look.
public struct FigureLook: Sendable {
  /// Of paper and ink.
  public var colors: ThemeColors
  /// Of the picture, in pixels.
  public var size: PixelSize
  /// What texts are measured by.
  public var measuring: any TextMeasuring { CairoTextMeasuring() }

  /// For a hall, unless told.
  public init(
    _ colors: ThemeColors = .light, size: PixelSize = PixelSize(width: 1280, height: 720)
  ) {
    (self.colors, self.size) = (colors, size)
  }

  /// That of a plot.
  var plot: PlotLook { PlotLook(colors, size: size) }
}

extension LectureFigure {
  /// A plot of lines.
  static func plot(
    _ name: String, caption: String, _ lines: [PlotLine], guides: [PlotGuide] = [],
    x: LinePlot.Axis, y: LinePlot.Axis, title: String, note: String? = nil
  ) -> LectureFigure {
    LectureFigure(name, caption: caption) { look in
      LinePlot(
        lines, guides: guides, x: x, y: y, title: title, note: note, look: look.plot,
        measuring: look.measuring
      ).picture
    }
  }
}

/// A race of a chapter, which plays on its page.
public struct LectureFilm: Sendable {
  /// Of its folder, after that of the chapter: "bowl".
  public let name: String
  /// What one sees, in a sentence or two.
  public let caption: String
  let recordings: [RaceRecording]
  let drawing: DrawingRequest

  /// - Parameters:
  ///   - name: lower case, with hyphens.
  ///   - drawing: what the race looks like, beside what is asked of the whole lecture.
  public init(
    _ name: String, caption: String, _ recordings: [RaceRecording],
    _ drawing: DrawingRequest = DrawingRequest()
  ) {
    (self.name, self.caption) = (name, caption)
    (self.recordings, self.drawing) = (recordings, drawing)
  }
}
