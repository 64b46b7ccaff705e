// How tasks, instances and zones look. The state of a task is in its shape, so that it can be told without color.

const starting = new Set(['PROVISIONING', 'PENDING', 'ACTIVATING']);

export function stateOf(task) {
  if (starting.has(task.status) && task.desired !== 'STOPPED') return 'starting';
  if (task.status !== 'RUNNING' || task.desired === 'STOPPED') return 'stopping';
  return task.health === 'UNHEALTHY' ? 'unhealthy' : 'running';
}

export function colors() {
  const style = getComputedStyle(document.documentElement);
  const named = name => style.getPropertyValue(name).trim();
  return { text: named('--text'), faint: named('--faint'), line: named('--line'), box: named('--box'), used: named('--used'), focus: named('--focus'), bad: named('--bad'), dark: named('--dark') === '1' };
}

export const fillOf = (hue, isEarlier, color) => color.dark
  ? `hsl(${hue} ${isEarlier ? 25 : 60}% ${isEarlier ? 38 : 58}%)`
  : `hsl(${hue} ${isEarlier ? 30 : 60}% ${isEarlier ? 72 : 45}%)`;

export function paintZone(context, spot, scale, color) {
  const { item } = spot;
  const size = Math.max(10, Math.min(16, scale * 0.14)), width = Math.max(spot.w, 1) * scale;
  context.textBaseline = 'top';
  context.fillStyle = color.text;
  context.font = `600 ${size}px system-ui, sans-serif`;
  context.fillText(item.name, spot.x * scale, spot.y * scale, width);
  if (scale * 0.32 < size * 2.4) return;
  context.fillStyle = color.faint;
  context.font = `${size * 0.8}px system-ui, sans-serif`;
  const tasks = `${item.tasks} tasks`, counts = `${item.instances} instances, ${tasks}`;
  const texts = item.isFargate ? [tasks] : [`${counts}, CPU ${percent(item.cpu)}, memory ${percent(item.memory)}`, counts, tasks];
  context.fillText(texts.find(text => context.measureText(text).width <= width) ?? tasks, spot.x * scale, spot.y * scale + size * 1.25, width);
}

export function paintInstance(context, place, scale, color) {
  const { item } = place;
  const [x, y, w, h] = [place.x * scale, place.y * scale, place.w * scale, place.h * scale];
  context.fillStyle = color.box;
  context.fillRect(x, y, w, h);
  if (w > 24) { // how much is reserved: CPU along the bottom, memory along the left side
    context.fillStyle = color.used;
    context.fillRect(x, y + h, w * share(item.cpu), 3);
    context.fillRect(x - 3, y + h - h * share(item.memory), 3, h * share(item.memory));
  }
  context.strokeStyle = item.isConnected ? color.line : color.bad;
  context.lineWidth = item.isConnected ? 1 : 2;
  context.setLineDash(item.status === 'ACTIVE' ? [] : [6, 4]);
  context.strokeRect(x + 0.5, y + 0.5, Math.max(0, w - 1), Math.max(0, h - 1));
  context.setLineDash([]);
  if (scale * 0.3 < 14 || w < 60) return;
  context.fillStyle = color.faint;
  context.font = '11px system-ui, sans-serif';
  context.textBaseline = 'top';
  context.fillText(`${item.name}${item.status === 'ACTIVE' ? '' : ` ${item.status}`}`, x, y + h + 5, w);
}

/** The rectangle of a task. One that is too small for a shape is half a block unless the task is running. */
export function blockOf(place, scale) {
  const inset = place.w * scale > 8 && place.h * scale > 8 ? 1 : 0;
  const [x, y] = [place.x * scale + inset, place.y * scale + inset];
  const [w, h] = [Math.max(1, place.w * scale - 2 * inset), Math.max(1, place.h * scale - 2 * inset)];
  const block = { x, y, w, h };
  if (isSmall(block) && place.state !== 'running') block.h /= 2;
  return block;
}

export const isSmall = block => block.w < 5 || block.h < 5;

export function paintTask(context, place, scale, fill, color) {
  const block = blockOf(place, scale), { x, y, w, h } = block;
  const state = isSmall(block) ? 'running' : place.state;
  shapes[state](context, x, y, w, h, fill, color);
  if (w > 46 && h > 18) label(context, place.item, x, y, w, state === 'running', color);
}

const shapes = {
  running(context, x, y, w, h, fill) {
    context.fillStyle = fill;
    context.fillRect(x, y, w, h);
  },
  starting(context, x, y, w, h, fill) {
    context.strokeStyle = fill;
    context.lineWidth = 2;
    context.setLineDash([3, 3]);
    context.strokeRect(x + 1, y + 1, w - 2, h - 2);
    context.setLineDash([]);
  },
  stopping(context, x, y, w, h, fill) {
    context.save();
    context.beginPath();
    context.rect(x, y, w, h);
    context.clip();
    context.strokeStyle = fill;
    context.lineWidth = 2;
    context.beginPath();
    for (let across = -h; across < w; across += 7) {
      context.moveTo(x + across, y + h);
      context.lineTo(x + across + h, y);
    }
    context.stroke();
    context.restore();
  },
  unhealthy(context, x, y, w, h, fill, color) {
    shapes.running(context, x, y, w, h, fill);
    context.strokeStyle = color.bad;
    context.lineWidth = 3;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + w, y + h);
    context.moveTo(x + w, y);
    context.lineTo(x, y + h);
    context.stroke();
  },
};

function label(context, task, x, y, w, isFilled, color) {
  context.font = '11px system-ui, sans-serif';
  context.textBaseline = 'top';
  const text = task.revision;
  const width = Math.min(context.measureText(text).width, w - 6);
  context.fillStyle = isFilled ? (color.dark ? '#000' : '#fff') : color.box;
  if (!isFilled) context.fillRect(x + 2, y + 2, width + 2, 13);
  context.fillStyle = isFilled ? (color.dark ? '#000' : '#fff') : color.text;
  context.fillText(text, x + 3, y + 3, w - 6);
}

export const share = amount => amount.total > 0 ? Math.min(1, amount.used / amount.total) : 0;

export const percent = amount => `${Math.round(share(amount) * 100)} %`;
