#include "CTiles.h"
#include "bits.h"

uint64_t descent_tiles_join(const struct descent_tile *tiles, size_t count, const uint8_t *strings,
                            size_t capacity, uint8_t *out, uint64_t place) {
  uint8_t *next = out + (place >> 3);
  uint32_t filled = place & 7;
  uint64_t waiting = filled ? *next & ((1u << filled) - 1) : 0;
  for (size_t i = 0; i < count; i++) {
    const uint8_t *string = strings + i * capacity;
    uint32_t rest = tiles[i].bits;
    for (; rest >= 64; rest -= 64, string += 8, next += 8) {
      const uint64_t bits = load(string);
      store(next, waiting | bits << filled);
      // What the word had no room for; nothing if nothing waited.
      waiting = bits >> 1 >> (63 - filled);
    }
    // Up to 63 bits and the 7 that may wait: a word and a byte.
    const uint64_t bits = load(string) & (((uint64_t)1 << rest) - 1);
    store(next, waiting | bits << filled);
    const uint32_t all = filled + rest;
    const uint64_t over = bits >> 1 >> (63 - filled);
    waiting = all >= 64 ? over : (waiting | bits << filled) >> (all & 56);
    next += all >> 3;
    filled = all & 7;
  }
  store(next, waiting);
  return (uint64_t)(next - out) * 8 + filled;
}

uint32_t descent_tiles_adler(const struct descent_tile_image *image,
                             const struct descent_tile *tiles) {
  const uint64_t pixel = image->is_wide ? 3 : 1;
  const uint64_t total = image->height * (image->width * pixel + 1);
  uint64_t sum = 1, weighted = total % 65521, after = total;
  for (size_t y = 0; y < image->height; y++) {
    uint64_t row_sum = 0, row_weighted = 0;
    after--;
    for (size_t x = 0; x < image->width; x += DESCENT_TILE_WIDTH, tiles++) {
      size_t width = image->width - x < DESCENT_TILE_WIDTH ? image->width - x : DESCENT_TILE_WIDTH;
      after -= width * pixel;
      row_sum += tiles->sum;
      row_weighted += tiles->weighted + after * tiles->sum;
    }
    sum += row_sum;
    weighted += row_weighted % 65521;
  }
  return (uint32_t)(weighted % 65521 << 16 | sum % 65521);
}

uint64_t descent_bits_append(const struct descent_bits *bits, uint8_t *out, uint64_t place) {
  uint8_t *next = out + (place >> 3);
  uint32_t filled = place & 7;
  uint64_t kept = filled ? *next & ((1u << filled) - 1) : 0;
  store(next, kept | (uint64_t)bits->bits << filled);
  return place + bits->count;
}
