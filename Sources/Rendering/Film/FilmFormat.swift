import CTiles
import Scenes
import Specifications

/// How PNG files are made from frames.
public enum FilmEncoder: String, Choice, CaseIterable {
  /// What did not change is not encoded again.
  case tiles
  /// Each frame whole, by libpng.
  case libpng
}

/// Which colours the frames of a sequence have.
public enum FilmColors: Sendable, CaseIterable {
  /// A palette where the frames looked at have at most 255 colours, else all colours.
  case automatic
  /// At most 255, chosen for the film; colours that are none of these become the nearest.
  case palette
  /// All that are drawn.
  case exact

  /// The most colours of a palette.
  static let limit = 255

  /// Whether a palette may be needed for a film in which some colours were counted.
  func needs(_ counts: ColorCounts) -> Bool {
    switch self {
    case .automatic: counts.counts.count <= Self.limit
    case .palette: true
    case .exact: false
    }
  }
}

/// What all frames of a film have in common as files.
struct FilmFormat: Sendable {
  let size: PixelSize
  /// nil for all colours.
  let palette: Palette?
  /// None for libpng, which chooses anew for each frame.
  private let codes: TileCodes?

  init(for survey: FilmSurvey, encoder: FilmEncoder) {
    size = survey.size
    let palette = survey.palette
    self.palette = palette
    codes = encoder == .tiles ? survey.codes(palette) : nil
  }

  func makeEncoder() -> any FrameEncoder {
    switch (palette, codes) {
    case (let palette?, let codes?):
      TileEncoder(IndexBuffer(size: size, palette: palette), head: head, codes: codes)
    case (nil, let codes?):
      TileEncoder(ColorBuffer(size: size), head: head, codes: codes)
    case (let palette?, nil): PlainPaletteEncoder(size: size, palette: palette)
    case (nil, nil): PlainColorEncoder(size: size)
    }
  }

  private var head: [UInt8] {
    PNGHead.bytes(size: size, palette: palette?.entries ?? [])
  }
}
