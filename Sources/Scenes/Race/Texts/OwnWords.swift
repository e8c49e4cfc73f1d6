/// The words around a race that somebody chose.
struct OwnWords: Sendable {
  /// Instead of the landscape's title.
  var headline: String?
  /// Below the headline.
  var subtitle: String?
  /// Instead of start, seed and notes; empty for no footer.
  var footer: String?

  var hasNoFooter: Bool { footer == "" }

  /// The words of a footer or a caption; nil where there are none of one's own.
  var footerWords: String? { hasNoFooter ? nil : footer }

  /// Headline and subtitle of a page. Long ones are set smaller before they are cut; keys at the
  /// right take what room is left.
  func heading(_ title: String, _ keys: [String], _ frame: RaceFrame) -> [Mark] {
    let measuring = frame.typesetting.measuring
    let room = frame.footerEnd.x - frame.headline.x
    let (text, style) = Self.fitting(headline ?? title, frame.theme.headline, room, measuring)
    let rest = room - measuring.width(of: text, in: style) - 24 * frame.theme.scale
    // Keys that have room for all are set as large as other words.
    let styles = [frame.theme.label, frame.theme.detail].map { $0.aligned(.trailing) }
    let all = keys.joined(separator: " · ")
    let keyStyle = styles.first { measuring.width(of: all, in: $0) <= rest } ?? styles[1]
    let key = measuring.whole(keys, joinedBy: " · ", in: keyStyle, width: rest)
    let place = Point(frame.footerEnd.x, frame.headline.y)
    return [.text(text, at: frame.headline, style)] + below(frame, room)
      + (key.isEmpty ? [] : [.text(key, at: place, keyStyle)])
  }

  /// The subtitle, in so many pixels of room.
  func below(_ frame: RaceFrame, _ room: Double) -> [Mark] {
    guard let subtitle else { return [] }
    let style = frame.theme.label.colored(frame.theme.colors.muted)
    let (text, fitting) = Self.fitting(subtitle, style, room, frame.typesetting.measuring)
    return [.text(text, at: frame.subtitle, fitting)]
  }

  private static func fitting(
    _ text: String, _ style: TextStyle, _ room: Double, _ measuring: any TextMeasuring
  ) -> (String, TextStyle) {
    let whole = style.aligned(.leading)
    let share = room / max(measuring.width(of: text, in: whole), 1)
    let style = whole.sized(whole.size * min(max(share * 0.99, 0.6), 1))
    return (measuring.fit(text, in: style, width: room), style)
  }
}

extension RaceStyle {
  var words: OwnWords { OwnWords(headline: headline, subtitle: subtitle, footer: footer) }
}
