import Contours
import Foundation
import Scenes

extension RacePage {
  /// One HTML file that plays the race: it needs nothing but a browser, and no network.
  ///
  /// The same page gives the same text. Throws where the contours cannot be encoded.
  public func html() throws -> String { try html(with: PageAdditions()) }

  /// The same with more on it.
  package func html(with additions: PageAdditions) throws -> String {
    let template = PageTemplate(PackageResources.page_html)
    return template.filled(with: [
      "title": HTMLText.escaped(title),
      "subtitle": subtitle.map { "<p class=\"subtitle\">\(HTMLText.escaped($0))</p>" } ?? "",
      "scheme": colors.isDark ? "dark" : "light",
      "theme": colors.name,
      "colors": colors.cssProperties,
      "style": PageTemplate.text(PackageResources.page_css),
      "connections": additions.connections,
      "more-style": additions.style,
      "panel": additions.panel,
      "data": additions.data.map(Self.element).joined(separator: "\n"),
      "background": try backgroundURL(),
      "race": HTMLText.scriptSafe(raceText),
      "shapes": MarkerShape.pageOutlines,
      "measures": Measures.json.description,
      "script": PageScript.text(of: PageScript.player + additions.scripts),
    ])
  }

  private static func element(name: String, text: String) -> String {
    "<script type=\"application/json\" id=\"\(name)\">\(HTMLText.scriptSafe(text))</script>"
  }

  /// The contours as a PNG file within a URL.
  ///
  /// - Throws: where they cannot be encoded.
  package func backgroundURL() throws -> String { try background.dataURL() }
}

extension Raster {
  /// The pixels as a PNG file within a URL.
  fileprivate func dataURL() throws -> String {
    let picture = Picture(
      size: PixelSize(width: width, height: height), background: Color(0),
      marks: [.raster(self, at: Point(0, 0))])
    let bytes = try PictureWriter().png(picture)
    return "data:image/png;base64," + Data(bytes).base64EncodedString()
  }
}

extension ThemeColors {
  package var isDark: Bool {
    Int(paper.red) + Int(paper.green) + Int(paper.blue) < 3 * 128
  }

  /// The colours under names that style sheet and script share.
  package var cssProperties: String {
    let named = [
      ("paper", paper), ("ink", ink), ("muted", muted), ("grid", grid), ("frame", frame),
      ("halo", halo),
    ]
    return named.map { "--\($0): \($1.css);" }.joined(separator: " ")
  }
}

extension MarkerShape {
  /// The corners of every shape for a radius of 1000, as JSON: x and y in turn.
  package static var pageOutlines: String {
    let members = allCases.map { shape in
      let numbers = shape.outline(radius: 1000).flatMap { [$0.x, $0.y] }
      let list = numbers.map { String(Int(clamping: $0.rounded())) }.joined(separator: ",")
      return "\"\(shape)\":[\(list)]"
    }
    return "{" + members.joined(separator: ",") + "}"
  }
}
