import type { SpecSegment } from '../../model.ts';

/**
 * The segments of a path template. A query or fragment, with which some gateways tell operations of one path apart
 * (`/trees?action=count`), is no part of the path; neither are empty segments, so `/trees/` reads as `/trees`.
 */
export function parsePathTemplate(template: string): readonly SpecSegment[] {
  return splitOutsideBraces(stripQuery(template)).filter(Boolean).map(parseSegment);
}

function stripQuery(template: string): string {
  const cut = /^(?:\{[^}]*\}|[^?#{]|\{)*/.exec(template);
  return cut?.[0] ?? template;
}

function splitOutsideBraces(path: string): readonly string[] {
  return path.match(/(?:\{[^}]*\}|[^/])+/g) ?? [];
}

function parseSegment(text: string): SpecSegment {
  const parts = text.split(/\{([^{}]*)\}/);
  if (parts.length === 1) return { kind: 'literal', text };
  return {
    kind: 'template',
    text,
    // `{proxy+}` and `{path*}` take the rest of the path; the mark is no part of the name.
    names: parts.filter((_, i) => i % 2 === 1).map((name) => name.trim().replace(/[+*]$/, '')),
    pieces: parts.filter((_, i) => i % 2 === 0),
  };
}
