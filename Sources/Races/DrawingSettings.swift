import Contours
import Rendering
import Scenes
import Specifications

/// The settings of a `DrawingRequest`; help names the overlays and formats that are known here.
public enum DrawingSettings {
  /// `clock`: what a frame advances.
  public static let clock = Setting(
    "clock", \DrawingRequest.clock, placeholder: "clock",
    "What a frame advances: steps, gradients, evaluations, with weights as in "
      + "evaluations:gradients=2,hessians=10, over data samples or epochs, or seconds, which are "
      + "measured and differ from run to run; "
      + "unless given, steps where each takes one gradient, else gradients.")
  /// `size`: width and height of a frame, in pixels.
  public static let size = Setting(
    "size", \DrawingRequest.size,
    "Width and height of a frame in pixels; 1280x720, or 1200x1200 for a figure, unless given.")
  /// `scale`, from 0.5 to 3: how large text, markers and lines are.
  public static let scale = Setting(
    "scale", \DrawingRequest.scale, .from(0.5, to: 3), fallback: 1,
    "How large text, markers and lines are; in a figure text of 8 points is 1.")
  /// `layout`: where things stand.
  public static let layout = Setting(
    "layout", \DrawingRequest.layout, fallback: .standard,
    "Where things stand: standard, grid with a map for each optimizer, or figure, the map alone.")
  /// `theme`: the colours of the page.
  public static let theme = Setting(
    "theme", \DrawingRequest.theme, fallback: .light,
    "Colours: light, dark, or projector with strong contrast, large text, and map and chart alone.")
  /// `plane`: the plane in which a race is drawn.
  public static let plane = Setting(
    "plane", \DrawingRequest.plane, placeholder: "plane",
    "Where a race in n > 2 variables is drawn, or how one in two is turned: principal, along the "
      + "two directions in which the trajectories vary most; x1,x3 or coordinates:1,3; "
      + "points:A/B/C, each n numbers; through, the ends of three runs, or the start and two ends; "
      + "random or random:7, two random directions, in networks scaled as the weights of units.")
  /// `overlay`: what is shown beside the trails.
  public static var overlay: Setting<DrawingRequest, [RaceOverlay]> {
    Setting(
      "overlay", \DrawingRequest.overlays, placeholder: "name,...",
      "What is shown beside the trails; repeatable: "
        + RaceOverlay.choices.joined(separator: ", ") + ".")
  }
  /// The charts that are known here, in words.
  static var chartList: String {
    ChartQuantity.all.map { "\($0.name), \($0.summary)" }.joined(separator: "; ")
      + "; with an axis of one's own as in excess:scale=linear, or scale=log (default: excess, or "
      + "value where min f is not known)"
  }
  static let guideList =
    "powers of what the clock counts as in 1/k or 1/k^2, a factor a step as in 0.9^k, both from the "
    + "highest start, or a value as in 1e-6"

