#include "CTiles.h"
#include "bits.h"

#define INLINE static inline __attribute__((always_inline))

size_t descent_tile_capacity(int is_wide) {
  // At most 16 bits a byte: 15 for a literal, 48 for a match of three.
  return DESCENT_TILE_WIDTH * (is_wide ? 6 : 2) + 16;
}

void descent_tile_distances(size_t width, int is_wide, uint32_t distances[DESCENT_PLACES]) {
  const size_t pixel = is_wide ? 3 : 1;
  const size_t row = width * pixel + 1;
  const size_t all[DESCENT_PLACES] = {pixel, row, row + pixel, row - pixel};
  for (int place = 0; place < DESCENT_PLACES; place++) {
    distances[place] = all[place] <= 32768 ? (uint32_t)all[place] : 0;
  }
}

uint32_t descent_length_symbol(uint32_t length, uint32_t *extra_count, uint32_t *extra) {
  *extra_count = *extra = 0;
  if (length == 258) return 285;
  uint32_t offset = length - 3;
  if (offset < 8) return 257 + offset;
  uint32_t count = 29 - (uint32_t)__builtin_clz(offset);
  *extra_count = count;
  *extra = offset & ((1u << count) - 1);
  return 257 + 4 * count + (offset >> count);
}

// MARK: Where pixels repeat

/// How many of the pixels from `a` equal those from `b`, up to a limit.
INLINE size_t common(const uint8_t *a, const uint8_t *b, size_t limit, int size) {
  const size_t bytes = limit * size;
  size_t i = 0;
  for (; i + 8 <= bytes; i += 8) {
    uint64_t difference = load(a + i) ^ load(b + i);
    if (difference) return (i + (size_t)__builtin_ctzll(difference) / 8) / size;
  }
  while (i < bytes && a[i] == b[i]) i++;
  return i / size;
}

struct match {
  size_t length;
  int place;
};

/// Takes the place if it gives at least `gain` pixels more.
INLINE void consider(struct match *best, size_t length, int place, size_t gain) {
  if (length >= best->length + gain) *best = (struct match){length, place};
}

/// The longest match of the pixels from x, up to `end`. Rows above cost more bits than the left.
INLINE struct match find(const uint8_t *row, const uint8_t *above, size_t x, size_t end,
                         size_t width, int size) {
  struct match best = {0, DESCENT_LEFT};
  const uint8_t *here = row + x * size;
  const size_t limit = end - x;
  if (x > 0) best.length = common(here, here - size, limit, size);
  if (above == NULL || best.length == limit) return best;
  const uint8_t *over = above + x * size;
  consider(&best, common(here, over, limit, size), DESCENT_ABOVE, 3);
  if (best.place == DESCENT_ABOVE && best.length == limit) return best;
  if (x > 0) consider(&best, common(here, over - size, limit, size), DESCENT_ABOVE_LEFT, 3);
  const size_t right = limit < width - 1 - x ? limit : width - 1 - x;
  consider(&best, common(here, over + size, right, size), DESCENT_ABOVE_RIGHT, 3);
  return best;
}

// MARK: Symbols

/// What becomes of the symbols: they are written, or counted.
struct symbols {
  const struct descent_bits *codes;
  struct writer writer;
  uint64_t *counts;
  uint64_t *places;
};

INLINE void literal(struct symbols *symbols, uint32_t byte) {
  if (symbols->codes == NULL) {
    symbols->counts[byte]++;
  } else {
    struct descent_bits code = symbols->codes[byte];
    put(&symbols->writer, code.bits, code.count);
  }
}

INLINE void literal_pixel(struct symbols *symbols, const uint8_t *at, int size) {
  if (size == 1) {
    literal(symbols, *at);
    return;
  }
  uint32_t pixel;
  memcpy(&pixel, at, 4);
  literal(symbols, pixel >> 16 & 255);
  literal(symbols, pixel >> 8 & 255);
  literal(symbols, pixel & 255);
}

INLINE void repeat(struct symbols *symbols, struct match match, int size) {
  size_t bytes = match.length * (size == 1 ? 1 : 3);
  while (bytes > 0) {
    uint32_t length = bytes < 258 ? (uint32_t)bytes : 258;
    bytes -= length;
    if (symbols->codes == NULL) {
      uint32_t count, extra;
      symbols->counts[descent_length_symbol(length, &count, &extra)]++;
      symbols->places[match.place]++;
    } else {
      struct descent_bits code = symbols->codes[DESCENT_LENGTHS + length];
      struct descent_bits place = symbols->codes[DESCENT_DISTANCES + match.place];
      put(&symbols->writer, code.bits | (uint64_t)place.bits << code.count,
          code.count + place.count);
    }
  }
}

