// The picture on its canvas: draws what there is, lets what moved move, and finds what is at a point.
// All that stays where it is lies on a layer of its own, so that a frame of a movement costs as much as what moves.
import { hueOf } from './dom.js';
import { Dots } from './dots.js';
import { Places } from './places.js';
import { blockOf, colors, fillOf, isSmall, paintInstance, paintTask, paintZone, stateOf } from './paint.js';

const moveTime = 450, mostMoves = 4000, gestureTime = 150;

const isSameView = (one, other) => one.scale === other.scale && one.x === other.x && one.y === other.y;

export class Picture {
  #canvas; #world; #select; #places = new Places();
  #moves = new Map(); #leaving = []; #view = null; #selected = null; #isAsked = false;
  #layer = document.createElement('canvas'); #layerView = null; #dots = new Dots(); #gesture = null;
  #isStill = matchMedia('(prefers-reduced-motion: reduce)');

  constructor(canvas, world, select) {
    [this.#canvas, this.#world, this.#select] = [canvas, world, select];
    new ResizeObserver(() => this.update()).observe(canvas.parentElement);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#repaint());
    this.#listen();
  }

  get selected() {
    return this.#selected;
  }

  /** Takes over what the world has now. */
  update() {
    const box = this.#canvas.getBoundingClientRect(), isFirst = this.#places.tasks.size === 0;
    const moved = this.#places.update(this.#world, Math.max(0.2, box.width / Math.max(1, box.height)));
    if (!isFirst && !this.#isStill.matches) this.#noteMoves(moved, performance.now());
    if (this.#selected && !this.#find(this.#selected)) this.#selected = null;
    this.#repaint();
  }

  // The layer is painted again with the next frame.
  #repaint() {
    this.#layerView = null;
    this.redraw();
  }

  redraw() {
    if (this.#isAsked) return;
    this.#isAsked = true;
    requestAnimationFrame(time => {
      this.#isAsked = false;
      this.#draw(time);
    });
  }

  #noteMoves(moved, now) {
    const here = moved.filter(({ after }) => after);
    if (here.length > mostMoves) return;
    for (const { id, before } of here) this.#moves.set(id, { from: before && this.#at(id, before, now), since: now });
    for (const { before: place, after } of moved) if (!after && this.#leaving.length < mostMoves) this.#leaving.push({ place, since: now });
  }

  // Where something is on its way.
  #at(id, place, now) {
    const move = this.#moves.get(id);
    if (!move) return place;
    const part = Math.max(0, Math.min(1, (now - move.since) / moveTime));
    const eased = 1 - (1 - part) ** 3;
    if (!move.from) return { ...place, alpha: eased };
    const between = side => move.from[side] + (place[side] - move.from[side]) * eased;
    return { ...place, x: between('x'), y: between('y'), w: between('w'), h: between('h') };
  }

  #draw(now) {
    const canvas = this.#canvas, box = canvas.getBoundingClientRect(), ratio = window.devicePixelRatio || 1, color = colors(), view = this.#visible(box);
    const [width, height] = [Math.round(box.width * ratio), Math.round(box.height * ratio)];
    if (canvas.width !== width || canvas.height !== height) {
      [canvas.width, canvas.height, this.#layer.width, this.#layer.height] = [width, height, width, height];
      this.#layerView = null;
    }
    this.#endMoves(now);
    const fills = this.#fills(color);
    if (!this.#layerView || !this.#gesture && !isSameView(this.#layerView, view)) this.#paintLayer(view, box, ratio, fills, color);
    const context = canvas.getContext('2d'), by = view.scale / this.#layerView.scale;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTransform(by, 0, 0, by, ratio * (view.x - by * this.#layerView.x), ratio * (view.y - by * this.#layerView.y));
    context.drawImage(this.#layer, 0, 0);
    context.setTransform(ratio, 0, 0, ratio, ratio * view.x, ratio * view.y);
    for (const id of this.#moves.keys()) {
      const place = this.#places.tasks.get(id), at = place && this.#at(id, place, now);
      if (!at) continue;
      context.globalAlpha = at.alpha ?? 1;
      paintTask(context, at, view.scale, fills(place.look), color);
    }
    this.#drawLeaving(context, view, now, fills, color);
    this.#drawSelected(context, view, color);
    if (this.#moves.size > 0 || this.#leaving.length > 0) this.redraw();
  }

  // What has arrived goes to what stays.
  #endMoves(now) {
    for (const [id, move] of this.#moves) {
      if (now - move.since < moveTime) continue;
      this.#moves.delete(id);
      this.#layerView = null;
    }
  }

  #paintLayer(view, box, ratio, fills, color) {
    const context = this.#layer.getContext('2d');
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#layer.width, this.#layer.height);
    context.setTransform(ratio, 0, 0, ratio, ratio * view.x, ratio * view.y);
    const isSeen = place => (place.x + place.w) * view.scale + view.x > -20 && place.x * view.scale + view.x < box.width + 20
      && (place.y + place.h) * view.scale + view.y > -20 && place.y * view.scale + view.y < box.height + 20;
    for (const zone of this.#places.zones.values()) paintZone(context, zone, view.scale, color);
    for (const place of this.#places.instances.values()) if (isSeen(place)) paintInstance(context, place, view.scale, color);
    this.#paintTasks(context, view, ratio, isSeen, fills, color);
    this.#layerView = { ...view };
  }

  #paintTasks(context, view, ratio, isSeen, fills, color) {
    this.#dots.begin(this.#layer);
    for (const [id, place] of this.#places.tasks) {
      if (this.#moves.has(id) || !isSeen(place)) continue;
      const block = blockOf(place, view.scale), fill = fills(place.look);
      if (isSmall(block)) this.#dots.add(ratio * (block.x + view.x), ratio * (block.y + view.y), ratio * block.w, ratio * block.h, fill);
      else paintTask(context, place, view.scale, fill, color);
    }
    this.#dots.paint(context);
  }

  #drawLeaving(context, view, now, fills, color) {
    this.#leaving = this.#leaving.filter(gone => now - gone.since < moveTime);
    for (const { place, since } of this.#leaving) {
      context.globalAlpha = Math.max(0, 1 - (now - since) / moveTime);
      paintTask(context, place, view.scale, fills(place.look), color);
    }
    context.globalAlpha = 1;
  }

  #drawSelected(context, view, color) {
    const place = this.#selected && this.#find(this.#selected);
    if (!place) return;
    context.strokeStyle = color.focus;
    context.lineWidth = 3;
    context.strokeRect(place.x * view.scale - 2, place.y * view.scale - 2, place.w * view.scale + 4, place.h * view.scale + 4);
  }

  // The color of a task: that of its service, and paler when its revision isn't the newest one.
  #fills(color) {
    const newest = new Map(), known = new Map();
    for (const { cluster, name, deployments } of this.#world.of('service').values()) {
      if (!newest.has(cluster)) newest.set(cluster, new Map());
      newest.get(cluster).set(name, deployments.find(deployment => deployment.status === 'PRIMARY')?.revision);
    }
    return look => {
      if (!known.has(look)) {
        const revision = look.service && newest.get(look.cluster)?.get(look.service);
        known.set(look, fillOf(hueOf(look.service ?? look.revision.split(':')[0]), revision && revision !== look.revision, color));
      }
      return known.get(look);
    };
  }

  // Everything, with a margin, until someone zooms.
  #visible(box) {
    if (this.#view) return this.#view;
    const margin = 14;
    const scale = Math.min((box.width - 2 * margin) / this.#places.width, (box.height - 2 * margin) / this.#places.height, 260);
    return { scale: Math.max(scale, 0.5), x: margin, y: margin };
  }

  #zoom(factor, x, y) {
    const view = this.#visible(this.#canvas.getBoundingClientRect());
    const scale = Math.max(1, Math.min(2000, view.scale * factor)), by = scale / view.scale;
    this.#show({ scale, x: x - (x - view.x) * by, y: y - (y - view.y) * by });
  }

  // Until a gesture rests, the layer is only moved and scaled.
  #show(view) {
    this.#view = view;
    clearTimeout(this.#gesture);
    this.#gesture = setTimeout(() => {
      this.#gesture = null;
      this.redraw();
    }, gestureTime);
    this.redraw();
  }

