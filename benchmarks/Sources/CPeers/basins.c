#include "CPeers.h"

#include <math.h>

static const double minima[4][2] = {
    {3, 2},
    {-2.805118086952745, 3.131312518250573},
    {-3.779310253377747, -3.2831859912861696},
    {3.5844283403304917, -1.8481265269644036}};

static int arrived(double x, double y, double dx, double dy) {
  const double reach = 1e-3;
  if (fabs(dx) > reach || fabs(dy) > reach) return 0;
  for (int i = 0; i < 4; i++)
    if (fabs(x - minima[i][0]) <= reach && fabs(y - minima[i][1]) <= reach) return i + 1;
  return 0;
}

static int newton(double x, double y, int steps, double rate) {
  for (int k = 0; k < steps; k++) {
    const double a = x * x + y - 11, b = x + y * y - 7;
    const double gx = 4 * a * x + 2 * b, gy = 2 * a + 4 * b * y;
    const double xx = 12 * x * x + 4 * y - 42, xy = 4 * (x + y), yy = 12 * y * y + 4 * x - 26;
    const double scale = rate / (xx * yy - xy * xy);
    const double dx = (xy * gy - yy * gx) * scale, dy = (xy * gx - xx * gy) * scale;
    // At saddles and the hill too a step is this short.
    if (fabs(dx) <= 1e-9 && fabs(dy) <= 1e-9) return 0;
    x += dx, y += dy;
    const int end = arrived(x, y, dx, dy);
    if (end) return end;
    if (!isfinite(x + y)) return 0;
  }
  return 0;
}

static int momentum(double x, double y, int steps, double rate, double alpha) {
  double mx = 0, my = 0;
  for (int k = 0; k < steps; k++) {
    const double a = x * x + y - 11, b = x + y * y - 7;
    mx = alpha * mx - rate * (4 * a * x + 2 * b);
    my = alpha * my - rate * (2 * a + 4 * b * y);
    x += mx, y += my;
    const int end = arrived(x, y, mx, my);
    if (end) return end;
    if (!isfinite(x + y)) return 0;
  }
  return 0;
}

size_t himmelblau_arrivals(int side, int steps, double rate, double alpha) {
  size_t count = 0;
  for (int row = 0; row < side; row++)
    for (int column = 0; column < side; column++) {
      const double x = (2 * column + 1 - side) / (double)side * 5;
      const double y = (2 * row + 1 - side) / (double)side * 5;
      const int end =
          alpha < 0 ? newton(x, y, steps, rate) : momentum(x, y, steps, rate, alpha);
      count += end > 0;
    }
  return count;
}
