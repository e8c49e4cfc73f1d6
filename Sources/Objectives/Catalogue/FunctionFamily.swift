/// Functions that belong together: a folder of the library, and a list.
public struct FunctionFamily: Sendable {
  /// Lower case with hyphens.
  public let name: String
  /// As headings print it.
  public let title: String
  /// Its types, in the order of lists.
  public let functions: [any TestFunction.Type]
}

extension FunctionCatalogue {
  /// Those of `standard`, as they are known here, then what was added.
  public static var families: [FunctionFamily] {
    let known = standardFamilies.map { family in
      FunctionFamily(
        name: family.name, title: family.title,
        functions: family.functions.map { current[$0.name] ?? $0 })
    }
    let own = current.entries(beyond: standard)
    guard !own.isEmpty else { return known }
    return known + [FunctionFamily(name: "own", title: "Of this program", functions: own)]
  }

  static let standardFamilies = [
    FunctionFamily(
      name: "landscapes", title: "Landscapes for teaching", functions: landscapes),
    FunctionFamily(name: "plane", title: "Classics of two variables", functions: plane),
    FunctionFamily(
      name: "fixed", title: "Classics of three, four and six variables", functions: fixed),
    FunctionFamily(
      name: "scalable", title: "Classics of any number of variables", functions: scalable),
    FunctionFamily(
      name: "mgh", title: "Moré, Garbow and Hillstrom", functions: moreGarbowHillstrom),
    FunctionFamily(name: "bbob", title: "Noiseless BBOB", functions: bbob),
    FunctionFamily(name: "data", title: "Losses over data", functions: overData),
    FunctionFamily(name: "wrappers", title: "Functions made of others", functions: wrappers),
  ]

  /// The functions of a family that comes with Descent; none where there is no such family.
  public static func functions(of family: String) -> [any TestFunction.Type] {
    standardFamilies.first { $0.name == family }?.functions ?? []
  }
}
