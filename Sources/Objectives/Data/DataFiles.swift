/// Whether functions may read files of data.
public enum DataFiles {
  /// Not where those who name functions should not see what is on this machine: what is wrong with
  /// a file tells of its content.
  @TaskLocal public static var areRead = true
}
