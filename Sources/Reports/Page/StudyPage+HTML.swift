import JSON
import Rendering
import Scenes

extension StudyPage {
  /// One HTML file that needs nothing but a browser. The same runs give the same text.
  ///
  /// - Complexity: O(the numbers of the runs).
  public var html: String {
    let (study, columns) = data
    return PageTemplate(PackageResources.report_html).filled(with: [
      "title": HTMLText.escaped(title),
      "themes": ThemeColors.all.map(\.css).joined(separator: "\n"),
      "style": PageTemplate.text(PackageResources.report_css),
      "study": HTMLText.scriptSafe(study.description),
      // Base 64 has no character that means anything in HTML.
      "columns": columns,
      "shapes": MarkerShape.pageOutlines,
      "measures": Measures.json.description,
      "script": PageScript.text(of: PageScript.common + Self.parts),
    ])
  }

  /// Later parts use earlier ones.
  private static let parts = [
    PackageResources.columns_js, PackageResources.study_js, PackageResources.work_js,
    PackageResources.quantiles_js, PackageResources.times_js, PackageResources.shares_js,
    PackageResources.excess_js, PackageResources.state_js, PackageResources.choice_js,
    PackageResources.graph_js, PackageResources.views_js, PackageResources.tables_js,
    PackageResources.words_js, PackageResources.optimizers_js, PackageResources.problems_js,
    PackageResources.controls_js, PackageResources.details_js, PackageResources.hovering_js,
    PackageResources.report_js,
  ]
}

extension ThemeColors {
  fileprivate var css: String {
    ":root[data-theme=\(name)] { color-scheme: \(isDark ? "dark" : "light"); \(cssProperties) }"
  }
}
