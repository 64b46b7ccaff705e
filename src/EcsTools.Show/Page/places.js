// Where everything lies: zones side by side, or one above the other in a high window. All in the units of the picture.

const gap = 0.35, head = 0.32;

const isZoneAfter = (one, other) => one.cluster.localeCompare(other.cluster) || Number(one.isFargate) - Number(other.isFargate) || one.name.localeCompare(other.name);

/** The place of each zone, instance and task, for a window of a shape. */
export function places(world, aspect) {
  const zones = world.list('zone').sort(isZoneAfter);
  const { spots, width, height } = arrange(zones, aspect);
  const instances = new Map(), tasks = new Map();
  for (const instance of world.of('instance').values()) {
    const zone = spots.get(`${instance.cluster}/${instance.zone}`);
    if (zone) instances.set(instance.id, { item: instance, x: zone.x + instance.at[0], y: zone.y + head + instance.at[1], w: instance.at[2], h: instance.at[3] });
  }
  for (const task of world.of('task').values()) {
    if (!task.at) continue;
    const box = task.instance ? instances.get(task.instance) : insideOf(spots.get(`${task.cluster}/${task.zone}`));
    if (box) tasks.set(task.id, { item: task, x: box.x + task.at[0], y: box.y + task.at[1], w: task.at[2], h: task.at[3] });
  }
  return { zones: spots, instances, tasks, width, height };
}

const insideOf = zone => zone && { x: zone.x, y: zone.y + head };

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
