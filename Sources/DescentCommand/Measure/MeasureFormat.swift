import DescentKit

/// One of those that `--format` of a measurement takes: how its table is printed, or a kind of file
/// of its plots.
enum MeasureFormat: Hashable {
  case printed(TableFormat)
  case plot(PlotFormat)
}

extension MeasureFormat: Choice {
  static var choices: [String] { TableFormat.choices + PlotFormat.choices }

  init(spelling text: String) throws(SpecificationError) {
    if let format = TableFormat(rawValue: text) {
      self = .printed(format)
    } else if let format = PlotFormat(rawValue: text) {
      self = .plot(format)
    } else {
      throw .hint(for: text, among: Self.choices)
    }
  }

  var spelling: String {
    switch self {
    case .printed(let format): format.spelling
    case .plot(let format): format.spelling
    }
  }
}

extension [MeasureFormat] {
  /// How the table is printed.
  ///
  /// - Throws: where there are several ways.
  func printed() throws -> TableFormat {
    let formats = compactMap { format -> TableFormat? in
      guard case .printed(let format) = format else { return nil }
      return format
    }
    guard formats.count <= 1 else {
      throw Failure(
        .usage,
        "--format has \(formats.map(\.spelling).joined(separator: " and ")); expected one of them")
    }
    return formats.first ?? .table
  }

  /// Files of the plots; nil for the usual ones.
  var plots: [PlotFormat]? {
    let formats = compactMap { format -> PlotFormat? in
      guard case .plot(let format) = format else { return nil }
      return format
    }
    return formats.isEmpty ? nil : formats
  }
}
