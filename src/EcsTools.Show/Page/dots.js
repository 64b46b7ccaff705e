// Tasks that are too small for a shape, as pixels: fifty thousand rectangles would take a canvas longer than a frame.

const opaque = 0xff << 24, pale = 0x80 << 24;

export class Dots {
  #canvas = document.createElement('canvas'); #image = null; #pixels = null; #isEmpty = true; #colors = new Map();

  /** Begins a layer of a size. */
  begin({ width, height }) {
    if (this.#image?.width === width && this.#image.height === height) return;
    [this.#canvas.width, this.#canvas.height] = [width, height];
    this.#image = new ImageData(width, height);
    this.#pixels = new Uint32Array(this.#image.data.buffer);
  }

  /** Adds a task. Half a block that is lower than a pixel is paler instead. */
  add(x, y, w, h, fill) {
    this.#isEmpty = false;
    const { width, height } = this.#image, pixel = this.#colorOf(fill) | (h < 1 ? pale : opaque);
    const left = Math.round(x), right = Math.max(left + 1, Math.round(x + w));
    const top = Math.round(y), bottom = Math.max(top + 1, Math.round(y + h));
    for (let row = Math.max(0, top); row < Math.min(height, bottom); row++) {
      for (let column = Math.max(0, left); column < Math.min(width, right); column++) this.#pixels[row * width + column] = pixel;
    }
  }

  /** Paints what was added. */
  paint(context) {
    if (this.#isEmpty) return;
    this.#canvas.getContext('2d').putImageData(this.#image, 0, 0);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(this.#canvas, 0, 0);
    this.#pixels.fill(0);
    this.#isEmpty = true;
  }

  // A canvas returns a color as #rrggbb. A pixel is a number of alpha, blue, green and red.
  #colorOf(fill) {
    if (!this.#colors.has(fill)) {
      const context = this.#canvas.getContext('2d');
      context.fillStyle = fill;
      const rgb = parseInt(context.fillStyle.slice(1), 16);
      this.#colors.set(fill, (rgb & 0xff) << 16 | rgb & 0xff00 | rgb >> 16);
    }
    return this.#colors.get(fill);
  }
}
