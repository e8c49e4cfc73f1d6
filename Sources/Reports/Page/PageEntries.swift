import Experiments
import Statistics

/// What a page has of the steps of all runs: every entry, or where these are too many a choice.
struct PageEntries {
  /// For each run its entries, ascending; nil for all.
  let kept: [[Int]?]
  /// What was left out, in words; nil for nothing.
  let note: String?

  /// - Parameters:
  ///   - entryCount: how many entries the runs had, where some were left out before.
  ///   - columns: how many numbers an entry has.
  ///   - limit: of numbers; the fewest steps stay in any case.
  init(_ runs: [StudyRun], of entryCount: Int? = nil, columns: Int, limit: Int) {
    let all = (entryCount ?? runs.reduce(0) { $0 + $1.trajectory.count }) * columns
    guard all > limit else {
      (kept, note) = (Array(repeating: nil, count: runs.count), nil)
      return
    }
    let bases = Self.bases(runs)
    func entries(_ choice: EntryChoice) -> [[Int]] {
      runs.map { choice.entries(of: $0.trajectory, over: bases[$0.problem]) }
    }
    var (words, kept) = (Self.fine.words, entries(Self.fine.choice))
    if kept.reduce(0, { $0 + $1.count }) * columns > limit {
      (words, kept) = (Self.coarse.words, entries(Self.coarse.choice))
    }
    self.kept = kept
    note = """
      Thinned: all steps are \(all) numbers, too many for a page. Of each run it has the steps at \
      which the lowest excess first was at most \(words), its start and its end. Times to such \
      targets are exact, to others those to the next lower one; curves have these steps alone.
      """
  }

  private static let powers = (1...12).compactMap { Double("1e-\($0)") }

  /// All targets that have a name.
  static let fine = (
    choice: EntryChoice(
      levels: Set(TargetSet.coco.levels + TargetSet.usual.levels + powers).sorted(by: >),
      shares: powers),
    words: "one of COCO's targets, a power of ten, or a power of ten of that at the start"
  )

  static let coarse = (
    choice: EntryChoice(
      levels: Set(TargetSet.usual.levels).sorted(by: >), shares: TargetSet.moreWild.levels),
    words: "one of the usual targets, or 10⁻¹, 10⁻³, 10⁻⁵ or 10⁻⁷ of that at the start"
  )

  /// What excess is told over, by problem: the minimum, or the lowest value that was found.
  static func bases(_ runs: [StudyRun]) -> [StudyProblem: Double] {
    var bases: [StudyProblem: Double] = [:]
    for run in runs {
      let lowest = run.trajectory.values.lazy.filter(\.isFinite).min() ?? .infinity
      bases[run.problem] =
        run.trajectory.minimum ?? min(bases[run.problem] ?? .infinity, lowest)
    }
    return bases.filter(\.value.isFinite)
  }
}
