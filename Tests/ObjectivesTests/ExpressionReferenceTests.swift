import LinearAlgebra
import Objectives
import Testing

/// The classics written as expressions, against values of 60-digit arithmetic.
@Suite struct ExpressionReferenceTests {
  static let formulas = [
    "matyas": "0.26*(x^2+y^2)-0.48*x*y",
    "six_hump_camel": "(4-2.1*x^2+x^4/3)*x^2+x*y+(4*y^2-4)*y^2",
    "mccormick": "sin(x+y)+(x-y)^2-1.5*x+2.5*y+1",
    "goldstein_price": "(1+(x+y+1)^2*(19-14*x+3*x^2-14*y+6*x*y+3*y^2))"
      + "*(30+(2*x-3*y)^2*(18-32*x+12*x^2+48*y-36*x*y+27*y^2))",
    "branin": "(y-5.1*x^2/(4*pi^2)+5*x/pi-6)^2+10*(1-1/(8*pi))*cos(x)+10",
    "easom": "-cos(x)*cos(y)*exp(-(x-pi)^2-(y-pi)^2)",
    "eggholder": "-(y+47)*sin(sqrt(abs(y+x/2+47)))-x*sin(sqrt(abs(x-y-47)))",
    "levy13": "sin(3*pi*x)^2+(x-1)^2*(1+sin(3*pi*y)^2)+(y-1)^2*(1+sin(2*pi*y)^2)",
    "bukin6": "100*sqrt(abs(y-0.01*x^2))+0.01*abs(x+10)",
    "cross_in_tray": "-0.0001*(abs(sin(x)*sin(y)*exp(abs(100-sqrt(x^2+y^2)/pi)))+1)^0.1",
    "drop_wave": "-(1+cos(12*hypot(x,y)))/((x^2+y^2)/2+2)",
    "holder_table": "-abs(sin(x)*cos(y)*exp(abs(1-sqrt(x^2+y^2)/pi)))",
    "schaffer2": "0.5+(sin(x^2-y^2)^2-0.5)/(1+0.001*(x^2+y^2))^2",
    "shubert": "prod(k,1,2,sum(j,1,5,j*cos((j+1)*x[k]+j)))",
    "bohachevsky1": "x^2+2*y^2-0.3*cos(3*pi*x)-0.4*cos(4*pi*y)+0.7",
    "bohachevsky3": "x^2+2*y^2-0.3*cos(3*pi*x+4*pi*y)+0.3",
    "trefethen": "e^sin(50*x)+sin(60*e^y)+sin(70*sin(x))+sin(sin(80*y))-sin(10*(x+y))+(x^2+y^2)/4",
    "adjiman": "cos(x)*sin(y)-x/(y^2+1)",
    "bird": "sin(x)*exp((1-cos(y))^2)+cos(y)*exp((1-sin(x))^2)+(x-y)^2",
    "egg_crate": "x^2+y^2+25*(sin(x)^2+sin(y)^2)",
    "freudenstein_roth": "(x-13+((5-y)*y-2)*y)^2+(x-29+((y+1)*y-14)*y)^2",
    "jennrich_sampson": "sum(i,1,10,(2+2*i-exp(i*x)-exp(i*y))^2)",
    "leon": "100*(y-x^3)^2+(1-x)^2", "parsopoulos": "cos(x)^2+sin(y)^2",
    "price1": "(abs(x)-5)^2+(abs(y)-5)^2",
    "price4": "(2*x^3*y-y^3)^2+(6*x-y^2+y)^2", "zettl": "(x^2+y^2-2*x)^2+x/4",
    "wayburn_seader1": "(x^6+y^4-17)^2+(2*x+y-4)^2",
    "wood": "100*(x1^2-x2)^2+(x1-1)^2+(x3-1)^2+90*(x3^2-x4)^2"
      + "+10.1*((x2-1)^2+(x4-1)^2)+19.8*(x2-1)*(x4-1)",
    // In n variables
    "sphere": "sum(i,1,n,x[i]^2)", "sum_squares": "sum(i,1,n,i*x[i]^2)",
    "schwefel_1_2": "sum(i,1,n,sum(j,1,i,x[j])^2)",
    "zakharov": "sum(i,1,n,x[i]^2)+(sum(i,1,n,i*x[i])/2)^2+(sum(i,1,n,i*x[i])/2)^4",
    "sum_powers": "sum(i,1,n,abs(x[i])^(i+1))",
    "different_powers": "sum(i,1,n,abs(x[i])^(2+4*(i-1)/(n-1)))",
    "cigar": "x[1]^2+1e6*sum(i,2,n,x[i]^2)",
    "sharp_ridge": "x[1]^2+100*sqrt(sum(i,2,n,x[i]^2))",
    "ellipsoid_1e6": "sum(i,1,n,1e6^((i-1)/(n-1))*x[i]^2)",
    "ackley": "-20*exp(-0.2*sqrt(sum(i,1,n,x[i]^2)/n))-exp(sum(i,1,n,cos(2*pi*x[i]))/n)+20+e",
    "griewank": "sum(i,1,n,x[i]^2)/4000-prod(i,1,n,cos(x[i]/sqrt(i)))+1",
    "levy": "sin(pi*(1+(x[1]-1)/4))^2"
      + "+sum(i,1,n-1,((x[i]-1)/4)^2*(1+10*sin(pi*(1+(x[i]-1)/4)+1)^2))"
      + "+((x[n]-1)/4)^2*(1+sin(2*pi*(1+(x[n]-1)/4))^2)",
    "michalewicz": "-sum(i,1,n,sin(x[i])*sin(i*x[i]^2/pi)^20)",
    "alpine1": "sum(i,1,n,abs(x[i]*sin(x[i])+0.1*x[i]))",
    "alpine2": "-prod(i,1,n,sqrt(x[i])*sin(x[i]))", "qing": "sum(i,1,n,(x[i]^2-i)^2)",
    "salomon": "1-cos(2*pi*sqrt(sum(i,1,n,x[i]^2)))+0.1*sqrt(sum(i,1,n,x[i]^2))",
    "dixon_price": "(x[1]-1)^2+sum(i,2,n,i*(2*x[i]^2-x[i-1])^2)",
    "trid": "sum(i,1,n,(x[i]-1)^2)-sum(i,2,n,x[i]*x[i-1])",
    "perm0": "sum(i,1,n,sum(j,1,n,(j+10)*(x[j]^i-j^-i))^2)",
    "perm": "sum(i,1,n,sum(j,1,n,(j^i+0.5)*((x[j]/j)^i-1))^2)",
  ]

  static let problems = ReferenceProblem.all.filter { formulas[$0.id] != nil }

  @Test func everyFormulaHasItsProblem() {
    #expect(Set(Self.problems.map(\.id)).count == Self.formulas.count)
  }

  @Test(arguments: problems)
  func valuesAndDerivatives(_ problem: ReferenceProblem) throws {
    let text = try #require(Self.formulas[problem.id])
    let function = try ExpressionFunction(parsing: "\(text):n=\(problem.n)")
    for point in problem.points {
      expectClose([function.value(at: point.x)], [point.f], "\(problem.id) at \(point.x)")
      expectClose(function.gradient(at: point.x), point.gradient, "gradient at \(point.x)")
      if let hessian = point.hessian {
        let ours = function.hessian(at: point.x).rows.flatMap { $0 }
        expectClose(ours, hessian.flatMap { $0 }, "Hessian at \(point.x)")
      }
      if let product = point.hessian_times_alternating {
        let direction = (0..<problem.n).map { $0.isMultiple(of: 2) ? 1.0 : -1 }
        let ours = function.hessianProduct(at: point.x, along: direction)
        expectClose(ours, product, "Hessian product at \(point.x)")
      }
    }
  }
}
