// Where everything lies: zones side by side, or one above the other in a high window. All in the units of the picture.
import { stateOf } from './paint.js';

const gap = 0.35, head = 0.32;

const isZoneAfter = (one, other) => one.cluster.localeCompare(other.cluster) || Number(one.isFargate) - Number(other.isFargate) || one.name.localeCompare(other.name);

/** The place of each zone, instance and task. Only what has changed is placed again, or everything if a zone or an instance has moved. */
export class Places {
  zones = new Map();
  instances = new Map();
  tasks = new Map();
  width = 1;
  height = 1;
  #looks = new Map();

  /** Takes over what has changed in the world, for a window of a shape. Returns the tasks that moved: their places before and after. */
  update(world, aspect) {
    const changed = world.takeChanges(), before = this.zones;
    const { spots, width, height } = arrange(world.list('zone').sort(isZoneAfter), aspect);
    [this.zones, this.width, this.height] = [spots, width, height];
    const isMoved = before.size !== spots.size || [...spots].some(([id, spot]) => !isAt(spot, before.get(id)));
    const [instances, tasks] = [world.of('instance'), world.of('task')];
    const isAnyMoved = this.#placeInstances(instances, isMoved ? allIds(this.instances, instances) : changed.get('instance') ?? []);
    return this.#placeTasks(tasks, isMoved || isAnyMoved ? allIds(this.tasks, tasks) : changed.get('task') ?? []);
  }

  #placeInstances(items, ids) {
    let isAnyMoved = false;
    for (const id of ids) {
      const item = items.get(id), before = this.instances.get(id), zone = item && this.zones.get(`${item.cluster}/${item.zone}`);
      if (zone) this.instances.set(id, within(zone.x, zone.y + head, item));
      else this.instances.delete(id);
      isAnyMoved ||= !isAt(this.instances.get(id), before);
    }
    return isAnyMoved;
  }

  #placeTasks(items, ids) {
    const moved = [];
    for (const id of ids) {
      const before = this.tasks.get(id), after = this.#placeOf(items.get(id));
      if (after) this.tasks.set(id, after);
      else this.tasks.delete(id);
      if (!isAt(after, before)) moved.push({ id, before, after });
    }
    return moved;
  }

  #placeOf(task) {
    if (!task?.at) return undefined;
    const box = task.instance ? this.instances.get(task.instance) : insideOf(this.zones.get(`${task.cluster}/${task.zone}`));
    return box && { ...within(box.x, box.y, task), state: stateOf(task), look: this.#lookOf(task) };
  }

  // Tasks of a service and a revision look alike. They share one look, so that a picture finds its color once.
  #lookOf({ cluster, service, revision }) {
    const key = `${cluster}/${service}/${revision}`;
    if (!this.#looks.has(key)) this.#looks.set(key, { cluster, service, revision });
    return this.#looks.get(key);
  }
}

const within = (x, y, item) => ({ item, x: x + item.at[0], y: y + item.at[1], w: item.at[2], h: item.at[3] });

const insideOf = zone => zone && { x: zone.x, y: zone.y + head };

const allIds = (...maps) => new Set(maps.flatMap(map => [...map.keys()]));

const isAt = (one, other) => one?.x === other?.x && one?.y === other?.y && one?.w === other?.w && one?.h === other?.h;

// Tries one row, two rows and so on; takes the one that can be drawn largest.
function arrange(zones, aspect) {
  let best = null;
  for (let rows = 1; rows <= Math.max(1, zones.length); rows++) {
    const tried = inRows(zones, Math.ceil(zones.length / rows));
    tried.scale = Math.min(aspect / tried.width, 1 / tried.height);
    if (!best || tried.scale > best.scale) best = tried;
  }
  return best;
}

function inRows(zones, perRow) {
  const spots = new Map();
  let [x, y, width, high] = [0, 0, 0.001, 0];
  zones.forEach((zone, index) => {
    if (index > 0 && index % perRow === 0) [x, y, high] = [0, y + high + gap, 0];
    spots.set(zone.id, { item: zone, x, y, w: zone.width, h: zone.height + head });
    x += Math.max(zone.width, 1) + gap;
    width = Math.max(width, x - gap);
    high = Math.max(high, zone.height + head);
  });
  return { spots, width, height: Math.max(y + high, 0.001) };
}
