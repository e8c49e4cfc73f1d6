/// How a race is drawn.
public struct RaceStyle: Sendable {
  /// What a frame shows, and where it stands.
  public enum Layout: String, Sendable, CaseIterable {
    /// All entrants on one map, beside their errors and a table.
    case standard
    /// One small map for each entrant, under one clock.
    case grid
    /// The map alone, with a key: for papers.
    case figure
  }

  /// Of a frame.
  public var size = PixelSize(width: 1280, height: 720)
  /// What a frame shows, and where it stands.
  public var layout = Layout.standard
  /// The width on paper in millimetres, where labels are set in 8 points; nil for a screen.
  public var paperWidth: Double?
  /// How the map is coloured; its theme is that of the whole picture.
  public var contours = ContourStyle()
  /// What part of the plane the map shows.
  public var window = WindowRule.auto
  /// How the units of the map's axes compare.
  public var aspect = MapAspect.auto
  /// The size of text, markers and lines; 1 is usual for a size of picture, and 8 points for the
  /// labels on paper.
  public var scale = 1.0
  /// What the frames advance; it must be known of every run.
  public var clock = RaceClock.steps
  /// The most frames there are, those that stand still included.
  public var frameLimit = 300
  /// Whether a short race has so many frames too.
  public var hasAllFrames = false
  /// What the clock shows in a still that need not be a frame of the film.
  public var stillClock: Int?
  /// Instead of the landscape's title; a figure has none unless given.
  public var headline: String?
  /// What stands below the headline; nil for nothing.
  public var subtitle: String?
  /// The footer's words instead of start, seed and notes; empty for no footer, nor a key to the
  /// marks.
  public var footer: String?
  /// What is said at moments of the clock, at which the film stands still.
  public var timedNotes: [TimedNote] = []
  /// The words of the slide before the race; nil for none.
  public var titleSlide: TitleSlide.Words?
  /// Whether names go along with the heads.
  public var hasHeadLabels = true
  /// What is shown beside trails and heads.
  public var overlays: Set<RaceOverlay> = []
  /// What is shown over the clock, from above to below, at most `RaceChart.most`; the excess, or f
  /// where min f is not known, unless given.
  public var charts: [RaceChart] = []
  /// The lines in the first chart that its curves are compared with.
  public var guides: [ChartGuide] = []
  /// How the entrants are shown, from the first on, where it is not as usual.
  public var looks: [EntrantLook] = []
  /// What else the footer says, each a few words: "budget 300 steps".
  public var notes: [String] = []

  /// The defaults.
  public init() {}

  /// The largest scale at which the texts of a picture have room beside each other, at least 1.
  public static func largestScale(for size: PixelSize, in colors: ThemeColors = .light) -> Double {
    let usual = Theme(colors, size: size, reference: PageShape(size).reference).scale
    return max(1, min(Double(size.width) / 480, Double(size.height) / 360) / usual)
  }

  /// Pixels to one of a page of 1280 × 720, where the scale is 1.
  public var unit: Double { theme.scale }

  var colors: ThemeColors { contours.colors }

  var theme: Theme {
    let usual = Theme(colors, size: size, reference: PageShape(size).reference)
    guard let paperWidth, paperWidth > 0 else {
      return Theme(colors, scale: usual.scale * scale)
    }
    let pixelsPerPoint = Double(size.width) / (paperWidth / 25.4 * 72)
    let paper = Theme(colors, labelSize: 8 * scale * pixelsPerPoint)
    let least = paper.leastScale(height: size.height) ?? 0
    return Theme(colors, scale: max(paper.scale, least * scale))
  }

  func look(_ index: Int) -> EntrantLook {
    looks.indices.contains(index) ? looks[index] : EntrantLook()
  }
}
