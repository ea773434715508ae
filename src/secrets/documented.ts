import { createHash } from 'node:crypto';

/**
 * Values which their own vendors print in their documentation, as digests: other scanners shall not take this file for a
 * leak. Those that say EXAMPLE, as AWS's do, need no entry.
 */
const DIGESTS: ReadonlySet<string> = new Set([
  // GitHub: access tokens of users, of OAuth apps, of apps, of servers; and the one in articles about its checksum
  '3543c50b0cb9cea8e55eb1f529b79f04',
  'bc3ae723f57c6b9e3fd80b699fcc420f',
  '82e74299544e00738f9c0acb69b1eb34',
  '797c0ce414586cc8eb6929afe947c720',
  '976b57ee8acdfcf45f76bcc5e329a236',
  // Slack: the answer of `oauth.v2.access`
  '2ddc147f3a3b5a1722b8ed6be3c45c49',
  // Google: an API key
  'ac9265e56c79b234607ec72c53753cfe',
]);

/** Whether everybody knows a value, since it stands in a vendor's documentation. */
export function isDocumented(value: string): boolean {
  return DIGESTS.has(createHash('sha256').update(value).digest('hex').slice(0, 32));
}
