#include "CPNG.h"

#include <png.h>
#include <setjmp.h>
#include <stdio.h>

// libpng reports errors by longjmp, which Swift frames must never see: it stays in this file.

struct job {
  descent_png_sink sink;
  void *context;
  char *message;
  size_t message_size;
};

static void fail(png_structp png, png_const_charp text) {
  struct job *job = png_get_error_ptr(png);
  snprintf(job->message, job->message_size, "%s", text);
  png_longjmp(png, 1);
}

static void ignore(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

static void put(png_structp png, png_bytep bytes, png_size_t count) {
  struct job *job = png_get_io_ptr(png);
  if (job->sink(job->context, bytes, count) != 0) png_error(png, "the bytes were not taken");
}

static void flush(png_structp png) { (void)png; }

static void write_image(png_structp png, png_infop info, const struct descent_png_image *image) {
  int count = image->palette_count;
  int type = count > 0 ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB;
  size_t stride = (size_t)image->width * (count > 0 ? 1 : 3);
  png_set_compression_level(png, 1);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_IHDR(png, info, image->width, image->height, 8, type, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (count > 0) png_set_PLTE(png, info, (png_const_colorp)image->palette, count);
  png_write_info(png, info);
  for (uint32_t y = 0; y < image->height; y++) png_write_row(png, image->pixels + y * stride);
  png_write_end(png, info);
}

int descent_png_write(const struct descent_png_image *image, descent_png_sink sink, void *context,
                      char *message, size_t message_size) {
  struct job job = {sink, context, message, message_size};
  snprintf(message, message_size, "out of memory");
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &job, fail, ignore);
  if (png == NULL) return 1;
  png_infop info = png_create_info_struct(png);
  if (info == NULL || setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, info == NULL ? NULL : &info);
    return 1;
  }
  png_set_write_fn(png, &job, put, flush);
  write_image(png, info, image);
  png_destroy_write_struct(&png, &info);
  return 0;
}
