#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "CPeers.h"

static void count_bytes(png_structp png, png_bytep bytes, png_size_t count) {
  (void)bytes;
  *(size_t *)png_get_io_ptr(png) += count;
}

static void flush_nothing(png_structp png) { (void)png; }

static size_t size_of(const uint8_t *pixels, png_image *image) {
  size_t total = 0;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png == NULL ? NULL : png_create_info_struct(png);
  if (info == NULL || setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    return 0;
  }
  png_set_write_fn(png, &total, count_bytes, flush_nothing);
  png_set_compression_level(png, 6);
  png_set_IHDR(png, info, image->width, image->height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, info);
  for (png_uint_32 y = 0; y < image->height; y++) {
    png_write_row(png, pixels + (size_t)y * image->width * 3);
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return total;
}

size_t png_size_at_level_6(const uint8_t *png, size_t count) {
  png_image image;
  memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, png, count)) return 0;
  image.format = PNG_FORMAT_RGB;
  uint8_t *pixels = malloc(PNG_IMAGE_SIZE(image));
  if (pixels == NULL) return 0;
  size_t size = png_image_finish_read(&image, NULL, pixels, 0, NULL) ? size_of(pixels, &image) : 0;
  free(pixels);
  return size;
}
