/// The sizes and colours of what is set on a page, and what tells how wide its texts are.
struct Typesetting: Sendable {
  let theme: Theme
  let measuring: any TextMeasuring

  init(_ theme: Theme, _ measuring: any TextMeasuring) {
    self.theme = theme
    self.measuring = measuring
  }

  /// The same texts in other sizes.
  func with(_ theme: Theme) -> Typesetting { Typesetting(theme, measuring) }

  /// The widest label at the y axes of plots of about the right extent: how wide a plot can be is
  /// known only when its labels have been measured.
  func widestLabel(at drafts: [Plot]) -> Double {
    drafts.map { AxisFrame(plot: $0, typesetting: self).widestLabel }.max() ?? 0
  }

  /// The space that tick labels and a title need on the left of plots like these.
  func leftMargin(of drafts: [Plot], hasTitle: Bool) -> Double {
    AxisFrame.leftMargin(theme: theme, labelWidth: widestLabel(at: drafts), hasTitle: hasTitle)
  }

  /// The space below a plot.
  func bottomMargin(hasTitle: Bool) -> Double {
    AxisFrame.bottomMargin(theme: theme, hasTitle: hasTitle)
  }
}
