import DescentKit

/// What the files of several maps in one folder are called.
enum MapFiles {
  /// The optimizers' names, each with its settings where another has the same name.
  static func names(_ specifications: [String]) -> [String] {
    let short = specifications.map { String($0.prefix { $0.isLetter || $0.isNumber || $0 == "-" }) }
    var taken: Set<String> = []
    return specifications.indices.map { i in
      let isAlone = short.count { $0 == short[i] } == 1
      let long = specifications[i].split { !($0.isLetter || $0.isNumber || "-.".contains($0)) }
        .joined(separator: "-")
      let wanted = isAlone ? short[i] : long
      // Different specifications may have one name: 1e+5 and 1e-5.
      return wanted.count <= 60 && taken.insert(wanted).inserted
        ? wanted : "\(short[i])-\(i + 1)"
    }
  }

  /// Writes the files of one map.
  static func write(
    _ formats: [MapFormat], _ picture: Picture, to folder: OutputFolder, named name: String,
    table: () -> [UInt8]
  ) throws {
    for format in formats {
      let bytes =
        switch format {
        case .png: try PictureWriter().png(picture)
        case .svg: try PictureWriter().svg(picture)
        case .pdf: try PictureWriter().pdf(picture)
        case .csv: table()
        }
      try folder.write(bytes, named: "\(name).\(format.rawValue)")
    }
  }
}