  #find({ kind, id }) {
    return kind === 'task' ? this.#places.tasks.get(id) : this.#places.instances.get(id);
  }

  #hit(event) {
    const box = this.#canvas.getBoundingClientRect(), view = this.#visible(box);
    const [x, y] = [(event.clientX - box.left - view.x) / view.scale, (event.clientY - box.top - view.y) / view.scale];
    const holds = place => x >= place.x && y >= place.y && x <= place.x + place.w && y <= place.y + place.h;
    for (const [id, place] of this.#places.tasks) if (holds(place)) return { kind: 'task', id };
    for (const [id, place] of this.#places.instances) if (holds(place)) return { kind: 'instance', id };
    return null;
  }

  select(target, isOpened) {
    this.#selected = target;
    const place = target && this.#find(target);
    if (place) this.#select(target.kind, place.item, isOpened, this.#describe(target.kind, place.item));
    this.redraw();
  }

  #describe(kind, item) {
    return kind === 'task'
      ? `Task of ${item.service ?? 'no service'}, ${item.revision}, ${stateOf(item)}, on ${item.instance ? this.#world.of('instance').get(item.instance)?.name : 'Fargate'}`
      : `Instance ${item.name} in ${item.zone}, ${item.status}, ${item.tasks} tasks`;
  }

  // Left and right go through the tasks of an instance, up and down from instance to instance.
  #step(key) {
    const instances = [...this.#places.instances.keys()], tasks = [...this.#places.tasks.entries()];
    const current = this.#selected, owner = current?.kind === 'task' ? this.#places.tasks.get(current.id)?.item.instance : current?.id;
    const by = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
    if (key === 'ArrowUp' || key === 'ArrowDown') {
      const next = instances[(instances.indexOf(owner) + by + instances.length) % Math.max(1, instances.length)];
      if (next) this.select({ kind: 'instance', id: next }, false);
      return;
    }
    const own = tasks.filter(([, place]) => !current || place.item.instance === owner).map(([id]) => id);
    if (own.length > 0) this.select({ kind: 'task', id: own[((current?.kind === 'task' ? own.indexOf(current.id) : by > 0 ? -1 : 0) + by + own.length) % own.length] }, false);
  }

  #listen() {
    const canvas = this.#canvas;
    let drag = null;
    canvas.addEventListener('pointerdown', event => {
      drag = { x: event.clientX, y: event.clientY, view: { ...this.#visible(canvas.getBoundingClientRect()) }, isMoved: false };
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener('pointermove', event => {
      if (!drag || Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 5 && !drag.isMoved) return;
      drag.isMoved = true;
      this.#show({ scale: drag.view.scale, x: drag.view.x + event.clientX - drag.x, y: drag.view.y + event.clientY - drag.y });
    });
    canvas.addEventListener('pointerup', event => {
      if (drag && !drag.isMoved) this.select(this.#hit(event), true);
      drag = null;
    });
    canvas.addEventListener('wheel', event => {
      if (!event.ctrlKey && !event.metaKey) return; // the page scrolls
      event.preventDefault();
      const box = canvas.getBoundingClientRect();
      this.#zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    canvas.addEventListener('keydown', event => this.#key(event));
  }

  #key(event) {
    const box = this.#canvas.getBoundingClientRect();
    if (event.key.startsWith('Arrow')) this.#step(event.key);
    else if (event.key === 'Enter' && this.#selected) this.select(this.#selected, true);
    else if (event.key === '+' || event.key === '=') this.#zoom(1.3, box.width / 2, box.height / 2);
    else if (event.key === '-') this.#zoom(1 / 1.3, box.width / 2, box.height / 2);
    else if (event.key === '0') {
      this.#view = null;
      this.redraw();
    } else return;
    event.preventDefault();
  }
}
