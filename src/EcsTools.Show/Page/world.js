// What was seen: the items of each kind, and the steps from one moment to the next, forward and back.

const mostChanges = 200_000;

export class World {
  kinds = new Map();
  steps = [];
  position = -1;
  #size = 0;

  /** Forgets everything, before the whole time line comes again. */
  clear() {
    this.kinds.clear();
    this.steps = [];
    this.position = -1;
    this.#size = 0;
  }

  /** The items of a kind by ID. */
  of(kind) {
    if (!this.kinds.has(kind)) this.kinds.set(kind, new Map());
    return this.kinds.get(kind);
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
    this.steps.push(step);
    this.#size += sizeOf(step);
    if (wasLive) this.goTo(this.steps.length - 1);
    while (this.#size > mostChanges && this.position > 1 && this.steps.length > 2) this.#mergeOldest();
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

  // A step remembers what it replaces the first time that it is made.
  #apply(step) {
    step.before ??= { set: [], gone: [] };
    const remember = step.before.set.length + step.before.gone.length === 0;
    for (const [kind, ids] of Object.entries(step.gone)) {
      for (const id of ids) {
        if (remember) step.before.set.push([kind, this.of(kind).get(id)]);
        this.of(kind).delete(id);
      }
    }
    for (const [kind, items] of Object.entries(step.set)) {
      for (const item of items) {
        const earlier = this.of(kind).get(item.id);
        if (remember && earlier) step.before.set.push([kind, earlier]);
        else if (remember) step.before.gone.push([kind, item.id]);
        this.of(kind).set(item.id, item);
      }
    }
  }

  #revert(step) {
    for (const [kind, id] of step.before.gone) this.of(kind).delete(id);
    for (const [kind, item] of step.before.set) this.of(kind).set(item.id, item);
  }

  // The second step takes the first one in, so that memory stays the same however long the page is open.
  #mergeOldest() {
    const [first, second] = this.steps.splice(0, 2);
    const items = new Map();
    for (const step of [first, second]) {
      for (const [kind, ids] of Object.entries(step.gone)) for (const id of ids) items.delete(`${kind}\n${id}`);
      for (const [kind, list] of Object.entries(step.set)) for (const item of list) items.set(`${kind}\n${item.id}`, [kind, item]);
    }
    const set = {};
    for (const [kind, item] of items.values()) (set[kind] ??= []).push(item);
    const merged = { number: second.number, time: second.time, set, gone: {}, before: { set: [], gone: [...items.values()].map(([kind, item]) => [kind, item.id]) } };
    this.steps.unshift(merged);
    this.position--;
    this.#size += sizeOf(merged) - sizeOf(first) - sizeOf(second);
  }
}

function sizeOf(step) {
  const count = lists => Object.values(lists).reduce((sum, list) => sum + list.length, 1);
  return count(step.set) + count(step.gone);
}
