/// The script of a page, put together from its parts.
package enum PageScript {
  /// All but what starts it. Later parts use earlier ones.
  static let player = [
    PackageResources.element_js, PackageResources.numbers_js, PackageResources.ticks_js,
    PackageResources.curve_js,
    PackageResources.strokes_js, PackageResources.runs_js, PackageResources.cloud_js,
    PackageResources.race_js,
    PackageResources.fonts_js, PackageResources.plot_js, PackageResources.titles_js,
    PackageResources.markers_js, PackageResources.trails_js,
    PackageResources.labels_js, PackageResources.surface_js, PackageResources.window_js,
    PackageResources.heads_js, PackageResources.spreading_js, PackageResources.landmarks_js,
    PackageResources.overlays_js,
    PackageResources.names_js, PackageResources.grid_js,
    PackageResources.field_js, PackageResources.contours_js, PackageResources.ground_js,
    PackageResources.map_js,
    PackageResources.bar_js,
    PackageResources.bands_js, PackageResources.guides_js, PackageResources.chart_js,
    PackageResources.charts_js,
    PackageResources.legend_js, PackageResources.playback_js, PackageResources.tip_js,
    PackageResources.pointing_js, PackageResources.seeking_js, PackageResources.zooming_js,
    PackageResources.controls_js, PackageResources.keys_js, PackageResources.notes_js,
    PackageResources.notebox_js,
    PackageResources.page_js,
  ]

  /// What pages of every kind can draw with: elements, numbers and ticks, markers and a tip beside
  /// the pointer, plots with their titles, and canvases.
  package static let common = [
    PackageResources.element_js, PackageResources.numbers_js, PackageResources.ticks_js,
    PackageResources.markers_js, PackageResources.fonts_js, PackageResources.plot_js,
    PackageResources.titles_js, PackageResources.surface_js, PackageResources.tip_js,
  ]

  /// One closed scope: nothing becomes global.
  ///
  /// - Parameter parts: in UTF-8; later ones use earlier ones.
  package static func text(of parts: [[UInt8]]) -> String {
    "(() => {\n\"use strict\";\n" + parts.map(PageTemplate.text).joined(separator: "\n") + "})();"
  }
}
