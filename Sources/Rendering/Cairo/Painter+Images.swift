import CCairo
import Scenes

extension Painter {
  /// Pixel by pixel, without interpolation.
  func paint(_ raster: Raster, at corner: Point) throws(CairoError) {
    let image = try CairoSurface(size: PixelSize(width: raster.width, height: raster.height))
    image.replacePixels(by: raster)
    setSource(image, at: corner)
    cairo_paint(context)
  }

  /// An image made smaller, each pixel the mean of those it stands for.
  func paint(_ image: CairoSurface, at corner: Point, scaledBy factor: Double) {
    cairo_save(context)
    cairo_translate(context, corner.x, corner.y)
    cairo_scale(context, factor, factor)
    cairo_set_source_surface(context, image.pointer, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
    cairo_paint(context)
    cairo_restore(context)
  }

  /// Copies the part of an image of the same size that lies within the clip.
  func copy(_ image: CairoSurface) {
    setSource(image, at: Point(0, 0))
    cairo_set_operator(context, CAIRO_OPERATOR_SOURCE)
    cairo_paint(context)
    cairo_set_operator(context, CAIRO_OPERATOR_OVER)
  }

  private func setSource(_ image: CairoSurface, at corner: Point) {
    cairo_set_source_surface(context, image.pointer, corner.x, corner.y)
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
  }
}
