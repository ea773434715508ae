import { createHmac } from 'node:crypto';

/** The keys with which jwt.io and tutorials sign; what they sign everybody can sign. */
const KNOWN_KEYS = [
  'your-256-bit-secret',
  'a-string-secret-at-least-256-bits-long',
  'secret',
  'your-secret-key',
  'key',
];

/** Lengths of signatures in base64url; RSA has one for each size of key. */
const SIGNATURES: Readonly<Record<string, (length: number) => boolean>> = {
  HS256: (length) => length === 43,
  HS384: (length) => length === 64,
  HS512: (length) => length === 86,
  ES256: (length) => length === 86,
  ES384: (length) => length === 128,
  ES512: (length) => length === 176,
  EdDSA: (length) => length === 86,
};

const INVENTED =
  /example|sample|dummy|\bfake\b|\btest\b|\bdemo\b|\bmock\b|john|jane|\bdoe\b|alice|\bbob\b|localhost|\bfoo\b|1234|\bsome-|\byour\b|\bmy-/i;

/** A month: who writes a guide copies tokens of hours or days, and they are void when somebody reads it. */
const LONG = 30 * 24 * 60 * 60;

/** Whether a JSON Web Token is whole, lasts, and was not made for a picture. The clock has no say: runs are repeatable. */
export function isLastingToken(token: string): boolean {
  const [head = '', body = '', signature = ''] = token.split('.');
  const header = decode(head);
  const payload = decode(body);
  if (!header || !payload || !isSignature(header.alg, signature)) return false;
  if (!lasts(payload) || INVENTED.test(JSON.stringify(payload))) return false;
  return !KNOWN_KEYS.some((key) => isSignedWith(key, { alg: header.alg, signed: `${head}.${body}`, signature }));
}

type Members = Readonly<Record<string, unknown>>;

function decode(part: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isMembers(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSignature(alg: unknown, { length }: string): boolean {
  if (typeof alg !== 'string') return false;
  if (/^[RP]S(?:256|384|512)$/.test(alg)) return length >= 171;
  return Object.hasOwn(SIGNATURES, alg) && SIGNATURES[alg]?.(length) === true;
}

/** Without an end, or with one far from its beginning. */
function lasts({ exp, iat, nbf }: Members): boolean {
  if (exp === undefined) return true;
  const from = iat ?? nbf;
  return typeof exp === 'number' && typeof from === 'number' && exp - from > LONG;
}

function isSignedWith(
  key: string,
  { alg, signed, signature }: { readonly alg: unknown; readonly signed: string; readonly signature: string },
): boolean {
  const bits = /^HS(256|384|512)$/.exec(String(alg))?.[1];
  return bits !== undefined && createHmac(`sha${bits}`, key).update(signed).digest('base64url') === signature;
}
