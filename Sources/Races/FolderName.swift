import Specifications

/// Names of folders for what is made of several functions.
public enum FolderName {
  /// The most characters, well below what file systems take.
  private static let longest = 120

  /// The names with hyphens between them; of many the first, how many more, and a
  /// checksum of all, so that no two lists share a folder.
  public static func joined(_ names: [String]) -> String {
    let whole = names.joined(separator: "-")
    guard whole.count > longest else { return whole }
    return "\(names[0])-and-\(names.count - 1)-more-\(Checksum.text(of: whole))"
  }
}
