/// Makes text harmless within HTML.
public enum HTMLText {
  /// Text between tags or in quotes.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\0": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// JSON that neither ends the script element around it nor opens a comment; it means the same.
  package static func scriptSafe(_ json: String) -> String {
    json.replacing("<", with: "\\u003c")
  }
}
