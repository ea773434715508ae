interface Sign {
  /** What all of its spellings have in them. */
  readonly mark: string;
  /** What it begins with or stands behind. Each is bounded, so the search is linear. */
  readonly pattern: RegExp;
}

/**
 * Every credential that the scanner knows. Where V8 has compiled much code, one pattern for all of them takes ten times as long as
 * a search for their marks.
 */
const SIGNS: readonly Sign[] = [
  // AWS; the long secret has no prefix of its own.
  { mark: 'A', pattern: /\bA(?:KIA|SIA|3T[A-Z0-9]|GPA|IDA|ROA|IPA|NPA|NVA)[A-Z0-9]{16}/ },
  { mark: 'SECRET', pattern: /SECRET_?(?:ACCESS|[Aa]ccess)_?(?:KEY|[Kk]ey)/ },
  { mark: 'ecret', pattern: /[Ss]ecret_?(?:ACCESS|[Aa]ccess)_?(?:KEY|[Kk]ey)/ },
  // GitHub, GitLab, npm
  { mark: 'gh', pattern: /gh[opsur]_\w{36}/ },
  { mark: 'npm_', pattern: /npm_\w{36}/ },
  { mark: 'github_pat_', pattern: /github_pat_\w/ },
  { mark: 'glpat-', pattern: /glpat-\w/ },
  // Slack, SendGrid, Shopify, Stripe, Linear
  { mark: 'xox', pattern: /xox[abopr]-/ },
  { mark: 'xapp-', pattern: /xapp-/ },
  { mark: 'hooks.slack.com/services/', pattern: /hooks\.slack\.com\/services\// },
  { mark: 'SG.', pattern: /SG\.\w/ },
  { mark: 'shp', pattern: /shp(?:pa|ca|at|ss)_/ },
  { mark: 'k_live_', pattern: /[sr]k_live_/ },
  { mark: 'lin_api_', pattern: /lin_api_/ },
  // Google, OpenAI, Anthropic, 1Password
  { mark: 'AIza', pattern: /AIza[\w-]{35}/ },
  { mark: 'T3BlbkFJ', pattern: /T3BlbkFJ/ },
  { mark: 'sk-ant-api', pattern: /sk-ant-api/ },
  { mark: 'ops_ey', pattern: /ops_ey/ },
  // JSON Web Tokens, private keys, passwords in addresses
  { mark: '.eyJ', pattern: /eyJ[\w-]{10,400}\.eyJ/ },
  { mark: '-----BEGIN', pattern: /-----BEGIN/ },
  { mark: '@', pattern: /:\/\/[^\s:/@]{0,100}:[^\s/@]{4,200}@/ },
];

/** A cheap test of a whole file: only what passes is worth loading the scanner for. */
export function mayHoldSecret(text: string): boolean {
  return SIGNS.some(({ mark, pattern }) => text.includes(mark) && pattern.test(text));
}
