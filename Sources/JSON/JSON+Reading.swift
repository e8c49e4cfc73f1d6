extension JSON {
  /// Reads a JSON text, with `true` and `false` left out, which nothing here writes. Objects keep
  /// their order. The error names line and column, counted in bytes.
  public init(parsing text: [UInt8]) throws(JSONError) {
    var parser = JSONParser(text)
    self = try parser.whole()
  }
}
