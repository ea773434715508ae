import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';

/**
 * The value of a YAML file of a Python program. `!!python/name:x` is the text `x`, and `!!python/object/apply:x` a mapping
 * with `object: x` and what stands below it; of other tags only the value counts. Nothing where the file is broken.
 */
export function readPythonYaml(text: string): unknown {
  const document = parseDocument(text, { logLevel: 'silent', strict: false, uniqueKeys: false });
  return document.errors.length > 0 ? undefined : plainOf(document.contents, 0);
}

function plainOf(node: unknown, depth: number): unknown {
  if (!isYamlNode(node) || isAlias(node) || depth > 100) return undefined;
  const called = /python\/(name|object(?:\/apply|\/new)?):([\w.]+)/.exec(node.tag ?? '');
  const value = untagged(node, depth);
  if (!called) return value;
  const [, kind, object] = called;
  return kind === 'name' ? object : { object, ...(typeof value === 'object' && value !== null ? value : {}) };
}

function untagged(node: Node, depth: number): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item) => plainOf(item, depth + 1));
  if (!isMap(node)) return undefined;
  return Object.fromEntries(
    node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', plainOf(value, depth + 1)]),
  );
}

function isYamlNode(node: unknown): node is Node {
  return isScalar(node) || isSeq(node) || isMap(node) || isAlias(node);
}
