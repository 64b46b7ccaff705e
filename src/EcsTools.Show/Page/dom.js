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

/** Makes the children of an element equal to others. What stays is kept, so that focus, selection and a click that has begun stay too. */
export function show(parent, children) {
  merge(parent, [...el('div', {}, ...children).childNodes]);
}

function merge(parent, wanted) {
  const keys = new Set(wanted.map(keyOf));
  for (const node of [...parent.childNodes]) if (keyOf(node) && !keys.has(keyOf(node))) node.remove();
  wanted.forEach((node, index) => {
    const there = parent.childNodes[index] ?? null;
    if (there?.isEqualNode(node)) return;
    const kept = there && (keyOf(node) ? withKey(there, keyOf(node)) : isAlike(there, node) && !wanted.some(other => other.isEqualNode(there)) ? there : null);
    if (kept !== there || !there) parent.insertBefore(kept ?? node, there);
    if (kept) become(kept, node);
  });
  while (parent.childNodes.length > wanted.length) parent.lastChild.remove();
}

const keyOf = node => node.dataset?.key;

const isAlike = (one, other) => one.nodeName === other.nodeName && !keyOf(one);

function withKey(node, key) {
  while (node && keyOf(node) !== key) node = node.nextSibling;
  return node;
}

function become(node, wanted) {
  if (!(node instanceof Element)) {
    node.data = wanted.data;
    return;
  }
  for (const { name } of [...node.attributes]) if (!wanted.hasAttribute(name)) node.removeAttribute(name);
  for (const { name, value } of wanted.attributes) if (name !== 'style' && node.getAttribute(name) !== value) node.setAttribute(name, value);
  node.style.cssText = wanted.style.cssText; // the policy of the page takes styles from scripts, and not as attributes
  merge(node, [...wanted.childNodes]);
}

/** Lets the buttons of a list open the item that their row is for. */
export function onOpen(parent, open) {
  parent.onclick = event => {
    const row = event.target.closest('button')?.closest('[data-key]');
    if (row) open(row.dataset.key);
  };
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
