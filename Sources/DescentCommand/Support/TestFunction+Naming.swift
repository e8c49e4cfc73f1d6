import Objectives

extension TestFunction {
  /// A name for folders: that of the function, or what an expression leaves when everything but
  /// letters, digits and hyphens is taken out.
  var folderName: String {
    let name = specification.name
    let pieces = name.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }
    let joined = pieces.joined(separator: "-").prefix(48)
    return joined.isEmpty ? "expression" : String(joined)
  }
}
