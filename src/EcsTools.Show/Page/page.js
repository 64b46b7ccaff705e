// The page: takes what the server sends, or what was recorded in the file itself, and shows it.
import { byId, el } from './dom.js';
import { World } from './world.js';
import { Picture } from './picture.js';
import { description, showInstances, showPanels } from './panels.js';
import { Timeline } from './timeline.js';
import { localActions, offerLocal, showClock } from './local.js';

const hiddenTime = 60_000;

const world = new World();
const picture = new Picture(byId('canvas'), world, select);
const timeline = new Timeline(world, changed);
const recorded = byId('recorded');
let source = null, canAct = false, isAsked = false;

// Several steps that come together are shown together.
function changed() {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    if (world.steps.length === 0) return; // it is still being read
    showPanels(world, (kind, item) => item && openDetails(kind, item));
    showClock(world.of('clock').get('clock'));
    timeline.update();
    picture.update();
  });
}

function select(kind, item, isOpened, text) {
  byId('canvas').setAttribute('aria-label', text);
  if (isOpened) openDetails(kind, item);
}

async function openDetails(kind, item) {
  byId('details-section').hidden = false;
  byId('details-title').textContent = `${kind} ${item.name ?? item.id}`;
  const shown = byId('details');
  shown.replaceChildren(...canAct ? localActions(kind, item) : [], description(item));
  byId('details-title').focus();
  if (recorded) return;
  const answer = await fetch(`details?${new URLSearchParams({ kind, cluster: item.cluster, id: item.id })}`);
  const full = answer.ok ? description(await answer.json()) : el('p', {}, await answer.text());
  shown.lastChild.replaceWith(full);
  if (kind === 'task') shown.prepend(el('button', { type: 'button', onclick: event => showLog(event.target, item) }, 'Show the log'));
}

async function showLog(button, task) {
  const answer = await fetch(`log?${new URLSearchParams({ cluster: task.cluster, id: task.id })}`);
  button.replaceWith(el('pre', { id: 'log', tabindex: 0, 'aria-label': 'Log' }, await answer.text()));
}

function connect() {
  source = new EventSource(`events?after=${world.lastNumber}`);
  source.addEventListener('restart', () => world.clear());
  source.addEventListener('step', event => world.add(JSON.parse(event.data)));
  source.addEventListener('now', changed);
  source.addEventListener('open', () => document.body.classList.remove('cut-off'));
  source.addEventListener('error', () => {
    document.body.classList.add('cut-off');
    byId('state').textContent = 'The server of this page does not answer. It may have ended.';
  });
}

// A page that no one sees costs no calls.
let hiding = null;
document.addEventListener('visibilitychange', () => {
  if (recorded) return;
  clearTimeout(hiding);
  if (document.hidden) {
    hiding = setTimeout(() => {
      source?.close();
      source = null;
    }, hiddenTime);
  } else if (!source) connect();
});

byId('details-close').addEventListener('click', () => {
  byId('details-section').hidden = true;
  byId('canvas').focus();
});
byId('table').addEventListener('toggle', () => showInstances(world, (kind, item) => openDetails(kind, item)));

if (recorded) {
  for (const step of JSON.parse(recorded.textContent)) world.add(step);
  byId('live').textContent = 'End';
  changed();
} else {
  connect();
  fetch('status').then(answer => answer.json()).then(status => {
    canAct = status.isLocal;
    if (!canAct) return;
    offerLocal();
    changed();
  });
}
