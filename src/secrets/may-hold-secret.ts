/** What every credential that the scanner knows begins with or stands behind. Each is bounded, so the search is linear. */
const SIGNS = new RegExp(
  [
    // AWS; the long secret has no prefix of its own.
    String.raw`\bA(?:KIA|SIA|3T[A-Z0-9]|GPA|IDA|ROA|IPA|NPA|NVA)[A-Z0-9]{16}`,
    String.raw`(?:SECRET|[Ss]ecret)_?(?:ACCESS|[Aa]ccess)_?(?:KEY|[Kk]ey)`,
    // GitHub, GitLab, npm
    String.raw`gh[opsur]_\w{36}`,
    String.raw`github_pat_\w`,
    String.raw`glpat-\w`,
    String.raw`npm_\w{36}`,
    // Slack, SendGrid, Shopify, Stripe, Linear
    String.raw`xox[abopr]-`,
    String.raw`xapp-`,
    String.raw`hooks\.slack\.com/services/`,
    String.raw`SG\.\w`,
    String.raw`shp(?:pa|ca|at|ss)_`,
    String.raw`[sr]k_live_`,
    String.raw`lin_api_`,
    // Google, OpenAI, Anthropic, 1Password
    String.raw`AIza[\w-]{35}`,
    String.raw`T3BlbkFJ`,
    String.raw`sk-ant-api`,
    String.raw`ops_ey`,
    // JSON Web Tokens, private keys, passwords in addresses
    String.raw`eyJ[\w-]{10,400}\.eyJ`,
    String.raw`-----BEGIN`,
    String.raw`://[^\s:/@]{0,100}:[^\s/@]{4,200}@`,
  ].join('|'),
);

/** A cheap test of a whole file: only what passes is worth loading the scanner for. */
export function mayHoldSecret(text: string): boolean {
  return SIGNS.test(text);
}
