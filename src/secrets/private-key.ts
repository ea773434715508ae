import { createPrivateKey } from 'node:crypto';

/** Whether a private key in PEM is whole: one from which lines were taken, or that was typed, opens nothing. */
export function isWorkingKey(pem: string): boolean {
  // Node reads no keys of these two kinds, so their form must do.
  if (/BEGIN (?:OPENSSH|PGP)/.test(pem)) return true;
  try {
    createPrivateKey(tidy(pem));
    return true;
  } catch {
    return false;
  }
}

/** Keys in JSON have `\n` for line ends, keys in YAML are indented. */
function tidy(pem: string): string {
  const lines = pem.replace(/\\r|\\$/gm, '').split(/\\n|\n/);
  return `${lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')}\n`;
}
