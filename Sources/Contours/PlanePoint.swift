/// A point in the plane of a function's variables, or a difference of two; y grows upwards.
public typealias PlanePoint = SIMD2<Double>
