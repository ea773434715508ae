// @ts-check
// j and k go from finding to finding, / goes to the search.

const help = document.getElementById('keys');
const switched = /** @type {HTMLInputElement | null} */ (document.getElementById('keys-on'));
const search = /** @type {HTMLInputElement | null} */ (document.getElementById('q'));

if (help) help.hidden = false;

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !switched?.checked) return;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target?.matches('input, select, textarea')) {
    if (event.key !== 'Escape' || target !== search) return;
    // Which would empty the search.
    event.preventDefault();
    leave();
    return;
  }
  if (event.key === 'j') go(1);
  else if (event.key === 'k') go(-1);
  else if (event.key === '/') find();
  else return;
  event.preventDefault();
});

/** @param {1 | -1} step */
function go(step) {
  const findings = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.finding:not([hidden])')]);
  const here = document.activeElement?.closest('.finding');
  const index = here instanceof HTMLElement ? findings.indexOf(here) : -1;
  const next = index === -1 ? nearest(findings, step) : findings[index + step];
  next?.focus();
  next?.scrollIntoView({ block: 'start' });
}

function find() {
  const box = search?.closest('details');
  if (box) box.open = true;
  search?.focus();
}

/**
 * From where the reader is, when no finding has the focus.
 * @param {HTMLElement[]} findings
 * @param {1 | -1} step
 */
function nearest(findings, step) {
  const isBelow = (/** @type {HTMLElement} */ finding) => finding.getBoundingClientRect().top >= 0;
  return step === 1 ? findings.find(isBelow) : findings.findLast((finding) => !isBelow(finding));
}

/** What was typed stays; the first finding that fits is next. */
function leave() {
  search?.blur();
  document.getElementById('findings')?.focus({ preventScroll: true });
}
