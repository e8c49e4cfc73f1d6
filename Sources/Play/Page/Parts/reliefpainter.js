// Draws the surface and the trails by WebGL, on a canvas that nobody sees: its picture is copied.

class ReliefPainter {
  /** `changed` is called when the context is lost or there again. */
  constructor(changed) {
    this.canvas = document.createElement("canvas");
    this.gl = this.canvas.getContext("webgl2", { alpha: true, antialias: true });
    if (this.gl === null) return;
    this.canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault();
      changed();
    });
    this.canvas.addEventListener("webglcontextrestored", () => {
      this.prepare();
      changed();
    });
    this.prepare();
  }

  /** Why nothing can be drawn; null where it can. */
  get obstacle() {
    if (this.gl === null) return "The surface needs WebGL 2, which this browser does not offer.";
    return this.gl.isContextLost() ? "The browser has lost the surface's WebGL context." : null;
  }

  prepare() {
    const { gl } = this;
    this.surface = compiled(gl, shaders.surface);
    this.trail = compiled(gl, shaders.trail);
    this.blockArray = gl.createVertexArray();
    this.trailArray = gl.createVertexArray();
    [this.vertices, this.triangles, this.points] = [0, 1, 2].map(() => gl.createBuffer());
    this.colors = gl.createTexture();
    [this.mesh, this.trails] = [null, null];
  }

  /** `colors` are those of bands and of the lines between them. */
  take(mesh, trails, colors) {
    if (mesh !== this.mesh) this.takeMesh(mesh, colors);
    if (trails !== this.trails) this.takeTrails(trails);
  }

  takeMesh(mesh, { bands, lines }) {
    const { gl } = this;
    this.mesh = mesh;
    gl.bindVertexArray(this.blockArray);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.vertices);
    gl.bufferData(gl.ARRAY_BUFFER, mesh.vertices, gl.STATIC_DRAW);
    [[0, 3, 0], [1, 1, 3], [2, 3, 4]].forEach(([index, count, first]) => {
      gl.enableVertexAttribArray(index);
      gl.vertexAttribPointer(index, count, gl.FLOAT, false, 4 * ReliefMesh.stride, 4 * first);
    });
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.triangles);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, mesh.triangles, gl.STATIC_DRAW);
    gl.bindVertexArray(null);
    this.bandCount = bands.length;
    const row = (list) => bands.flatMap((band, i) => [...channelsOf(list[i] ?? band), 255]);
    gl.bindTexture(gl.TEXTURE_2D, this.colors);
    gl.texImage2D(
      gl.TEXTURE_2D, 0, gl.RGBA, bands.length, 2, 0, gl.RGBA, gl.UNSIGNED_BYTE,
      new Uint8Array([...row(bands), ...row(lines)]));
    for (const side of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
      gl.texParameteri(gl.TEXTURE_2D, side, gl.NEAREST);
    }
  }

  takeTrails(trails) {
    const { gl } = this;
    this.trails = trails;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.points);
    gl.bufferData(gl.ARRAY_BUFFER, trails.numbers, gl.DYNAMIC_DRAW);
  }

  /** The empty picture of so many of the screen's pixels, and the block on it. */
  begin(camera, width, height, ratio, wall) {
    const { gl, surface } = this;
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    [this.camera, this.size] = [camera, [width, height]];
    gl.viewport(0, 0, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.depthMask(true);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    gl.enable(gl.DEPTH_TEST);
    gl.depthFunc(gl.LEQUAL);
    gl.disable(gl.BLEND);
    gl.useProgram(surface.program);
    gl.uniformMatrix4fv(surface.at.matrix, false, camera.matrix);
    gl.uniform1i(surface.at.bandCount, this.bandCount);
    gl.uniform3fv(surface.at.light, lightFrom(camera));
    gl.uniform3fv(surface.at.wall, channelsOf(wall).map((part) => part / 255));
    gl.uniform1f(surface.at.lineWidth, 1.2 * ratio);
    gl.bindVertexArray(this.blockArray);
    gl.drawElements(gl.TRIANGLES, this.mesh.triangles.length, gl.UNSIGNED_INT, 0);
    gl.depthMask(false);
    gl.enable(gl.BLEND);
    gl.blendFuncSeparate(
      gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  /** The first points of a line: in one colour, or dotted as far as the surface hides it. */
  draw({ first }, count, { color, width, alpha = 1, dots = 0 }) {
    if (count < 2) return;
    const { gl, trail } = this;
    gl.depthFunc(dots > 0 ? gl.GREATER : gl.LEQUAL);
    gl.useProgram(trail.program);
    gl.uniformMatrix4fv(trail.at.matrix, false, this.camera.matrix);
    gl.uniform2fv(trail.at.size, this.size);
    gl.uniform1f(trail.at.reach, width / 2);
    gl.uniform1f(trail.at.dots, dots);
    gl.uniform4f(trail.at.pen, ...channelsOf(color).map((part) => part / 255), alpha);
    gl.bindVertexArray(this.trailArray);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.points);
    for (const index of [0, 1]) {
      const bytes = 4 * ReliefTrails.stride;
      gl.enableVertexAttribArray(index);
      gl.vertexAttribPointer(
        index, ReliefTrails.stride, gl.FLOAT, false, bytes, bytes * (first + index));
      gl.vertexAttribDivisor(index, 1);
    }
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count - 1);
    gl.bindVertexArray(null);
  }
}

/** Over the left shoulder of whoever looks. */
function lightFrom({ yaw }) {
  const [x, y, z] = [-0.45, -0.25, 0.86];
  const [c, s] = [Math.cos(-yaw), Math.sin(-yaw)];
  return [c * x - s * y, s * x + c * y, z];
}
