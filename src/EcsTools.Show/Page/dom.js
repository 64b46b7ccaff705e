// Elements from texts. A text is always a text: nothing that ECS says becomes markup.

export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'style') for (const [property, setting] of Object.entries(value)) element.style.setProperty(property, setting);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined).map(child => child instanceof Node ? child : String(child)));
  return element;
}

export const byId = id => document.getElementById(id);

/** Replaces the children of an element only when they differ, so that focus and reading position stay. */
export function show(parent, children) {
  const wanted = el('div', {}, ...children);
  if (parent.innerHTML === wanted.innerHTML) return;
  const focused = parent.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  parent.replaceChildren(...wanted.childNodes);
  if (focused) [...parent.querySelectorAll('[data-key]')].find(element => element.dataset.key === focused)?.focus();
}

const clockFormat = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

export const clockTime = time => clockFormat.format(new Date(time));

export const fullTime = time => dayFormat.format(new Date(time));

/** The hue of a name: the same on each page. */
export function hueOf(name) {
  let hash = 2166136261;
  for (const letter of name ?? '') hash = Math.imul(hash ^ letter.codePointAt(0), 16777619) >>> 0;
  return (hash % 24) * 15;
}
