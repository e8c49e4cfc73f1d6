// Texts on canvases, in the size of the page's, and the room that they need.

/** The size of texts in most pages, in pixels. */
const usualText = 13;

/** Fonts and distances in pixels for texts of a `size`. */
const fonts = {};

/** What tick labels and titles need `below` a plot, and `left` of it beside the labels' width. */
const titleRoom = {};

/** Whether the size is another than before. */
function setFonts(size) {
  if (fonts.size === size) return false;
  const family = '"DejaVu Sans", Verdana, system-ui, sans-serif';
  Object.assign(fonts, {
    size,
    tick: `${size - 1}px ${family}`,
    label: `${size}px ${family}`,
    detail: `${size - 1.5}px ${family}`,
    /** From a plot down to the baseline of its labels. */
    drop: size + 4,
    /** What tick labels need below a plot without a title there, and a caption above it. */
    line: size + 9,
  });
  Object.assign(titleRoom, { below: Math.ceil(2.3 * size) + 12, left: size + 20 });
  return true;
}

/** The page's texts may grow with the window. */
function readFonts() {
  return setFonts(parseFloat(getComputedStyle(document.body).fontSize));
}
