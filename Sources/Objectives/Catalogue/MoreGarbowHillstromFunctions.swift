extension FunctionCatalogue {
  /// The problems of Moré, Garbow and Hillstrom, in their order, but for the eight that are
  /// classics: those are `mgh-1`, 2, 5, 6, 13, 14, 21 and 22 by an alias.
  static let moreGarbowHillstrom: [any TestFunction.Type] = [
    MGH03PowellBadlyScaled.self,
    MGH04BrownBadlyScaled.self,
    MGH07HelicalValley.self,
    MGH08Bard.self,
    MGH09Gaussian.self,
    MGH10Meyer.self,
    MGH11GulfResearch.self,
    MGH12Box.self,
    MGH15KowalikOsborne.self,
    MGH16BrownDennis.self,
    MGH17Osborne1.self,
    MGH18BiggsEXP6.self,
    MGH19Osborne2.self,
    MGH20Watson.self,
    MGH23PenaltyI.self,
    MGH24PenaltyII.self,
    MGH25VariablyDimensioned.self,
    MGH26Trigonometric.self,
    MGH27BrownAlmostLinear.self,
    MGH28DiscreteBoundaryValue.self,
    MGH29DiscreteIntegralEquation.self,
    MGH30BroydenTridiagonal.self,
    MGH31BroydenBanded.self,
    MGH32LinearFullRank.self,
    MGH33LinearRank1.self,
    MGH34LinearRank1Zeros.self,
    MGH35Chebyquad.self,
  ]
}
