// Columns of numbers out of one text, as PackedColumns.swift packs them.

class PackedColumns {
  constructor(text) {
    this.bytes = PackedColumns.bytes(text);
  }

  static bytes(text) {
    if (Uint8Array.fromBase64 !== undefined) return Uint8Array.fromBase64(text);
    const letters = atob(text);
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
    return bytes;
  }

  reals([place, count]) {
    return new Float64Array(this.bytes.buffer, this.bytes.byteOffset + place, count);
  }

  /** Doubles too, for counts may be larger than 2³². */
  wholes([place, count]) {
    const { bytes } = this;
    const values = new Float64Array(count);
    for (let i = 0, at = place; i < count; i++) {
      let [value, factor] = [0, 1];
      while (bytes[at] >= 128) {
        value += (bytes[at++] - 128) * factor;
        factor *= 128;
      }
      values[i] = value + bytes[at++] * factor;
    }
    return values;
  }
}
