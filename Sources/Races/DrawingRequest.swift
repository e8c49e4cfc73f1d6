import Contours
import Rendering
import Scenes
import Specifications

/// What a person asks of a race's pictures; what is nil is as usual.
public struct DrawingRequest: Sendable {
  public var clock: RaceClock?
  public var size: PixelSize?
  public var scale: Double?
  public var layout: RaceStyle.Layout?
  public var theme: ThemeColors?
  public var plane: PlaneRule?
  public var overlays: [RaceOverlay]?
  public var levels: LevelRule?
  public var palette: ColorRamp?
  public var background: Background?
  public var window: WindowRule?
  public var aspect: MapAspect?
  /// How the entrants are shown, from the first on.
  public var labels: [Look<String>]?
  public var colors: [Look<Color>]?
  /// Words of the slide before the race; "none" for no slide.
  public var title: String?
  /// Frames a second.
  public var fps: Int?
  public var formats: [RaceFormat]?
  /// The frame that svg and pdf show.
  public var still: Int?
  /// The width of svg and pdf on paper, in mm.
  public var width: Double?
  public var encoder: FilmEncoder?
  /// How many workers draw.
  public var jobs: Int?

  public init() {}

  /// The contours: coloured, or gray so that the ways alone are in colour.
  public enum Background: String, Choice, CaseIterable { case color, gray }

  /// How one entrant is shown; nil for the usual, which is written as a hyphen.
  public struct Look<Value: Spelled>: Spelled {
    public let value: Value?

    public init(_ value: Value?) { self.value = value }

    public init(spelling text: String) throws(SpecificationError) {
      value = text == "-" ? nil : try Value(spelling: text)
    }

    public var spelling: String { value?.spelling ?? "-" }
  }
}