INLINE void write_tile(struct symbols *symbols, const uint8_t *row, const uint8_t *above, size_t x,
                       size_t end, size_t width, int size) {
  // The filter of the row: none.
  if (x == 0) literal(symbols, 0);
  while (x < end) {
    struct match match = find(row, above, x, end, width, size);
    // Matches have three bytes at least: three indices, or one pixel of three samples.
    if (match.length >= (size == 1 ? 3 : 1)) {
      repeat(symbols, match, size);
      x += match.length;
    } else {
      literal_pixel(symbols, row + x * size, size);
      x++;
    }
  }
}

INLINE void sum_tile(struct descent_tile *tile, const uint8_t *at, size_t width, int size) {
  uint32_t sum = 0, weighted = 0;
  for (size_t i = 0; i < width; i++) {
    const uint32_t rest = (uint32_t)(width - i);
    if (size == 1) {
      sum += at[i];
      weighted += rest * at[i];
    } else {
      uint32_t pixel;
      memcpy(&pixel, at + 4 * i, 4);
      const uint32_t green = pixel >> 8 & 255, blue = pixel & 255;
      const uint32_t all = (pixel >> 16 & 255) + green + blue;
      sum += all;
      // Green comes one byte after red, blue two.
      weighted += 3 * rest * all - green - 2 * blue;
    }
  }
  tile->sum = sum;
  tile->weighted = weighted;
}

// MARK: All tiles

INLINE size_t least(size_t a, size_t b) { return a < b ? a : b; }

/// The row above, unless there is none or it is too far for deflate.
INLINE const uint8_t *row_above(const struct descent_tile_image *image, const uint8_t *pixels,
                                size_t y, int size) {
  uint32_t distances[DESCENT_PLACES];
  descent_tile_distances(image->width, image->is_wide, distances);
  if (y == 0 || distances[DESCENT_ABOVE_LEFT] == 0) return NULL;
  return pixels + (y - 1) * image->width * size;
}

INLINE void encode(const struct descent_tile_image *image, const uint8_t *pixels,
                   const struct descent_bits *codes, uint8_t *stale, struct descent_tile *tiles,
                   uint8_t *strings, int size) {
  const size_t columns = (image->width + DESCENT_TILE_WIDTH - 1) / DESCENT_TILE_WIDTH;
  const size_t count = columns * image->height;
  const size_t capacity = descent_tile_capacity(image->is_wide);
  const uint8_t *flag = stale;
  while ((flag = memchr(flag, 1, count - (size_t)(flag - stale))) != NULL) {
    const size_t i = (size_t)(flag - stale);
    const size_t y = i / columns, x = i % columns * DESCENT_TILE_WIDTH;
    const size_t end = least(x + DESCENT_TILE_WIDTH, image->width);
    const uint8_t *row = pixels + y * image->width * size;
    struct symbols symbols = {codes, {strings + i * capacity, 0, 0}, NULL, NULL};
    write_tile(&symbols, row, row_above(image, pixels, y, size), x, end, image->width, size);
    const size_t bytes = (size_t)(symbols.writer.next - (strings + i * capacity));
    tiles[i].bits = (uint32_t)bytes * 8 + symbols.writer.count;
    sum_tile(tiles + i, row + x * size, end - x, size);
    stale[i] = 0;
  }
}

void descent_tiles_encode(const struct descent_tile_image *image, const void *pixels,
                          const struct descent_bits *codes, uint8_t *stale,
                          struct descent_tile *tiles, uint8_t *strings) {
  if (image->is_wide) {
    encode(image, pixels, codes, stale, tiles, strings, 4);
  } else {
    encode(image, pixels, codes, stale, tiles, strings, 1);
  }
}

INLINE void count(const struct descent_tile_image *image, const uint8_t *pixels,
                  struct symbols *symbols, int size) {
  for (size_t y = 0; y < image->height; y++) {
    const uint8_t *row = pixels + y * image->width * size;
    const uint8_t *above = row_above(image, pixels, y, size);
    for (size_t x = 0; x < image->width; x += DESCENT_TILE_WIDTH) {
      size_t end = least(x + DESCENT_TILE_WIDTH, image->width);
      write_tile(symbols, row, above, x, end, image->width, size);
    }
  }
}

void descent_tiles_count(const struct descent_tile_image *image, const void *pixels,
                         uint64_t *symbols, uint64_t *places) {
  struct symbols counted = {NULL, {NULL, 0, 0}, symbols, places};
  if (image->is_wide) {
    count(image, pixels, &counted, 4);
  } else {
    count(image, pixels, &counted, 1);
  }
}
