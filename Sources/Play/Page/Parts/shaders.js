// What the graphics processor does with vertices and pixels: GLSL ES 3.00.

const shaders = {
  /** The block. */
  surface: {
    vertex: `#version 300 es
      uniform mat4 matrix;
      layout(location = 0) in vec3 place;
      layout(location = 1) in float climb;
      layout(location = 2) in vec3 normal;
      out float band;
      out vec3 upright;
      void main() {
        band = climb;
        upright = normal;
        gl_Position = matrix * vec4(place, 1.0);
      }`,
    /** Bands of one colour with lines between them, which fade where they are crowded. In the
     * texture bands lie in the first row, lines in the second. */
    fragment: `#version 300 es
      precision highp float;
      uniform sampler2D colors;
      uniform int bandCount;
      uniform vec3 light;
      uniform vec3 wall;
      uniform float lineWidth;
      in float band;
      in vec3 upright;
      out vec4 color;
      vec3 colorAt(int column, int row) {
        return texelFetch(colors, ivec2(clamp(column, 0, bandCount - 1), row), 0).rgb;
      }
      void main() {
        float change = max(fwidth(band), 1e-6);
        float edge = clamp(floor(band + 0.5), 1.0, max(float(bandCount) - 1.0, 1.0));
        float pixels = (band - edge) / change;
        int above = int(edge);
        vec3 here = bandCount == 1 || abs(band - edge) > 0.5
          ? colorAt(int(floor(band)), 0)
          : mix(colorAt(above - 1, 0), colorAt(above, 0), clamp(pixels + 0.5, 0.0, 1.0));
        float share = clamp(lineWidth / 2.0 - abs(pixels) + 0.5, 0.0, 1.0)
          * smoothstep(0.35, 0.12, change * lineWidth) * float(bandCount > 1);
        vec3 plain = band < 0.0 ? wall : mix(here, colorAt(above - 1, 1), share);
        float least = band < 0.0 ? 0.86 : 0.68;
        float shine = least + (1.04 - least) * max(dot(normalize(upright), light), 0.0);
        color = vec4(plain * shine, 1.0);
      }`,
  },
  /** Lines so many pixels wide with round ends, each segment a rectangle around it. */
  trail: {
    vertex: `#version 300 es
      uniform mat4 matrix;
      uniform vec2 size;
      uniform float reach;
      layout(location = 0) in vec4 start;
      layout(location = 1) in vec4 end;
      out vec2 place;
      flat out float span;
      vec3 seen(vec4 point) {
        vec4 clip = matrix * vec4(point.xyz, 1.0);
        return vec3(clip.xy / clip.w * size / 2.0, clip.z / clip.w);
      }
      void main() {
        vec3 from = seen(start);
        vec3 to = seen(end);
        span = distance(from.xy, to.xy);
        vec2 along = span > 0.0 ? (to.xy - from.xy) / span : vec2(1.0, 0.0);
        bool isEnd = gl_VertexID % 2 == 1;
        float side = gl_VertexID < 2 ? -1.0 : 1.0;
        float room = reach + 1.0;
        place = vec2(isEnd ? span + room : -room, side * room);
        vec2 pixel = from.xy + along * place.x + vec2(-along.y, along.x) * place.y;
        // A little nearer than it is, lest the surface cuts into the line.
        float depth = (isEnd ? to.z : from.z) - 0.004;
        gl_Position = start.w * end.w > 0.5
          ? vec4(pixel * 2.0 / size, depth, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
      }`,
    fragment: `#version 300 es
      precision highp float;
      uniform vec4 pen;
      uniform float reach;
      uniform float dots;
      in vec2 place;
      flat in float span;
      out vec4 color;
      void main() {
        float beyond = max(max(-place.x, place.x - span), 0.0);
        float cover = clamp(reach - length(vec2(beyond, place.y)) + 0.5, 0.0, 1.0);
        vec2 cell = floor(gl_FragCoord.xy / max(dots, 1.0));
        if (cover == 0.0 || (dots > 0.0 && mod(cell.x + cell.y, 2.0) > 0.5)) discard;
        color = vec4(pen.rgb, pen.a * cover);
      }`,
  },
};

/** A program of two shaders, with the places of its uniforms. */
function compiled(gl, { vertex, fragment }) {
  const program = gl.createProgram();
  for (const [kind, text] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  const count = gl.getProgramParameter(program, gl.ACTIVE_UNIFORMS) ?? 0;
  const uniforms = Array.from({ length: count }, (_, i) => gl.getActiveUniform(program, i).name);
  const places = uniforms.map((name) => [name, gl.getUniformLocation(program, name)]);
  return { program, at: Object.fromEntries(places) };
}
