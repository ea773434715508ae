import { holdsTellingWord, looksInvented, variety } from './looks-invented.ts';
import type { SecretForm, SecretPart } from './secret-form.ts';

/** An address with a password in it. */
export function password(kind: string): SecretForm {
  return { kind, placeholder: 'YOUR_PASSWORD', secretIn: passwordIn };
}

/**
 * The password in an address, where somebody may log in with it: at a host that others reach, and of the kind that
 * a machine draws. Guides are full of passwords that writers made up.
 */
function passwordIn(address: string): SecretPart | undefined {
  const match = /^[\w.+:-]*?:\/\/([^\s:/@]{0,100}):([^\s/@]{1,200})@([^\s/?#"'`<>,)]{1,255})/.exec(address);
  if (!match) return undefined;
  const [whole, user = '', password = '', host = ''] = match;
  if (!looksDrawn(password) || password.includes(user || '\0') || !isPublicHost(host)) return undefined;
  const start = whole.length - host.length - 1 - password.length;
  return { start, end: start + password.length };
}

/** Words of passwords that people think of, whatever figures stand for their letters. */
const THOUGHT_OF = /pass|secur|admin|root|user|login|welcome|strong|super|database|postgres|mysql|mongo|redis/i;
const FIGURES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  $: 's',
};

/** Capitals, small letters and figures in turn, and hardly one of them twice: people do not think of that. */
function looksDrawn(password: string): boolean {
  const plain = password.replace(/[013457$]/g, (figure) => FIGURES[figure] ?? figure);
  if (password.length < 10 || looksInvented(password) || holdsTellingWord(plain) || THOUGHT_OF.test(plain))
    return false;
  const turns = password.match(/[a-z]+|[A-Z]+|\d+|[^a-zA-Z\d]+/g)?.length ?? 0;
  return turns * 3 >= password.length && /\d/.test(password) && variety(password) >= 3;
}

/** Names without a dot are services of a compose file; the others are reserved for documentation and private networks. */
function isPublicHost(host: string): boolean {
  const name = host
    .replace(/:\w*$/, '')
    .replace(/^[\w.-]+\(/, '')
    .toLowerCase();
  if (!name.includes('.') || /[${}<>[\]]/.test(name)) return false;
  if (/^(?:127|10|0|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.0\.2|198\.51\.100|203\.0\.113)\./.test(name))
    return false;
  if (/(?:^|\.)example\.(?:com|org|net|edu)$/.test(name)) return false;
  return !/\.(?:example|test|invalid|local|localhost|localdomain|internal|lan|svc)$|(?:^|[.-])(?:your|my|example|localhost|host|hostname|domain)(?:[.-]|$)/.test(
    name,
  );
}
