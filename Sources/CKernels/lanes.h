// Sums in lanes, whose digits do not depend on the registers.

#include "wider.h"

// Eight numbers at any address of a double.
typedef double lanes __attribute__((vector_size(64), aligned(8)));

#define LANES(p) (*(const lanes *)(p))
#define SET_LANES(p) (*(lanes *)(p))

// The sum of the lanes of four accumulators, in a fixed order.
#define LANE_SUM(a, b, c, d) lane_sum((const lanes[1]){((a) + (b)) + ((c) + (d))})

static inline __attribute__((always_inline)) double lane_sum(const lanes *s) {
  return (((*s)[0] + (*s)[1]) + ((*s)[2] + (*s)[3])) + (((*s)[4] + (*s)[5]) + ((*s)[6] + (*s)[7]));
}
