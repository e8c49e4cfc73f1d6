/// A short mark of a text, for names that cannot hold all of it.
public enum Checksum {
  /// FNV-1a, 32 bits, in at most seven letters and digits.
  public static func text(of text: String) -> String {
    let hash = text.utf8.reduce(0x811c_9dc5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    return String(hash, radix: 36)
  }
}