  /// `chart`: what is drawn over the clock.
  public static var chart: Setting<DrawingRequest, [RaceChart]> {
    Setting(
      "chart", \DrawingRequest.charts, placeholder: "name,...",
      "What is drawn over the clock, at most \(RaceChart.most), from above to below: \(chartList).")
  }
  /// `guide`: lines in the first chart.
  public static let guide = Setting(
    "guide", \DrawingRequest.guides, placeholder: "line,...", mayBeginWithMinus: true,
    "Lines in the first chart that its curves are compared with: \(guideList).")
  /// `levels`: at which heights there are contours.
  public static let levels = Setting(
    "levels", \DrawingRequest.levels, placeholder: "levels", mayBeginWithMinus: true,
    "Contour levels: how many, the levels themselves as in 1,2,5, or auto, linear, log, symlog or "
      + "rank, with a number as in log:20 (default: auto).")
  /// `palette`: the colours of the contours, from low to high.
  public static let palette = Setting(
    "palette", \DrawingRequest.palette, "Colours of the contours, from low to high.")
  /// `background`: whether the contours are in colour or gray.
  public static let background = Setting(
    "background", \DrawingRequest.background, fallback: .color,
    "The contours: color, or gray so that the ways alone are in colour.")
  /// `window`: what part of the plane the map shows.
  public static let window = Setting(
    "window", \DrawingRequest.window, fallback: .auto, mayBeginWithMinus: true,
    "What the map shows: domain, fit around the ways, ranges as in --window=-2:2,-1:3, or of one "
      + "variable as in --window=-2:2; auto, the race with some surroundings, which the theme "
      + "projector leaves out.")
  /// `aspect`: how the units of the map's axes compare.
  public static let aspect = Setting(
    "aspect", \DrawingRequest.aspect, fallback: .auto,
    "The units of the map's axes: equal, so that circles are circles; fill, to take the room there "
      + "is; auto, equal where the window is nearly square.")
  /// `label`: the names of the optimizers in the picture, in their order.
  public static let label = ListSetting(
    "label", \DrawingRequest.labels,
    "Name of an optimizer in the picture, the nth for the nth optimizer; - for the usual.")
  /// `color`: the colours of the optimizers, in their order.
  public static let color = ListSetting(
    "color", \DrawingRequest.colors,
    "Colour of an optimizer, as in #0055CC, the nth for the nth optimizer; - for the usual.")
  /// `title`: the headline.
  public static let title = Setting(
    words: "title", \DrawingRequest.title,
    "The headline of frames, page and figure, and of the slide before the race; the function's "
      + "unless given. 'none' for no slide.")
  /// `subtitle`: what stands below the headline.
  public static let subtitle = Setting(
    words: "subtitle", \DrawingRequest.subtitle,
    "What stands below the headline; on the slide start and budget unless given.")
  /// `footer`: the words at the bottom.
  public static let footer = Setting(
    words: "footer", \DrawingRequest.footer,
    "Words at the bottom instead of start, seed and budget; below a figure a caption. 'none' for "
      + "no footer and no key to the marks.")
  /// `note`: what is said at moments of the race.
  public static let note = ListSetting(
    "note", \DrawingRequest.timedNotes,
    "What is said where the clock shows a number, as in '20: here momentum overshoots'; the film "
      + "stands still there. Repeatable.")
  /// `fps`, from 1 to 240: frames a second.
  public static let fps = Setting(
    "fps", \DrawingRequest.fps, .from(1, to: 240), fallback: RaceOutput.usualRate,
    "Frames a second.")
  /// `frames`, 1 or more: how many each race has.
  public static let frames = Setting(
    "frames", \DrawingRequest.frames, .from(1, to: DrawingRequest.mostFrames),
    "How many frames each race has; as many as it needs, at most 300, unless given.")
  /// `duration`, from 0.01 to 3600 seconds: how long each race takes.
  public static let duration = Setting(
    "duration", \DrawingRequest.duration, .from(0.01, to: 3600), placeholder: "seconds",
    "How long each race takes, instead of a number of frames.")
  /// `format`: the files to write.
  public static var format: Setting<DrawingRequest, [RaceFormat]> {
    Setting(
      "format", \DrawingRequest.formats, fallback: [.png], placeholder: "format,...",
      "Formats to write, with commas: "
        + RaceFormat.all.map { "\($0.name), \($0.summary)" }.joined(separator: "; ") + ".")
  }
  /// `still`: the moment that svg and pdf show.
  public static let still = Setting(
    "still", \DrawingRequest.still, placeholder: "moment", mayBeginWithMinus: true,
    "What svg and pdf show: a frame's number, the title's counted, or where the clock shows a step "
      + "as in step:100, or gradient:100, evaluation:100, epoch:2.5, second:0.25; the end unless "
      + "given.")
  /// `width`, from 10 to 2000 mm: that of svg and pdf on paper.
  public static let width = Setting(
    "width", \DrawingRequest.width, .from(10, to: 2000), placeholder: "mm",
    "The width of svg and pdf on paper; of a figure 120 unless given.")
  /// `encoder`: how PNG files are made.
  public static let encoder = Setting(
    "encoder", \DrawingRequest.encoder, fallback: .tiles,
    "How PNG files are made: tiles, quickly, or libpng.")
  /// `jobs`, from 1 to 256: workers that draw.
  public static let jobs = Setting(
    "jobs", \DrawingRequest.jobs, .from(1, to: 256),
    "Workers that draw; as many as the machine has cores unless given.")

  /// Every setting, in the order of help texts.
  public static var all: [any AnySetting<DrawingRequest>] {
    [
      clock, size, scale, layout, theme, plane, overlay, chart, guide, levels, palette, background,
      window, aspect, label, color, title, subtitle, footer, note, fps, frames, duration, format,
      still, width, encoder, jobs,
    ]
  }
}

extension DrawingRequest {
  /// This with what another says in the place of its own.
  public func replaced(by given: DrawingRequest) -> DrawingRequest {
    var request = self
    for setting in DrawingSettings.all where setting.spelling(in: given) != nil {
      setting.copy(from: given, into: &request)
    }
    return request
  }
}
