import JSON
import Specifications

/// What a page needs to show something with a control for each of its parameters, and to write its
/// specification anew: a head, and behind it what differs from what the head alone stands for.
struct PlayForm {
  private let head: Specification
  private let table: [ParameterDescription]
  private let usual: [String: String]

  /// - Parameters:
  ///   - name: as it was given; an alias has settings of its own.
  ///   - make: the value that a specification stands for.
  init(
    _ value: any Specified, called name: String,
    make: (Specification) throws(SpecificationError) -> any Specified
  ) {
    let specification = value.specification
    let inside = specification.arguments.filter { $0.key == nil }
    head = Specification(name: inside.isEmpty ? name : specification.name, arguments: inside)
    // What stands in the head belongs to the first parameters, and needs no controls.
    table = Array(value.parameterTable.dropFirst(inside.count))
    let plain = (try? make(head))?.parameterTable ?? []
    usual = Dictionary(plain.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// "head", and "parameters" as those of catalogues, with `usual` in the place of the default.
  func members(slider: (ParameterDescription) -> SearchRange?) -> [JSON.Member] {
    let parameters = table.map { parameter in
      PlayCatalogue.parameter(
        parameter, usual: usual[parameter.name] ?? parameter.default, slider: slider(parameter))
    }
    return [
      JSON.Member("head", .string(head.description)),
      JSON.Member("parameters", .array(parameters)),
    ]
  }
}
