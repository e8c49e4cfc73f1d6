extension Array where Element: RangeReplaceableCollection, Element.Element: Equatable {
  /// What stands in all of some lists, in the order of the first; nothing of no lists.
  var common: Element {
    guard let first else { return Element() }
    return first.filter { item in allSatisfy { $0.contains(item) } }
  }
}
