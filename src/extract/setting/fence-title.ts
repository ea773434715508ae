const NAMED = /\b(?:title|filename|file|tab|label|name)\s*=\s*\{?\s*(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))/;
/** What else stands in a meta: line numbers, options, flags. */
const OPTION = /\b[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^\s"'{}]+)|\{[^{}]*\}|\[!?[^[\]]*\]|\/[^/\s]+\//g;
const FLAG =
  /(?:^|\s)(?:showLineNumbers|lineNumbers|lines|line-numbers|wrap|expandable|copy|nocopy|no-copy|collapse|icon|focus|specwins-ignore|twoslash|theme|diff)(?=\s|$)/g;

/** What the info string of a fence calls it: `title="Response"`, `tab=cURL`, Mintlify's bare `200 OK`. */
export function fenceTitle(meta: string): string | undefined {
  const short = meta.slice(0, 1000);
  const named = NAMED.exec(short);
  const bare = short.replace(OPTION, ' ').replace(FLAG, ' ').trim();
  const title = named ? (named[1] ?? named[2] ?? named[3]) : bare;
  return title === undefined || title === '' ? undefined : title;
}
