#include <gif_lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CGIF.h"

struct descent_gif {
  GifFileType *file;
  descent_gif_sink sink;
  void *context;
};

static int fail(int code, char *message, size_t size) {
  const char *reason = GifErrorString(code);
  snprintf(message, size, "%s", reason == NULL ? "the bytes were not taken" : reason);
  return 1;
}

static int put(GifFileType *file, const GifByteType *bytes, int count) {
  struct descent_gif *gif = file->UserData;
  return gif->sink(gif->context, bytes, (size_t)count) == 0 ? count : 0;
}

// The loop of browsers: an application extension of Netscape's.
static int put_loop(GifFileType *file) {
  static const uint8_t name[] = "NETSCAPE2.0", forever[] = {1, 0, 0};
  return EGifPutExtensionLeader(file, APPLICATION_EXT_FUNC_CODE) == GIF_OK &&
         EGifPutExtensionBlock(file, 11, name) == GIF_OK &&
         EGifPutExtensionBlock(file, sizeof forever, forever) == GIF_OK &&
         EGifPutExtensionTrailer(file) == GIF_OK;
}

static int put_head(GifFileType *file, uint16_t width, uint16_t height, const uint8_t *palette,
                    int count) {
  int entries = 2;
  while (entries < count) entries *= 2;
  ColorMapObject *map = GifMakeMapObject(entries, NULL);
  if (map == NULL) return 0;
  for (int i = 0; i < count; i++) {
    map->Colors[i] = (GifColorType){palette[3 * i], palette[3 * i + 1], palette[3 * i + 2]};
  }
  EGifSetGifVersion(file, true);
  int done = EGifPutScreenDesc(file, width, height, 8, 0, map) == GIF_OK && put_loop(file);
  GifFreeMapObject(map);
  return done;
}

struct descent_gif *descent_gif_begin(uint16_t width, uint16_t height, const uint8_t *palette,
                                      int count, descent_gif_sink sink, void *context,
                                      char *message, size_t message_size) {
  struct descent_gif *gif = malloc(sizeof *gif);
  if (gif == NULL) {
    snprintf(message, message_size, "out of memory");
    return NULL;
  }
  *gif = (struct descent_gif){NULL, sink, context};
  int code = 0;
  gif->file = EGifOpen(gif, put, &code);
  if (gif->file != NULL && put_head(gif->file, width, height, palette, count)) return gif;
  fail(gif->file == NULL ? code : gif->file->Error, message, message_size);
  char ignored[8];
  descent_gif_end(gif, ignored, sizeof ignored);
  return NULL;
}

static int put_frame(GifFileType *file, const struct descent_gif_frame *frame) {
  GraphicsControlBlock control = {.DisposalMode = DISPOSE_DO_NOT,
                                  .UserInputFlag = false,
                                  .DelayTime = frame->delay,
                                  .TransparentColor = frame->transparent};
  GifByteType block[4];
  size_t size = EGifGCBToExtension(&control, block);
  if (EGifPutExtension(file, GRAPHICS_EXT_FUNC_CODE, (int)size, block) != GIF_OK) return 0;
  if (EGifPutImageDesc(file, frame->left, frame->top, frame->width, frame->height, false, NULL) !=
      GIF_OK) {
    return 0;
  }
  GifPixelType *row = malloc(frame->width);
  if (row == NULL) return 0;
  int done = 1;
  for (int y = 0; y < frame->height && done; y++) {
    // giflib masks the pixels in place.
    memcpy(row, frame->pixels + (size_t)y * frame->width, frame->width);
    done = EGifPutLine(file, row, frame->width) == GIF_OK;
  }
  free(row);
  return done;
}

int descent_gif_add(struct descent_gif *gif, const struct descent_gif_frame *frame, char *message,
                    size_t message_size) {
  return put_frame(gif->file, frame) ? 0 : fail(gif->file->Error, message, message_size);
}

int descent_gif_end(struct descent_gif *gif, char *message, size_t message_size) {
  int code = 0;
  int done = gif->file == NULL || EGifCloseFile(gif->file, &code) == GIF_OK;
  free(gif);
  return done ? 0 : fail(code, message, message_size);
}
