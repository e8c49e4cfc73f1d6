/// Where the learning rate enters a momentum method. With a constant rate both are the same.
public enum RatePlacement: String, CaseIterable, Sendable {
  /// With the gradient into the buffer, m ← αm − εg: a buffer remembers the rates of its gradients.
  case inside
  /// In front of the buffer, b ← αb + g, θ ← θ − εb: the present rate scales the whole of it.
  case outside
}
