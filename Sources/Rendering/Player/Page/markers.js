// Marker shapes. Their corners come with the page, and so do sizes, so that they are the film's.

const outlines = JSON.parse(document.getElementById("shapes").textContent);
/** Lengths in pixels beside the page's usual texts, and shares of them: see Measures.swift. */
const usualMeasures = JSON.parse(document.getElementById("measures").textContent);
/** The same beside the texts that there are. */
const measures = { ...usualMeasures };

/** Marks are as much larger than usual as the texts. */
function growMarks(factor) {
  for (const name of ["marker", "trail", "rim", "markerRim"]) {
    measures[name] = factor * usualMeasures[name];
  }
}

function traceShape(context, shape, x, y, size) {
  const corners = outlines[shape];
  context.beginPath();
  for (let i = 0; i < corners.length; i += 2) {
    context.lineTo(x + (corners[i] * size) / 2000, y + (corners[i + 1] * size) / 2000);
  }
  context.closePath();
}

/** A shape with a rim around it. */
function drawMarker(context, shape, x, y, size, fill, halo, rim = measures.markerRim) {
  traceShape(context, shape, x, y, size);
  context.lineJoin = "round";
  context.lineWidth = 2 * rim;
  context.strokeStyle = halo;
  context.stroke();
  context.fillStyle = fill;
  context.fill();
}

function svgElement(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** A shape as an image within text, with a piece of its trail if it has one, and maybe a rim; it
    grows with the text. */
function markerIcon(shape, size, fill, { hasTrail = false, rim = null } = {}) {
  const width = hasTrail ? 28 : size + 4;
  const height = 18;
  const icon = svgElement("svg", {
    viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true",
    style: `width: ${width / usualText}em; height: ${height / usualText}em`,
  });
  if (hasTrail) {
    const d = `M1 ${height / 2}H${width - 1}`;
    icon.append(svgElement("path", { d, stroke: fill, "stroke-width": 2 }));
  }
  const corners = outlines[shape].map((corner, i) => {
    const middle = i % 2 === 0 ? width / 2 : height / 2;
    return (middle + (corner * size) / 2000).toFixed(2);
  });
  const edge = { stroke: rim ?? "var(--paper)", "stroke-width": hasTrail || rim !== null ? 3 : 0 };
  const look = { ...edge, "paint-order": "stroke", "stroke-linejoin": "round", fill };
  icon.append(svgElement("polygon", { points: corners.join(" "), ...look }));
  return icon;
}
