import Contours
import Rendering
import Scenes
import Specifications

/// What a person asks of a race's pictures; what is nil is as usual.
public struct DrawingRequest: Sendable {
  /// What a frame advances; steps where each takes one gradient, else gradients, unless given.
  public var clock: RaceClock?
  /// Of a frame; 1280 × 720, or 1200 × 1200 for a figure, unless given.
  public var size: PixelSize?
  /// How large text, markers and lines are, from 0.5 to 3; 1 is usual.
  public var scale: Double?
  /// `standard` unless given.
  public var layout: RaceStyle.Layout?
  /// `light` unless given.
  public var theme: ThemeColors?
  /// Where a race in n > 2 variables is drawn, or how one in two is turned.
  public var plane: PlaneRule?
  /// What is shown beside the trails; nothing unless given.
  public var overlays: [RaceOverlay]?
  /// What is drawn over the clock, from above to below; the excess unless given.
  public var charts: [RaceChart]?
  /// Lines in the first chart that its curves are compared with; none unless given.
  public var guides: [ChartGuide]?
  /// Which contours there are.
  public var levels: LevelRule?
  /// Colours of the contours; excludes a gray background.
  public var palette: ColorRamp?
  /// `color` unless given.
  public var background: Background?
  /// What the map shows.
  public var window: WindowRule?
  /// The units of the map's axes.
  public var aspect: MapAspect?
  /// Names of the entrants in the picture, from the first on.
  public var labels: [Look<String>]?
  /// Colours of the entrants, from the first on.
  public var colors: [Look<Color>]?
  /// The headline, of the slide before the race too; "none" for no slide.
  public var title: String?
  /// What stands below the headline.
  public var subtitle: String?
  /// The footer's words, instead of start, seed and budget; "none" for no footer.
  public var footer: String?
  /// What is said at moments of the race, at which it stands still.
  public var timedNotes: [TimedNote]?
  /// Frames a second, from 1 to 240; 25 unless given.
  public var fps: Int?
  /// Frames of each race, from 1 to 100,000; at most 300, as many as the race needs, unless given.
  public var frames: Int?
  /// How long each race takes, in seconds from 0.01 to 3600; excludes frames.
  public var duration: Double?
  /// PNG frames unless given.
  public var formats: [RaceFormat]?
  /// What svg and pdf show; the end unless given.
  public var still: StillMoment?
  /// The width of svg and pdf on paper, in mm, from 10 to 2000; of a figure 120 unless given.
  public var width: Double?
  /// How PNG files are made; `tiles` unless given.
  public var encoder: FilmEncoder?
  /// How many workers draw, from 1 to 256; as many as the machine has cores unless given.
  public var jobs: Int?

  /// A request that says nothing.
  public init() {}

  /// The contours: coloured, or gray so that the ways alone are in colour.
  public enum Background: String, Choice, CaseIterable {
    /// Bands in the colours of the theme.
    case color
    /// Bands in gray.
    case gray
  }

  /// How one entrant is shown; nil for the usual, which is written as a hyphen.
  public struct Look<Value: Spelled>: Spelled {
    /// Nil for the usual.
    public let value: Value?

    /// As told; as usual for nil.
    public init(_ value: Value?) { self.value = value }

    /// "-" gives the usual; else throws what `Value` throws, and for nothing at all.
    public init(spelling text: String) throws(SpecificationError) {
      guard !text.isBlank else {
        throw SpecificationError("expected something to be seen, or - for the usual")
      }
      value = text == "-" ? nil : try Value(spelling: text)
    }

    public var spelling: String { value?.spelling ?? "-" }
  }
}
