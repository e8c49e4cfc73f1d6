/// What a page has beside a race that plays.
package struct PageAdditions: Sendable {
  /// Where it may send requests, as a content security policy says.
  package var connections = "'none'"
  /// Rules of style.
  package var style = ""
  /// Elements before the race.
  package var panel = ""
  /// JSON that scripts read, by the names of its elements.
  package var data: [(name: String, text: String)] = []
  /// In UTF-8, after the player's; the last one starts it.
  package var scripts = [PackageResources.start_js]

  /// Nothing but the race.
  package init() {}
}
