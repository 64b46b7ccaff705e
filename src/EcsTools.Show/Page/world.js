// What was seen: the items of each kind, and the steps from one moment to the next, forward and back.

const mostChanges = 100_000;

export class World {
  kinds = new Map();
  marks = new Map(); // those of the newest moment, for they know how things ended
  steps = [];
  position = -1;
  #size = 0;
  #changed = new Map();

  /** Forgets everything, before the whole time line comes again. */
  clear() {
    for (const [kind, items] of this.kinds) for (const id of items.keys()) this.#note(kind, id);
    this.kinds.clear();
    this.marks.clear();
    this.steps = [];
    this.position = -1;
    this.#size = 0;
  }

  /** The items of a kind by ID. */
  of(kind) {
    if (!this.kinds.has(kind)) this.kinds.set(kind, new Map());
    return this.kinds.get(kind);
  }

  /** Returns the IDs by kind that have changed since it was last called. */
  takeChanges() {
    const changed = this.#changed;
    this.#changed = new Map();
    return changed;
  }

  list(kind) {
    return [...this.of(kind).values()];
  }

  get isLive() {
    return this.position === this.steps.length - 1;
  }

  get time() {
    return this.steps[this.position]?.time ?? 0;
  }

  get lastNumber() {
    return this.steps.at(-1)?.number ?? -1;
  }

  /** Adds a step at the end. Only who looks at the newest moment goes along. */
  add(step) {
    const wasLive = this.isLive;
    for (const id of step.gone.mark ?? []) this.marks.delete(id);
    for (const mark of step.set.mark ?? []) this.marks.set(mark.id, mark);
    this.steps.push(step);
    if (this.steps.length > 1) this.#size += step.size = sizeOf(step);
    if (wasLive) this.goTo(this.steps.length - 1);
    while (this.#size > mostChanges && this.steps.length > 2) this.#forgetOldest();
  }

  /** Goes to a step, over all steps in between. */
  goTo(position) {
    const target = Math.max(0, Math.min(position, this.steps.length - 1));
    while (this.position < target) this.#apply(this.steps[++this.position]);
    while (this.position > target) this.#revert(this.steps[this.position--]);
  }

  /** The last step that is not after a time. */
  positionAt(time) {
    let [low, high] = [0, this.steps.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.steps[middle].time <= time) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  // A step remembers what it replaces the first time that it is made. Nothing goes back beyond the oldest one.
  #apply(step) {
    const isFirst = step === this.steps[0], remembers = !isFirst && !step.before;
    if (remembers) step.before = { set: [], gone: [] };
    for (const [kind, ids] of Object.entries(step.gone)) {
      for (const id of ids) {
        if (remembers) step.before.set.push([kind, this.of(kind).get(id)]);
        this.#delete(kind, id);
      }
    }
    for (const [kind, items] of Object.entries(step.set)) {
      for (const item of items) {
        const earlier = this.of(kind).get(item.id);
        if (remembers && earlier) step.before.set.push([kind, earlier]);
        else if (remembers) step.before.gone.push([kind, item.id]);
        this.#set(kind, item);
      }
    }
    if (isFirst) [step.set, step.gone] = [{}, {}];
  }

  #revert(step) {
    for (const [kind, id] of step.before.gone) this.#delete(kind, id);
    for (const [kind, item] of step.before.set) this.#set(kind, item);
  }

  #set(kind, item) {
    this.of(kind).set(item.id, item);
    this.#note(kind, item.id);
  }

  #delete(kind, id) {
    this.of(kind).delete(id);
    this.#note(kind, id);
  }

  #note(kind, id) {
    if (!this.#changed.has(kind)) this.#changed.set(kind, new Set());
    this.#changed.get(kind).add(id);
  }

  // The second step becomes the oldest one, so that memory stays the same however long the page is open. Who looks at the oldest goes along.
  #forgetOldest() {
    if (this.position === 0) this.goTo(1);
    this.steps.shift();
    this.position--;
    const oldest = this.steps[0];
    this.#size -= oldest.size;
    [oldest.set, oldest.gone, oldest.before, oldest.size] = [{}, {}, null, 0];
  }
}

function sizeOf(step) {
  const count = lists => Object.values(lists).reduce((sum, list) => sum + list.length, 1);
  return count(step.set) + count(step.gone);
}
