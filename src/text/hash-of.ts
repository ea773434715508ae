import { createHash } from 'node:crypto';

/** Short enough to be kept by the thousand, long enough that no two texts share one. Bytes count as the text they are in UTF-8. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha1').update(content).digest('base64url');
}
