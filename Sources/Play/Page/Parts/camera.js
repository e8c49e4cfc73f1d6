// Where the surface is seen from.

class Camera {
  static distance = 6;
  /** Room for the numbers and words at the axes, in pixels. */
  static margin = 40;
  static nearest = 0.6;
  static closest = 12;
  /** The eye stays above the ground. */
  static pitches = [0.08, Math.PI / 2];

  constructor() {
    this.reset();
  }

  reset() {
    this.yaw = 0.5;
    this.pitch = 0.9;
    this.zoom = 1;
  }

  /** By angles; upwards is seen from higher. */
  orbitBy(yaw, pitch) {
    const [low, high] = Camera.pitches;
    this.yaw = (this.yaw + yaw) % (2 * Math.PI);
    this.pitch = Math.min(Math.max(this.pitch + pitch, low), high);
  }

  zoomBy(factor) {
    this.zoom = Math.min(Math.max(this.zoom * factor, Camera.nearest), Camera.closest);
  }

  /** For a picture of so many pixels of a block with its half sides [x, y, z]; its middle is in
   * the middle. */
  lookAt([x, y, z], { width, height }) {
    this.size = { width, height };
    const reach = Math.hypot(x, y);
    const room = { width: width - 2 * Camera.margin, height: height - 2 * Camera.margin };
    const pixels = Math.max(Math.min(room.width / 2, room.height / 1.8) / reach, 1) * this.zoom;
    const distance = Camera.distance * reach;
    this.matrix = [
      perspective(
        (2 * pixels * distance) / width, (2 * pixels * distance) / height,
        distance - 2 * reach, distance + 2 * reach),
      shift(0, 0, -distance), tilt(this.pitch - Math.PI / 2), turn(this.yaw), shift(0, 0, -z),
    ].reduce(product);
    this.eye = this.toEye.map((part, axis) => part * distance + (axis === 2 ? z : 0));
  }

  /** The unit vector from the middle of the block to the eye. */
  get toEye() {
    const [c, s] = [Math.cos(this.pitch), Math.sin(this.pitch)];
    return [-Math.sin(this.yaw) * c, -Math.cos(this.yaw) * c, s];
  }

  /** The pixel {x, y} of a point. */
  project(point) {
    const [x, y, , w] = transformed(this.matrix, point);
    const { width, height } = this.size;
    return { x: ((x / w + 1) / 2) * width, y: ((1 - y / w) / 2) * height };
  }
}
