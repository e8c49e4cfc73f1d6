import Contours

private struct ContourpyTime: Decodable {
  let ns: Double
  let points: Int
}

/// The isolines of a 400 × 400 grid with 15 levels, the grid sampled, against contourpy.
func measureIsolines() throws {
  let levels: [Double] = [
    0.5, 1, 2, 5, 10, 20, 50, 100, 200, 300, 500, 700, 1000, 1500, 2000,
  ]
  let grid = Grid(x: -2...2, y: -1...3, columns: 400, rows: 400) { x, y in
    (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
  }
  var points = 0
  let ours = nanoseconds(runs: 30) {
    points = grid.isolines(at: levels).reduce(0) { $0 + $1.points.count }
  }
  let peers = try PeerScript.lines(
    ContourpyTime.self, of: "contourpy_lines.py", needing: "contourpy",
    interpreter: "PYTHON_MATPLOTLIB")
  guard let peer = peers.first else { return }
  print("isolines: \(points) points, contourpy's: \(peer.points)")
  report("Isolines, contourpy's time / ours", ratio: peer.ns / ours, atLeast: 3)
}
