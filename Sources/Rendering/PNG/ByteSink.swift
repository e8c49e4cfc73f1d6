/// Collects the bytes that a C library writes through a callback with a context pointer.
///
/// The sink must outlive the library's use of the pointer.
final class ByteSink {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// This sink as the context of a callback; not retained.
  var context: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// The sink that a context pointer stands for.
  static func at(_ context: UnsafeMutableRawPointer) -> ByteSink {
    Unmanaged<ByteSink>.fromOpaque(context).takeUnretainedValue()
  }

  func append(_ more: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: more)
  }
}
