import { UserError } from '../errors.ts';

/** A parsed configuration file that still knows where everything stands. */
export interface ConfigDocument {
  /** As it is named to the user: relative to the working directory. */
  readonly file: string;
  readonly value: unknown;
  /** 1-based place of the key or value at a path of keys and indices; of the nearest thing above where it is not there. */
  placeOf(path: readonly (string | number)[], part: 'key' | 'value'): TextPlace;
}

export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Reads a configuration by its extension. The parsers are loaded only now that there is something to parse. */
export async function parseConfigDocument(file: string, content: string): Promise<ConfigDocument> {
  const text = content.replace(/^\uFEFF/, '');
  if (/\.jsonc?$/i.test(file)) return parseJson(file, text);
  if (/\.ya?ml$/i.test(file)) return parseYaml(file, text);
  throw new UserError('config-invalid', `\`${file}\` is neither YAML nor JSON.`, {
    hint: 'A configuration ends in .yaml, .json or .jsonc; programs are not run.',
  });
}

/** `specwins.config.yaml, line 3, column 5`. */
export function describePlace(file: string, place: TextPlace): string {
  return `${file}, line ${place.line}, column ${place.column}`;
}

async function parseYaml(file: string, text: string): Promise<ConfigDocument> {
  const { LineCounter, isMap, isNode, isPair, isScalar, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error) throw unreadable(file, placeAt(error.pos[0]), error.message, error);
  return { file, value: toValue(), placeOf };

  /** An alias that names nothing, or itself many times over, fails only here. */
  function toValue(): unknown {
    try {
      return document.toJS();
    } catch (cause) {
      throw unreadable(file, { line: 1, column: 1 }, cause instanceof Error ? cause.message : String(cause), cause);
    }
  }

  function placeOf(path: readonly (string | number)[], part: 'key' | 'value'): TextPlace {
    if (part === 'key') {
      const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
      const pair =
        isMap(parent) &&
        parent.items.find(
          (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path.at(-1)),
        );
      if (pair && isScalar(pair.key)) return placeAt(pair.key.range?.[0] ?? 0);
    }
    const node = path.length > 0 ? document.getIn(path, true) : document.contents;
    if (isNode(node)) return placeAt(node.range?.[0] ?? 0);
    return path.length > 0 ? placeOf(path.slice(0, -1), 'key') : placeAt(0);
  }

  function placeAt(offset: number): TextPlace {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

async function parseJson(file: string, text: string): Promise<ConfigDocument> {
  const { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } = await import('jsonc-parser');
  const errors: { error: number; offset: number; length: number }[] = [];
  const tree = parse();
  const [error] = errors;
  if (error && text.trim() !== '') {
    const words = printParseErrorCode(error.error)
      .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .toLowerCase();
    throw unreadable(file, placeIn(text, error.offset), words);
  }
  return { file, value: tree ? getNodeValue(tree) : null, placeOf };

  /** The parser goes down one call for each bracket. */
  function parse() {
    try {
      return parseTree(text, errors, { allowTrailingComma: true });
    } catch (cause) {
      throw unreadable(file, { line: 1, column: 1 }, 'it is nested too deeply', cause);
    }
  }

  function placeOf(path: readonly (string | number)[], part: 'key' | 'value'): TextPlace {
    const node = tree && findNodeAtLocation(tree, [...path]);
    if (!node) return path.length > 0 ? placeOf(path.slice(0, -1), part) : { line: 1, column: 1 };
    const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
    return placeIn(text, part === 'key' && key ? key.offset : node.offset);
  }
}

function placeIn(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function unreadable(file: string, place: TextPlace, reason: string, cause?: unknown): UserError {
  const firstLine = reason
    .split('\n')[0]
    ?.replace(/ at line \d+, column \d+:?$/, '')
    .replace(/[.:]$/, '');
  return new UserError('config-invalid', `${describePlace(file, place)} cannot be parsed: ${firstLine}.`, { cause });
}
