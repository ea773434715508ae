import { isLastingToken } from './json-web-token.ts';
import { type SecretForm, token, wholeOf } from './secret-form.ts';
import { password } from './url-password.ts';

interface OwnForm extends SecretForm {
  /** Global, and linear on any text. */
  readonly pattern: RegExp;
}

/** Forms which secretlint's preset lacks. */
export const ownForms: readonly OwnForm[] = [
  { pattern: /\b[sr]k_live_[A-Za-z0-9]{20,250}\b/g, ...token('a live API key', 'YOUR_API_KEY') },
  { pattern: /\bAIza[\w-]{35}(?![\w-])/g, ...token('a Google API key', 'YOUR_GOOGLE_API_KEY') },
  { pattern: /\bglpat-[\w-]{20,50}(?![\w-])/g, ...token('a GitLab token', 'YOUR_GITLAB_TOKEN') },
  {
    pattern: /(?<![\w.-])eyJ[\w-]{10,400}\.eyJ[\w-]{2,4000}\.[\w-]{40,1500}(?![\w.-])/g,
    kind: 'a JSON Web Token',
    placeholder: 'YOUR_TOKEN',
    secretIn: (match) => (isLastingToken(match) ? wholeOf(match) : undefined),
  },
  {
    pattern:
      /\b(?:rediss?|amqps?|mssql|sqlserver|cockroach(?:db)?|clickhouse|nats):\/\/[^\s:/@]{0,100}:[^\s/@]{4,200}@[^\s/@"'`<>]{1,255}/g,
    ...password('the password of a database'),
  },
];
