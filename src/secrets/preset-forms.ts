import { looksInvented } from './looks-invented.ts';
import { isWorkingKey } from './private-key.ts';
import { type PresetForm, type SecretPart, token, wholeOf } from './secret-form.ts';
import { password } from './url-password.ts';

/** The forms that secretlint finds, by the id of its message; what is not listed here is no credential. */
export const presetForms: ReadonlyMap<string, PresetForm> = new Map<string, PresetForm>([
  ['AWSAccessKeyID', token('an AWS access key', 'YOUR_AWS_ACCESS_KEY_ID')],
  [
    'AWSSecretAccessKey',
    // secretlint counts the length of the value from the start of its name.
    { kind: 'an AWS secret access key', placeholder: 'YOUR_AWS_SECRET_ACCESS_KEY', secretIn: assigned, reach: 60 },
  ],
  ['GITHUB_TOKEN', token('a GitHub token', 'YOUR_GITHUB_TOKEN')],
  ['NPM_ACCESS_TOKEN', token('an npm access token', 'YOUR_NPM_TOKEN')],
  ['SLACK_TOKEN', token('a Slack token', 'YOUR_SLACK_TOKEN', /[^-]*$/)],
  ['IncomingWebhook', token('a Slack webhook', 'YOUR_SLACK_WEBHOOK_URL', /[^/]*$/)],
  ['OPENAI_TOKEN', token('an OpenAI key', 'YOUR_OPENAI_API_KEY')],
  ['ANTHROPIC_API_KEY', token('an Anthropic key', 'YOUR_ANTHROPIC_API_KEY')],
  ['LINEAR_API_TOKEN', token('a Linear key', 'YOUR_LINEAR_API_KEY')],
  ['SENDGRID_KEY', token('a SendGrid key', 'YOUR_SENDGRID_API_KEY')],
  ['SHOPIFY_KEY', token('a Shopify token', 'YOUR_SHOPIFY_TOKEN')],
  ['OPS_TOKEN', { kind: 'a 1Password token', placeholder: 'YOUR_1PASSWORD_TOKEN', secretIn: wholeOf }],
  [
    'PrivateKey',
    {
      kind: 'a private key',
      placeholder: 'YOUR_PRIVATE_KEY',
      secretIn: (match) => (isWorkingKey(match) ? wholeOf(match) : undefined),
    },
  ],
  ['BasicAuth', password('a password in a URL')],
  ['MongoDBConnection', password('the password of a database')],
  ['MySQLConnection', password('the password of a database')],
  ['PostgreSQLConnection', password('the password of a database')],
]);

/** The value behind `AWS_SECRET_ACCESS_KEY=`. */
function assigned(match: string): SecretPart | undefined {
  const value = /(?<=[=:>]\s{0,5}["']?)[A-Za-z0-9/+=]{40}/.exec(match);
  if (!value || looksInvented(value[0])) return undefined;
  return { start: value.index, end: value.index + value[0].length };
}
