@_exported import Experiments
import JSON
@_exported import JSON
@_exported import LinearAlgebra
@_exported import Objectives
@_exported import Optimizers
@_exported import Specifications
@_exported import Statistics
