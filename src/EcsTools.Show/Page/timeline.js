// The time line: where in what was seen the page is, with rollouts, drains and outages as bars. It can be dragged back and played again.
import { byId, clockTime, el, fullTime, show } from './dom.js';

const playTime = 30_000, tick = 100;

export class Timeline {
  #world; #changed; #playing = null;

  constructor(world, changed) {
    [this.#world, this.#changed] = [world, changed];
    byId('time').addEventListener('input', () => this.#goTo(Number(byId('time').value)));
    byId('live').addEventListener('click', () => this.live());
    byId('replay').addEventListener('click', () => this.#playing ? this.stop() : this.play());
  }

  /** Shows where the page is. */
  update() {
    const [first, last] = this.#span(), range = byId('time');
    [range.min, range.max] = [first, last];
    if (!this.#playing) range.value = this.#world.isLive ? last : this.#world.time;
    range.setAttribute('aria-valuetext', fullTime(this.#world.time || Date.now()));
    byId('clock').textContent = this.#world.steps.length > 0 ? clockTime(this.#world.time) : '';
    byId('live').setAttribute('aria-pressed', String(this.#world.isLive && !this.#playing));
    byId('replay').setAttribute('aria-pressed', String(this.#playing !== null));
    byId('replay').textContent = this.#playing ? 'Stop' : 'Replay';
    show(byId('marks'), this.#marks(first, last));
  }

  live() {
    this.stop();
    this.#world.goTo(this.#world.steps.length - 1);
    this.#changed();
  }

  /** Plays what was seen from here, or from the beginning: in half a minute, or as fast as it was. */
  play() {
    const [first, last] = this.#span();
    let time = this.#world.isLive ? first : this.#world.time;
    const speed = Math.max(1, (last - first) / playTime);
    this.#playing = setInterval(() => {
      time += tick * speed;
      byId('time').value = time;
      this.#show(time);
      if (time >= this.#span()[1]) this.stop();
    }, tick);
    this.#world.goTo(this.#world.positionAt(time));
    this.#changed();
  }

  stop() {
    clearInterval(this.#playing);
    this.#playing = null;
    this.update();
  }

  #goTo(time) {
    this.stop();
    this.#show(time);
  }

  // Between two steps nothing changes.
  #show(time) {
    const position = this.#world.positionAt(time);
    if (position === this.#world.position) return;
    this.#world.goTo(position);
    this.#changed();
  }

  #span() {
    const steps = this.#world.steps;
    return steps.length === 0 ? [0, 1] : [Math.min(steps[0].time, steps.at(-1).time - 1), steps.at(-1).time]; // one moment is the end, not the beginning
  }

  #marks(first, last) {
    const at = time => 100 * Math.max(0, Math.min(1, (time - first) / (last - first)));
    return [...this.#world.marks.values()].map(mark => {
      const [from, to] = [at(Date.parse(mark.from)), mark.to ? at(Date.parse(mark.to)) : 100];
      return el('div', { class: `mark ${mark.kind}`, title: mark.label, style: { left: `${from}%`, width: `${Math.max(0.5, to - from)}%` } }, el('span', {}, mark.label));
    });
  }
}
