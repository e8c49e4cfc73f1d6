import JSON
import Races
import Rendering
import Specifications

/// The page that asks: the one that plays a race, and beside it what can be changed.
struct PlayPage: Sendable {
  private let first: String

  /// - Parameter first: shown where the address names no race.
  init(_ first: RaceRequest) {
    self.first = RaceQuery.text(of: first)
  }

  /// The page of a query; where that cannot be, of what is left of it without what is wrong, else of
  /// the first race, with a line that says why.
  ///
  /// - Throws: where the first race cannot be either.
  func html(_ query: String, shelf: FunctionShelf, limits: PlayLimits) throws -> String {
    var shown = query.isEmpty ? first : query
    var told: PlayError?
    while shown != first {
      do {
        return try html(of: shown, shelf, limits, error: told)
      } catch {
        let error = PlayError(error)
        told = told ?? error
        let rest = without(error.setting, shown)
        shown = rest == shown ? first : rest
      }
    }
    return try html(of: first, shelf, limits, error: told)
  }

  /// What a query asks for without a setting. Without its function it is of the first race's.
  private func without(_ setting: String?, _ query: String) -> String {
    guard let setting, setting != "functions" else { return withFirstFunction(query) }
    return query.split(separator: "&").filter { $0.prefix { $0 != "=" } != setting }
      .joined(separator: "&")
  }

  /// What a query asks for, but of the first race's function.
  private func withFirstFunction(_ query: String) -> String {
    let isOfFunction = { (item: Substring) in
      ["functions", "start", "starts", "window", "plane"].contains(item.prefix { $0 != "=" })
    }
    let own = query.split(separator: "&").filter { !isOfFunction($0) }
    let firsts = first.split(separator: "&").filter(isOfFunction)
    return (firsts + own).joined(separator: "&")
  }

  private func html(
    of query: String, _ shelf: FunctionShelf, _ limits: PlayLimits, error: PlayError?
  ) throws -> String {
    let race = try PlayedRace(query, shelf: shelf, limits: limits)
    var additions = PageAdditions()
    additions.connections = "'self'"
    additions.style =
      PageTemplate.text(PackageResources.play_css) + PageTemplate.text(PackageResources.relief_css)
    additions.panel = PageTemplate.text(PackageResources.panel_html)
    additions.data = [
      ("state", race.state.description),
      ("catalogue", PlayCatalogue.json.description),
      ("error", error?.json.description ?? JSON.null.description),
    ]
    additions.scripts = Self.scripts
    return try race.page().html(with: additions)
  }

  /// Later parts use earlier ones.
  private static let scripts = [
    PackageResources.parts_js, PackageResources.state_js, PackageResources.line_js,
    PackageResources.live_js,
    PackageResources.dragging_js,
    PackageResources.past_js, PackageResources.bare_js, PackageResources.drawer_js,
    PackageResources.sliding_js, PackageResources.scale_js, PackageResources.fields_js,
    PackageResources.parameter_js,
    PackageResources.form_js,
    PackageResources.presets_js, PackageResources.function_js, PackageResources.entrants_js,
    PackageResources.adding_js, PackageResources.settings_js, PackageResources.overlaying_js,
    PackageResources.narration_js, PackageResources.saving_js,
    PackageResources.choosing_js, PackageResources.staying_js,
    PackageResources.freewindow_js, PackageResources.roaming_js,
    PackageResources.matrices_js, PackageResources.camera_js,
    PackageResources.relieflevels_js, PackageResources.reliefmesh_js,
    PackageResources.relieftrails_js, PackageResources.shaders_js,
    PackageResources.reliefpainter_js, PackageResources.reliefoverlay_js,
    PackageResources.relief_js, PackageResources.orbiting_js, PackageResources.reliefbuttons_js,
    PackageResources.play_js,
  ]
}
