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
    // 56 bits at a time: with the 7 that may wait they fit into a word.
    for (;;) {
      uint32_t taken = rest < 56 ? rest : 56;
      uint64_t bits = load(string) & (((uint64_t)1 << taken) - 1);
      waiting |= bits << filled;
      store(next, waiting);
      filled += taken;
      next += filled >> 3;
      waiting >>= filled & 56;
      filled &= 7;
      rest -= taken;
      if (rest == 0) break;
      string += 7;
    }
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
