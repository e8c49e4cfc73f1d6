/// The version of the library and its command.
public enum DescentVersion {
  /// As `descent --version` prints it.
  public static let current = "0.1.0"
}
