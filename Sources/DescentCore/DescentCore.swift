// All of Descent but pictures, by one import.

@_exported import Experiments
@_exported import Interchange
@_exported import JSON
@_exported import LinearAlgebra
@_exported import Objectives
@_exported import Optimizers
@_exported import Output
@_exported import Specifications
@_exported import Statistics
