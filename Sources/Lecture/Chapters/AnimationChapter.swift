import Races

/// The lecture's animation: SGD, momentum, RMSProp and Adam side by side.
struct AnimationChapter: Chapter {
  static let card = ChapterCard(
    name: "animation", title: "The animation",
    summary: "SGD, SGD with momentum, RMSProp and Adam on an elongated bowl, on Beale's function "
      + "and beside a saddle point.")

  let parts: [ChapterPart]

  init(_ setting: ChapterSetting) throws {
    let films = try zip(RaceScript.lecture, Self.captions).map { script, caption in
      LectureFilm(
        script.name, caption: caption, try script.request(DrawingRequest()).plan().run(),
        Self.drawing)
    }
    parts = [
      ChapterPart("Four methods, three functions", text: [Self.text], films: films)
    ]
  }

  /// The names that the lecture's legend has.
  private static var drawing: DrawingRequest {
    var drawing = DrawingRequest()
    drawing.formats = [.png]
    drawing.labels = ["SGD", "SGD+Momentum", "RMSProp", "Adam"].map { .init($0) }
    return drawing
  }

  private static let text =
    "All four start at the same point and take one gradient a step. What differs is what they "
    + "remember: nothing, past gradients, past squared gradients, or both."

  private static let captions = [
    "On the bowl with condition number 20 momentum overshoots and swings back, RMSProp and Adam "
      + "leave the steep direction for the gentle one.",
    "On Beale's function the flat valley slows SGD, and momentum shoots past the bend.",
    "SGD comes to the saddle, where the gradient all but vanishes, and hangs there; momentum swings "
      + "about it before it leaves along the direction of negative curvature. RMSProp and Adam take "
      + "steps in that direction from the start, and pass the saddle at a distance.",
  ]
}
