// @ts-check
// Shows what the form asks for, and keeps that in the fragment of the address, so that a link shows the same.

const names = ['q', 'severity', 'state', 'rule', 'page', 'operation', 'standing'];
const form = /** @type {HTMLFormElement} */ (document.getElementById('filters'));
const shown = document.getElementById('shown');
const items = [...document.querySelectorAll('[data-item]')].map((node) => ({
  element: /** @type {HTMLElement} */ (node),
  isFinding: node.matches('.finding'),
  text: (node.textContent ?? '').replace(/\s+/g, ' ').toLowerCase(),
  values: valuesOf(/** @type {HTMLElement} */ (node)),
}));
// From within, so that a group counts the groups in it.
const groups = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-group]')].reverse());
const narrowsAtFirst = form.querySelector('[checked]') !== null;
const total = items.filter(({ isFinding }) => isFinding).length;

/** @param {HTMLElement} element */
function valuesOf({ dataset }) {
  const known = names.flatMap((name) =>
    dataset[name] === undefined ? [] : [[name, new Set(dataset[name].split('\n'))]],
  );
  return /** @type {Record<string, Set<string>>} */ (Object.fromEntries(known));
}

/** What the form says, as it stands in the fragment. */
function readForm() {
  const wanted = new URLSearchParams();
  const data = new FormData(form);
  for (const name of names) {
    const values = data
      .getAll(name)
      .map(String)
      .filter((value) => value.trim() !== '');
    for (const value of values) wanted.append(name, value);
  }
  return wanted;
}

/** @param {URLSearchParams} wanted */
function fillForm(wanted) {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      field.checked = wanted.getAll(field.name).includes(field.value);
    } else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      field.value = wanted.get(field.name) ?? '';
    }
  }
}

/** @param {URLSearchParams} wanted */
function apply(wanted) {
  const words = (wanted.get('q') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const asked = names
    .filter((name) => name !== 'q' && wanted.has(name))
    .map((name) => ({ name, values: wanted.getAll(name) }));
  let count = 0;
  for (const { element, isFinding, text, values } of items) {
    // What has no such thing, as a page has no severity, is not narrowed by it.
    const fits = asked.every(
      ({ name, values: some }) => !values[name] || some.some((value) => values[name]?.has(value)),
    );
    element.hidden = !fits || !words.every((word) => text.includes(word));
    if (isFinding && !element.hidden) count += 1;
  }
  for (const group of groups) group.hidden = !group.querySelector('[data-item]:not([hidden])');
  const noun = total === 1 ? 'finding' : 'findings';
  if (shown) shown.textContent = count === total ? `${total} ${noun}.` : `${count} of ${total} ${noun}.`;
}

function keep() {
  const wanted = readForm();
  apply(wanted);
  // Without a fragment the page shows what is open; `q=` asks for everything.
  const fragment = wanted.toString() || (narrowsAtFirst ? 'q=' : '');
  history.replaceState(null, '', fragment === '' ? location.pathname + location.search : `#${fragment}`);
}

function showAll() {
  fillForm(new URLSearchParams());
  apply(readForm());
}

/**
 * A fragment names a place, or filters and perhaps a place. A place that the filters hide brings everything back.
 * @param {Event} [event]
 */
function follow(event) {
  const fragment = location.hash.slice(1);
  const wanted = new URLSearchParams(fragment.includes('=') ? fragment : { at: fragment });
  const place = document.getElementById(wanted.get('at') ?? '');
  // The browser went to what it could see; who has gone on since is not to be called back.
  const isThere = event && !fragment.includes('=') && !place?.closest('[hidden], details:not([open])');
  wanted.delete('at');
  if (wanted.size > 0) fillForm(wanted);
  else form.reset();
  apply(readForm());
  if (!place || isThere) return;
  if (place.closest('[hidden]')) showAll();
  for (let around = place.closest('details'); around; around = around.parentElement?.closest('details') ?? null)
    around.open = true;
  place.scrollIntoView();
  place.focus({ preventScroll: true });
}

/**
 * A link to a place in the page must not lose the filters.
 * @param {MouseEvent} event
 */
function stay(event) {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]:not([data-filter])') : null;
  const filters = readForm().toString();
  if (!link || filters === '' || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', `#${filters}&at=${link.getAttribute('href')?.slice(1)}`);
  follow();
}

for (const link of document.querySelectorAll('a[data-filter]')) {
  if (!(link instanceof HTMLAnchorElement)) continue;
  link.href = `#${link.dataset.filter}`;
  link.addEventListener('click', () => setTimeout(() => document.getElementById('findings')?.focus()));
}
const box = form.closest('details');
if (box) {
  box.hidden = false;
  // Where they stand above the findings they would push them away.
  box.open = matchMedia('(min-width: 1000px)').matches;
}
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', keep);
document.getElementById('all')?.addEventListener('click', () => {
  showAll();
  keep();
});
addEventListener('click', stay);
addEventListener('hashchange', follow);
follow();
