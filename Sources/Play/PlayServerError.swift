/// Why a server cannot listen, in one line.
public enum PlayServerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// With the next port that is free, where one of some is.
  case portIsTaken(Int, free: Int?)
  /// With what the system says.
  case noAddress(String, String)

  public var description: String {
    switch self {
    case .portIsTaken(let port, let free):
      "port \(port) is taken; expected a free one" + (free.map { ", as \($0)" } ?? "")
    case .noAddress(let host, let reason):
      "cannot listen on '\(host)': \(reason); expected an address of this machine, as 127.0.0.1"
    }
  }
}
