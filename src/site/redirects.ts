/** Whether a URL path is named by one of the patterns: `/old/:path*`, `/old/*`, `/:locale/old`. */
export function isRedirected(url: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => expressionOf(pattern).test(url));
}

const known = new Map<string, RegExp>();

/** Each link that leads to no page is held against all of them. */
function expressionOf(pattern: string): RegExp {
  const expression = known.get(pattern) ?? toExpression(pattern);
  known.set(pattern, expression);
  return expression;
}

/** The syntax of Next.js, Vercel, Netlify and Mintlify, read generously: a doubt means redirected. */
function toExpression(pattern: string): RegExp {
  const source = pattern
    .replace(/\/+$/, '')
    .split(/(\/?:\w+(?:\([^)]*\))?[*+?]?|\/?\[[^\]/]*\]|\*)/)
    .map((part, index) => (index % 2 === 0 ? escapeLiteral(part) : wildcard(part)))
    .join('');
  return new RegExp(`^${source}/?$`);
}

function wildcard(part: string): string {
  const slash = part.startsWith('/') ? '/' : '';
  if (part.includes('[...')) return '(?:/.*)?';
  if (part === '*' || /[*+)?]$/.test(part)) return slash ? '(?:/.*)?' : '.*';
  return `${slash}[^/]+`;
}

function escapeLiteral(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
