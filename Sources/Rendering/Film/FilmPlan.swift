/// How the frames of a film are shared between workers: each draws frames in a row, since each
/// needs the trails of all before.
struct FilmPlan {
  let chunks: [Range<Int>]

  init(frameCount: Int, workers: Int) {
    let shares = max(1, min(workers, frameCount))
    chunks = (0..<shares).map { share in
      frameCount * share / shares..<frameCount * (share + 1) / shares
    }
  }
}
