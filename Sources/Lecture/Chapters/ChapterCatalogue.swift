import Specifications

/// Every chapter of the lecture, in its order. A new one is a file of this folder and a line here.
public enum ChapterCatalogue {
  /// Those that come with Descent.
  public static let standard = Catalogue<any Chapter.Type>(
    "chapter",
    [
      SGDChapter.self, MomentumChapter.self, NesterovChapter.self, AdaGradChapter.self,
      RMSPropChapter.self, AdamChapter.self, AnimationChapter.self, ComparisonChapter.self,
      SecondDerivativesChapter.self,
      NewtonChapter.self, ConjugateGradientsChapter.self, BFGSChapter.self, NetworkChapter.self,
      TuningChapter.self, BasinsChapter.self,
    ]
  ) { ($0.card.name, [:]) }

  /// Those that are known here: a program knows its own too within
  /// `ChapterCatalogue.$current.withValue(ChapterCatalogue.standard.adding([…])) { … }`.
  @TaskLocal public static var current = standard
}
