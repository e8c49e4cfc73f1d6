import CTiles
import Scenes

/// How PNG files are made from frames.
public enum FilmEncoder: String, Sendable, CaseIterable {
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
}

/// What all frames of a film have in common as files.
struct FilmFormat: Sendable {
  let size: PixelSize
  let palette: Palette
  let hasPalette: Bool
  /// None for libpng, which chooses anew for each frame.
  private let codes: TileCodes?

  init(for survey: FilmSurvey, encoder: FilmEncoder, colors: FilmColors) {
    size = survey.size
    palette = survey.palette
    hasPalette =
      switch colors {
      case .automatic: survey.palette.isExact
      case .palette: true
      case .exact: false
      }
    codes = encoder == .tiles ? survey.codes(hasPalette: hasPalette) : nil
  }

  func makeEncoder() -> any FrameEncoder {
    switch (hasPalette, codes) {
    case (true, let codes?):
      TileEncoder(IndexBuffer(size: size, palette: palette), head: head, codes: codes)
    case (false, let codes?):
      TileEncoder(ColorBuffer(size: size), head: head, codes: codes)
    case (true, nil): PlainPaletteEncoder(size: size, palette: palette)
    case (false, nil): PlainColorEncoder(size: size)
    }
  }

  private var head: [UInt8] {
    PNGHead.bytes(size: size, palette: hasPalette ? palette.entries : [])
  }
}
