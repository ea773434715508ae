/** A code span that survives in a table cell and shows `text` as it is. */
export function codeSpan(text: string): string {
  const line = oneLine(text).trim();
  if (line === '') return '';
  // A span cannot hold a backtick of its own, and a cell ends at a pipe even within a span.
  return /[`|]/.test(line) ? `<code>${encodePunctuation(line)}</code>` : `\`${line}\``;
}

/** A sentence with its code spans; all else in it stands for itself, in a table cell too, and calls nobody's attention. */
export function sentence(text: string): string {
  return oneLine(text)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part.slice(1, -1)) : literal(part)))
    .join('');
}

/** GitHub looks for people and issues in what is rendered; an invisible space keeps `@` and `#` from naming one. */
function literal(text: string): string {
  return encodePunctuation(text.replace(/[@#](?=\w)/g, '$&\u200b'), /[\\`*_[\]<>&|~#]/g);
}

/** As character references, which Markdown shows and never takes for markup. */
function encodePunctuation(text: string, which = /[!-/:-@[-`{-~]/g): string {
  return text.replace(which, (character) => `&#${character.charCodeAt(0)};`);
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a page must not send them on.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ');
}
