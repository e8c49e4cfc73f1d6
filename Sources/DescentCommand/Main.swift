import Objectives
@main struct M { static func main() { print(Rosenbrock().gradient(at: [-1.2,1]), Rosenbrock().hessian(at: [-1.2,1]).rows) } }
