/// The page around the panels: headline above, footer below.
struct RaceFrame: Sendable {
  let size: PixelSize
  let typesetting: Typesetting
  /// What stands below the panels, in lines of the footer.
  var footerHeight: Double?
  /// Whether words stand below the headline.
  var hasSubtitle = false

  var theme: Theme { typesetting.theme }
  private var page: Rect { size.rect.grown(by: -16 * theme.scale) }

  var shape: PageShape { PageShape(size) }

  /// Where the panels lie.
  var content: Rect {
    let top = page.y + (hasSubtitle ? 54 : 32) * theme.scale
    let below = footerHeight ?? 22 * theme.scale
    return Rect(
      x: page.x, y: top, width: page.width, height: page.maxY - below - top)
  }

  /// The left end of the headline's middle line.
  var headline: Point { Point(page.x + 8 * theme.scale, page.y + 10 * theme.scale) }

  /// The same of the words below it.
  var subtitle: Point { Point(headline.x, headline.y + 22 * theme.scale) }

  /// The left end of the footer's middle line, and its right end.
  var footer: Point { Point(page.x + 8 * theme.scale, page.maxY - 7 * theme.scale) }
  var footerEnd: Point { Point(page.maxX, footer.y) }
}
