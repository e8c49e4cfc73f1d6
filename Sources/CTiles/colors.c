#include "CTiles.h"

#define COLOR 0xFFFFFFu

/// Pixels that are compared at once.
#define BLOCK 16

static inline uint32_t difference(const uint32_t *colors, const uint32_t *pixels, size_t count) {
  uint32_t all = 0;
  for (size_t i = 0; i < count; i++) all |= (colors[i] ^ pixels[i]) & COLOR;
  return all;
}

struct descent_range descent_colors_update(uint32_t *colors, const uint32_t *pixels, size_t count) {
  size_t first = 0, end = count;
  while (first + BLOCK <= end && !difference(colors + first, pixels + first, BLOCK)) first += BLOCK;
  while (first < end && !difference(colors + first, pixels + first, 1)) first++;
  if (first == end) return (struct descent_range){0, 0};
  while (end - first >= BLOCK && !difference(colors + end - BLOCK, pixels + end - BLOCK, BLOCK)) {
    end -= BLOCK;
  }
  while (!difference(colors + end - 1, pixels + end - 1, 1)) end--;
  for (size_t i = first; i < end; i++) colors[i] = pixels[i] & COLOR;
  return (struct descent_range){first, end};
}
