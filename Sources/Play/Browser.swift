internal import Subprocess

/// The browser of whoever sits at this machine.
public enum Browser {
  #if os(macOS)
    private static let opener = "open"
  #else
    private static let opener = "xdg-open"
  #endif

  /// Opens an address; whether that could be asked for.
  public static func open(_ url: String) async -> Bool {
    let result = try? await Subprocess.run(
      .name(opener), arguments: [url], output: .discarded, error: .discarded)
    return result?.terminationStatus.isSuccess ?? false
  }
}
