/** A hyperlink of terminals (OSC 8); the bare text where there is no address. */
export function linkText(text: string, url: string | undefined): string {
  return url === undefined ? text : `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
}
