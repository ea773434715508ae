// @ts-check
// The colours: as the system has them, until someone chooses.

const choices = ['system', 'light', 'dark'];
const button = document.getElementById('theme');
let current = recall();

if (button) {
  button.hidden = false;
  button.addEventListener('click', () => {
    current = choices[(choices.indexOf(current) + 1) % choices.length] ?? 'system';
    remember(current);
    show();
  });
  show();
}

function show() {
  if (current === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = current;
  if (button) button.textContent = `Colours: ${current === 'system' ? 'as the system' : current}`;
}

/** A file that is opened from the disk may have no storage. */
function recall() {
  try {
    const known = localStorage.getItem('specwins-theme');
    return known !== null && choices.includes(known) ? known : 'system';
  } catch {
    return 'system';
  }
}

/** @param {string} choice */
function remember(choice) {
  try {
    localStorage.setItem('specwins-theme', choice);
  } catch {}
}
