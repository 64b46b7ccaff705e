// The controls of a local ECS: its clock, and what can happen in it.
import { byId, el } from './dom.js';

async function act(action) {
  const answer = await fetch('act', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(action) });
  byId('state').textContent = answer.ok ? '' : await answer.text();
}

const button = (text, action) => el('button', { type: 'button', onclick: () => act(typeof action === 'function' ? action() : action) }, text);

/** Offers the controls of a local ECS. A clock that runs by itself cannot be moved. */
export function showLocal(clock) {
  byId('local').hidden = false;
  byId('controls').append(
    clock === 'Manual' ? clockControls() : el('p', {}, `The clock runs by itself (${clock}). With Start-EcsLocal -ManualClock, this page moves it.`),
    el('div', { role: 'group', 'aria-label': 'Faults' }, button('Throttle the API', { do: 'throttle' }), button('End all faults', { do: 'calm' })));
}

function clockControls() {
  const speed = el('select', { id: 'speed', 'aria-label': 'Speed' }, ...[1, 5, 20, 60].map(times => el('option', { value: times, selected: times === 5 }, `${times} ×`)));
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
