import Specifications

/// What a race film may show beside trails and heads, in each entrant's colour.
///
/// All that comes with Descent is about the step to come from where the head is, as far as the
/// recording knows it. Where the budget ends a run, the step, its model, M and direction stay as
/// they were before it; a run that has arrived takes no further step, and shows none. Arrows and
/// boxes are so many times as large as they are (`ArrowScale`); ellipses, regions and dots are
/// where they are.
///
/// An overlay is strokes at the heads. A page gets the strokes, and draws those of overlays that it
/// has never heard of too.
public struct RaceOverlay: NamedChoice, Hashable {
  /// What else there is to say about an overlay.
  public struct Traits: OptionSet, Sendable {
    /// A bit for each trait.
    public let rawValue: Int

    /// The traits of these bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// It takes a recording in detail.
    public static let detailed = Traits(rawValue: 1)
    /// It can be drawn on the graph of a function of one variable.
    public static let onGraphs = Traits(rawValue: 2)
    /// It is about a step alone, not about where the head is: where the budget ends a run, the last
    /// one stays.
    public static let ofStep = Traits(rawValue: 4)
    /// It draws arrows from heads, which names keep off.
    public static let arrows = Traits(rawValue: 8)
    /// Its arrows or boxes are drawn by the film's factor.
    public static let scaled = Traits(rawValue: 16)
  }

  /// What people call it: "gradient".
  public let name: String
  /// A few words on what it shows, for lists.
  public let summary: String
  /// What stands beside the headline about it; nil for nothing.
  let note: String?
  /// The same on a plane that shows a part of more variables.
  let noteOfPart: String?
  /// The higher, the more it lies above others: 0 to 9 for those of Descent.
  let layer: Int
  let traits: Traits
  /// How far its colour is mixed from the entrant's to that of the text, from 0 to 1.
  let inkShare: Double
  /// From below to above; nil for an overlay that belongs to no head.
  let strokes: (@Sendable (OverlayMoment) -> [OverlayStroke])?

  /// One that belongs to no head, and that the film draws in a way of its own.
  init(_ name: String, summary: String, layer: Int = 10, _ traits: Traits) {
    (self.name, self.summary, self.note, self.noteOfPart) = (name, summary, nil, nil)
    (self.layer, self.traits, self.inkShare, strokes) = (layer, traits, 0, nil)
  }

  /// - Parameters:
  ///   - note: the few words that explain it beside the headline: "ring: trust region".
  ///   - noteOfPart: the same where the plane shows a part of more than two variables.
  ///   - layer: the higher, the more it lies above others, of which Descent's have 0 to 9.
  ///   - inkShare: how far its colour is mixed from the entrant's to that of the text, from 0 to 1.
  ///   - strokes: what it shows at a head, from below to above.
  public init(
    _ name: String, note: String? = nil, noteOfPart: String? = nil, layer: Int = 10,
    _ traits: Traits = [], inkShare: Double = 0,
    strokes: @escaping @Sendable (OverlayMoment) -> [OverlayStroke]
  ) {
    (self.name, self.summary) = (name, note ?? "")
    (self.note, self.noteOfPart) = (note, noteOfPart ?? note)
    (self.layer, self.traits, self.inkShare) = (layer, traits, inkShare)
    self.strokes = strokes
  }

  /// Those that are known here.
  public static var all: [RaceOverlay] { OverlayCatalogue.current.entries }

  /// Whether it takes a recording in detail.
  public var needsDetail: Bool { traits.contains(.detailed) }

  /// Whether it can be drawn on the graph of a function of one variable.
  public var isForGraphs: Bool { traits.contains(.onGraphs) }

  /// Whether it shows something of a step to come, of which there is none where a run has arrived.
  var isOfStep: Bool { !traits.isDisjoint(with: [.arrows, .ofStep, .scaled]) }

  public static func == (a: Self, b: Self) -> Bool { a.name == b.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// What stands beside the headline about it, on a plane.
  func note(on plane: RacePlane) -> String? { plane.dimension > 2 ? noteOfPart : note }

  /// The meaning of some overlays, and how large their arrows are drawn.
  static func notes(
    of overlays: Set<RaceOverlay>, _ arrows: ArrowScale, on plane: RacePlane
  ) -> [String] {
    let scale = overlays.contains { $0.traits.contains(.scaled) } ? arrows.note : nil
    return [scale].compactMap { $0 }
      + OverlayCatalogue.current.ordered(overlays).compactMap { $0.note(on: plane) }
  }
}
