import { UserError } from '../errors.ts';
import type { Operation, OperationKey, SpecIndex, SpecPath } from '../model.ts';
import { parsePathTemplate } from './openapi/path-template.ts';

/** An older way to spell a path, or the beginning of paths → how the spec spells it. */
export type PathAliases = Readonly<Record<string, string>>;

/**
 * Adds to each spec the paths which the configuration says are older spellings of its own, so that a guide that writes one is
 * held against the operation that is meant. Throws a `UserError` where an alias stands for no path of the spec.
 */
export function addAliases(index: SpecIndex, aliasesOf: Readonly<Record<string, PathAliases>>): SpecIndex {
  const operations: Record<OperationKey, Operation> = { ...index.operations };
  const specs = index.specs.map((spec) => {
    const written = new Set(spec.paths.map(({ template }) => template));
    const added = Object.entries(aliasesOf[spec.name] ?? {}).flatMap(([alias, target]) => {
      const paths = spec.paths.filter(({ template }) => isBelow(template, target));
      if (paths.length === 0) throw withoutPath({ spec: spec.name, alias, target });
      return paths.flatMap((path): SpecPath[] => {
        const template = alias + path.template.slice(target.length);
        // The spec itself knows best what it has there.
        if (written.has(template)) return [];
        written.add(template);
        const keys = Object.entries(path.operations).flatMap(([method, key]) => {
          const operation = operations[key];
          if (!operation) return [];
          const another = `${spec.name} ${method} ${template}`;
          const aliasOf = `${method} ${path.template}`;
          operations[another] = { ...operation, key: another, path: template, aliasOf, configured: true };
          return [[method, another] as const];
        });
        return [
          {
            ...path,
            template,
            segments: parsePathTemplate(template),
            operations: Object.fromEntries(keys),
            alias: true,
          },
        ];
      });
    });
    return added.length > 0 ? { ...spec, paths: [...spec.paths, ...added] } : spec;
  });
  return { ...index, specs, operations };
}

/** `/api/v1/admin` is a beginning of `/api/v1/admin/orgs`, and not of `/api/v1/administrators`. */
function isBelow(template: string, prefix: string): boolean {
  return template.startsWith(prefix) && (template.length === prefix.length || template[prefix.length] === '/');
}

function withoutPath({ spec, alias, target }: Readonly<Record<'alias' | 'spec' | 'target', string>>): UserError {
  const message = `The alias \`${alias}\` of the spec \`${spec}\` stands for \`${target}\`, under which the spec has no path.`;
  return new UserError('config-invalid', message, {
    hint: 'Write under `aliases` the older spelling first and that of the spec behind it, without the base path of the server.',
  });
}
