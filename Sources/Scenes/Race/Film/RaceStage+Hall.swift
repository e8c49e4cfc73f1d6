// For the back of a hall: map and charts alone, with the clock beside the headline and the names
// in a key below.
extension RaceStage {
  var hall: [any RacePanel] {
    let arrows = arrows(in: frame.size.rect)
    let key = shortKey(arrows)
    let layout = RaceLayout(hall: race, charts[0].axis, frame: frame, keyHeight: key.height)
    let map = map(
      entrants, over: contours(levels, layout.map), in: layout.map, frame.typesetting,
      arrows: arrows)
    let top = frame.size.rect.maxY - key.height - 8 * frame.theme.scale
    return [map, StillPanel(backdrop: key.marks(at: Point(frame.headline.x, top)))]
      + charts(charts[...], in: layout.chart)
      + [hallHeadline, notes(on: [map], in: layout.map)]
  }

  var hallHeadline: HallHeadline {
    HallHeadline(words: style.words, title: landscape.title, time: race.time, frame: frame)
  }

  /// Below small maps, which have their names as captions, a footer that somebody chose alone.
  var hallFooter: StillPanel {
    let style = frame.theme.label.colored(frame.theme.colors.muted).aligned(.leading)
    let room = frame.footerEnd.x - frame.footer.x
    let text = self.style.words.footerWords.map {
      frame.typesetting.measuring.fit($0, in: style, width: room)
    }
    return StillPanel(backdrop: text.map { [.text($0, at: frame.footer, style)] } ?? [])
  }

  /// Names, the meaning of overlays, that of landmarks where it takes no row more, and the words
  /// of a footer that somebody chose; where it is to be none, no landmarks.
  func shortKey(_ arrows: ArrowScale) -> FigureKey {
    func key(_ landmarks: [MapKey.Item]) -> FigureKey {
      FigureKey(
        entrants, landmarks, overlays: overlayKeys(arrows), note: style.words.footerWords,
        width: frame.footerEnd.x - frame.footer.x, frame.typesetting)
    }
    if style.words.hasNoFooter { return key([]) }
    let landmarks = MapKey(landscape: landscape, race: race, typesetting: frame.typesetting)
    let (full, plain) = (key(landmarks.items), key([]))
    return full.height > plain.height ? plain : full
  }
}

/// What is raced over, at its right what the clock shows, and below it a subtitle.
struct HallHeadline: RacePanel {
  let backdrop: [Mark]
  private let time: ClockAxis
  private let frame: RaceFrame
  private var style: TextStyle { frame.theme.label.aligned(.trailing) }
  private var place: Point { Point(frame.footerEnd.x, frame.headline.y) }

  /// - Parameter title: where no headline was chosen.
  init(words: OwnWords, title: String, time: ClockAxis, frame: RaceFrame) {
    (self.time, self.frame) = (time, frame)
    let title = words.headline ?? title
    let measuring = frame.typesetting.measuring
    let clock = measuring.width(of: time.longestText, in: frame.theme.label)
    let whole = frame.footerEnd.x - frame.headline.x
    let room = whole - clock - 16 * frame.theme.scale
    // A long title is set as small as other texts before it is shortened.
    let sizes = [frame.theme.headline.size, frame.theme.label.size]
    let styles = sizes.map { frame.theme.headline.sized($0).aligned(.leading) }
    let style = styles.first { measuring.width(of: title, in: $0) <= room } ?? styles[1]
    backdrop =
      [.text(measuring.fit(title, in: style, width: room), at: frame.headline, style)]
      + words.below(frame, whole)
  }

  func overlay(at clock: Int) -> [Element] {
    let text = time.text(clock)
    let bounds = frame.typesetting.measuring.bounds(of: text, at: place, in: style).grown(by: 1)
    return [Element(bounds: bounds, marks: [.text(text, at: place, style)])]
  }
}
