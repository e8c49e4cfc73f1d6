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
