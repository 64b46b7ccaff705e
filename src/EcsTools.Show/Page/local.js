// The controls of a local ECS: its clock, and what can happen in it.
import { byId, el } from './dom.js';

async function act(action) {
  const answer = await fetch('act', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(action) });
  byId('state').textContent = answer.ok ? '' : await answer.text();
}

const button = (text, action) => el('button', { type: 'button', onclick: () => act(typeof action === 'function' ? action() : action) }, text);

const speeds = [1, 5, 20, 60, 600];

/** Offers the controls of a local ECS. */
export function offerLocal() {
  byId('local').hidden = false;
  byId('controls').append(
    el('p', { id: 'pace' }),
    clockControls(),
    el('div', { role: 'group', 'aria-label': 'Faults' }, button('Throttle the API', { do: 'throttle' }), button('End all faults', { do: 'calm' })));
}

/** Shows how the clock runs. A clock that was not manual when it was started has a speed of its own. */
export function showClock(clock) {
  const pace = byId('pace');
  if (!pace || !clock || pace.textContent === paceText(clock)) return;
  pace.textContent = paceText(clock);
  if (clock.speed && !speeds.includes(clock.speed)) speeds.push(clock.speed);
  byId('speed').replaceChildren(...speeds.map(times => el('option', { value: times, selected: times === (clock.speed ?? 5) }, `${times} ×`)));
}

const paceText = ({ pace, speed }) => speed === undefined ? 'The clock is manual: it stops until it is advanced.'
  : pace === 'Paused' ? `The clock is paused. Its speed is ${speed} ×.` : `The clock runs by itself, ${speed} × as fast as real time.`;

function clockControls() {
  const speed = el('select', { id: 'speed', 'aria-label': 'Speed' });
  return el('div', { role: 'group', 'aria-label': 'Clock' },
    button('Play', () => ({ do: 'play', speed: Number(speed.value) })), speed, button('Pause', { do: 'pause' }), button('Next event', { do: 'step' }),
    button('+1 minute', { do: 'advance', seconds: 60 }), button('Until settled', { do: 'settle' }));
}

/** What can be done with a task, an instance or a service of a local ECS. */
export function localActions(kind, item) {
  const target = { cluster: item.cluster, id: item.id };
  if (kind === 'task' && !item.stoppedAt) return [button('Stop the task', { do: 'stopTask', ...target })];
  if (kind === 'instance') return [item.status === 'ACTIVE' ? button('Drain', { do: 'drain', ...target }) : button('Activate', { do: 'activate', ...target }), button('End the instance', { do: 'endInstance', ...target })];
  if (kind === 'service') return [button('Let its images fail', { do: 'failImage', service: item.name })];
  return [];
}
