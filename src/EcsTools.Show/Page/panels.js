// Everything beside the picture, as lists and tables that a screen reader reads too.
import { byId, clockTime, el, fullTime, hueOf, onOpen, show } from './dom.js';
import { percent } from './paint.js';

const mostRows = 200, mostEvents = 60;

export function showPanels(world, open) {
  showHeader(world);
  showServices(world, open);
  showWaits(world);
  showStopped(world, open);
  showEvents(world);
  if (byId('table').open) showInstances(world, open);
}

function showHeader(world) {
  const clusters = world.list('cluster');
  const title = clusters.map(cluster => cluster.id).join(', ') || 'No cluster';
  byId('title').textContent = title;
  document.title = `${title} – EcsTools`;
  byId('summary').textContent = clusters.map(cluster =>
    `${clusters.length > 1 ? `${cluster.id}: ` : ''}${cluster.running} running, ${cluster.pending} pending, ${cluster.services} services, ${cluster.instances} instances, CPU ${percent(cluster.cpu)}, memory ${percent(cluster.memory)}`).join(' · ') || 'Reading…';
  const problems = world.list('problem');
  byId('state').classList.toggle('bad', problems.length > 0);
  byId('state').textContent = problems.map(problem => `${problem.id}: ${problem.message}`).join(' ');
}

function showServices(world, open) {
  const services = world.list('service').sort((one, other) => one.id.localeCompare(other.id));
  show(byId('services'), services.length === 0 ? ['None.'] : services.slice(0, mostRows).map(service => serviceRow(service)));
  onOpen(byId('services'), id => open('service', world.of('service').get(id)));
}

function serviceRow(service) {
  const isRolling = service.deployments.length > 1 || service.deployments.some(deployment => deployment.state === 'IN_PROGRESS');
  const most = Math.max(service.most, service.desired, service.running + service.pending, 1);
  return el('article', { class: 'service', 'data-key': service.id },
    el('h3', {},
      el('span', { class: 'swatch', style: { background: `hsl(${hueOf(service.name)} 60% 50%)` } }),
      el('button', { type: 'button' }, service.name),
      service.status === 'ACTIVE' ? null : ` ${service.status}`),
    el('p', {}, `${service.running} of ${service.desired} running${service.pending > 0 ? `, ${service.pending} pending` : ''}`),
    ...service.deployments.map(deployment => deploymentBar(service, deployment, most, isRolling)),
    isRolling ? el('p', { class: 'faint' }, `at least ${service.least}, at most ${service.most} tasks${service.rollout ? rolloutText(service.rollout) : ''}`) : null,
    service.lastEvent && isRolling ? el('p', { class: 'faint' }, service.lastEvent) : null);
}

function rolloutText({ status, stage, failed, allowed }) {
  return `${stage ? `, stage ${stage}` : ''}${allowed ? `, circuit breaker ${failed ?? 0} of ${allowed}` : ''}${status && status !== 'IN_PROGRESS' ? `, ${status}` : ''}`;
}

function deploymentBar(service, deployment, most, isRolling) {
  const width = count => ({ width: `${100 * count / most}%` });
  const traffic = deployment.traffic === undefined ? '' : `, ${deployment.traffic} % of the traffic`;
  return el('div', { class: 'deployment' },
    el('span', { class: 'revision' }, deployment.revision),
    el('div', { class: 'bar', 'aria-hidden': 'true' },
      el('div', { class: 'run', style: width(deployment.running) }),
      el('div', { class: 'pend', style: width(deployment.pending) }),
      isRolling ? el('i', { class: 'limit', style: { left: `${100 * service.least / most}%` } }) : null,
      isRolling ? el('i', { class: 'limit', style: { left: `${100 * service.most / most}%` } }) : null),
    el('span', { class: 'count' }, `${deployment.running}/${deployment.desired}${deployment.failed > 0 ? `, ${deployment.failed} failed` : ''}${traffic}`));
}

function showWaits(world) {
  const waits = world.list('wait');
  byId('waits-section').hidden = waits.length === 0;
  show(byId('waits'), waits.map(wait => el('li', {}, el('b', {}, `${wait.count} × ${wait.name}`), ` ${wait.reason}`)));
}

function showStopped(world, open) {
  const stopped = world.list('task').filter(task => task.stoppedAt).sort((one, other) => other.stoppedAt.localeCompare(one.stoppedAt)).slice(0, 20);
  byId('stopped-section').hidden = stopped.length === 0;
  show(byId('stopped'), stopped.map(task => el('li', { 'data-key': task.id },
    el('button', { type: 'button' }, `${task.revision} ${task.id.slice(0, 8)}`),
    ` ${clockTime(task.stoppedAt)}${task.exitCode === undefined ? '' : `, exit code ${task.exitCode}`}${task.reason ? `: ${task.reason}` : ''}`)));
  onOpen(byId('stopped'), id => open('task', world.of('task').get(id)));
}

function showEvents(world) {
  const events = world.list('event').sort((one, other) => (other.at ?? '').localeCompare(one.at ?? '')).slice(0, mostEvents);
  show(byId('events'), events.map(event => el('li', {}, el('time', { datetime: event.at, title: fullTime(event.at) }, clockTime(event.at)), ` ${event.message}`)));
}

export function showInstances(world, open) {
  const instances = world.list('instance').sort((one, other) => one.zone.localeCompare(other.zone) || one.name.localeCompare(other.name));
  const cells = instance => [instance.zone, instance.status, instance.tasks, `${instance.cpu.used}/${instance.cpu.total}`, `${instance.memory.used}/${instance.memory.total}`];
  show(byId('instances'), [
    el('table', {},
      el('thead', {}, el('tr', {}, ...['Instance', 'Zone', 'Status', 'Tasks', 'CPU', 'Memory'].map(name => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, ...instances.slice(0, mostRows).map(instance => el('tr', { 'data-key': instance.id },
        el('th', { scope: 'row' }, el('button', { type: 'button' }, instance.name)),
        ...cells(instance).map(cell => el('td', {}, cell ?? '')))))),
    instances.length > mostRows ? el('p', {}, `${instances.length - mostRows} more are in the picture only.`) : null]);
  onOpen(byId('instances'), id => open('instance', world.of('instance').get(id)));
}

/** A description as ECS gives it: members and their values. */
export function description(value) {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : el('ul', {}, ...value.map(item => el('li', {}, description(item))));
  if (value === null || typeof value !== 'object') return String(value);
  return el('dl', {}, ...Object.entries(value).flatMap(([name, member]) => [el('dt', {}, name), el('dd', {}, isTime(name, member) ? fullTime(member * 1000) : description(member))]));
}

const isTime = (name, value) => typeof value === 'number' && /(At|Time)$/.test(name);
