import Foundation
import Scenes

/// How colours look to people, the colour-blind among them.
enum ColorVision: CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  /// On linear red, green and blue: Machado, Oliveira and Fernandes 2009, table 1, severity 1.
  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// CIELAB under D65 of what is seen.
  func lab(_ color: Color) -> CIELab {
    let linear = color.linear
    let seen = matrix.map { row in
      min(max(zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1)
    }
    return CIELab(red: seen[0], green: seen[1], blue: seen[2])
  }
}

extension Color {
  /// Linear red, green and blue, from 0 to 1: IEC 61966-2-1.
  fileprivate var linear: [Double] {
    [red, green, blue].map { channel in
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }

  private var luminance: Double {
    zip([0.2126, 0.7152, 0.0722], linear).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// From 1 to 21: WCAG 2.2, contrast ratio.
  func contrast(to other: Color) -> Double {
    let (a, b) = (luminance + 0.05, other.luminance + 0.05)
    return max(a, b) / min(a, b)
  }
}

struct CIELab {
  let l: Double
  let a: Double
  let b: Double

  init(l: Double, a: Double, b: Double) {
    (self.l, self.a, self.b) = (l, a, b)
  }

  /// From linear sRGB.
  init(red: Double, green: Double, blue: Double) {
    func f(_ t: Double) -> Double {
      t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116
    }
    let x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    let y = f(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    let z = f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    self.init(l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }

  /// CIE 1976: the distance.
  func distance(_ other: CIELab) -> Double {
    hypot(l - other.l, hypot(a - other.a, b - other.b))
  }

  /// CIEDE2000, after Sharma, Wu and Dalal 2005, equations 2 to 22.
  func difference(_ other: CIELab) -> Double {
    func degrees(_ y: Double, _ x: Double) -> Double {
      let angle = atan2(y, x) * 180 / .pi
      return angle < 0 ? angle + 360 : angle
    }
    func cosine(_ angle: Double) -> Double { cos(angle * .pi / 180) }
    let mean = pow((hypot(a, b) + hypot(other.a, other.b)) / 2, 7)
    let g = 0.5 * (1 - sqrt(mean / (mean + pow(25, 7))))
    let (a1, a2) = ((1 + g) * a, (1 + g) * other.a)
    let (c1, c2) = (hypot(a1, b), hypot(a2, other.b))
    let (h1, h2) = (degrees(b, a1), degrees(other.b, a2))
    let isGrey = c1 * c2 == 0
    var turn = isGrey ? 0 : h2 - h1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    let (deltaL, deltaC) = (other.l - l, c2 - c1)
    let deltaH = 2 * sqrt(c1 * c2) * sin(turn / 2 * .pi / 180)
    let (meanL, meanC) = ((l + other.l) / 2, (c1 + c2) / 2)
    var meanH = isGrey ? h1 + h2 : (h1 + h2) / 2
    if !isGrey, abs(h1 - h2) > 180 { meanH += h1 + h2 < 360 ? 180 : -180 }
    let t =
      1 - 0.17 * cosine(meanH - 30) + 0.24 * cosine(2 * meanH) + 0.32 * cosine(3 * meanH + 6)
      - 0.20 * cosine(4 * meanH - 63)
    let spread = 30 * exp(-pow((meanH - 275) / 25, 2))
    let seventh = pow(meanC, 7)
    let rotation = -sin(2 * spread * .pi / 180) * 2 * sqrt(seventh / (seventh + pow(25, 7)))
    let offset = pow(meanL - 50, 2)
    let l = deltaL / (1 + 0.015 * offset / sqrt(20 + offset))
    let c = deltaC / (1 + 0.045 * meanC)
    let h = deltaH / (1 + 0.015 * meanC * t)
    return sqrt(l * l + c * c + h * h + rotation * c * h)
  }
}
