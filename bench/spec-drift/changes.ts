import type { Binding, OperationBinding, Span, SpecIndex, TruthPlace } from '../../src/model.ts';
import { operationAt } from '../../src/truth/openapi/lookup.ts';
import type { Schemas } from '../../src/truth/schema/schema.ts';
import { valuesOf } from '../../src/truth/schema/values-of.ts';
import { at, type Json, rename } from './edit-json.ts';
import { isFact, type Stated, statedFields } from './stated.ts';

/** One change of a spec, and the places of the guides that it makes wrong. */
export interface SpecChange {
  readonly kind: string;
  /** The form in which the guides state the fact, of the first place. */
  readonly form: string;
  readonly label: string;
  readonly file: string;
  readonly places: readonly StatedPlace[];
  /** Changes a copy of the document; false where it could not. */
  readonly apply: (root: Json) => boolean;
}

/** Any line of the span will do: a call that is broken after `curl` has its address on the next one. */
export interface StatedPlace {
  readonly file: string;
  readonly span: Span;
}

export interface Clean {
  readonly bindings: readonly Binding[];
  readonly truth: SpecIndex;
  readonly schemas: Schemas;
}

/** Every change that some guide of the run states the opposite of, in a form that is bound. */
export function possibleChanges(clean: Clean): readonly SpecChange[] {
  const fields = groupByPlace(statedFields(clean.bindings, clean));
  const operations = clean.bindings.filter(isOperation);
  return [
    ...fields.flatMap(renamedProperty),
    ...fields.flatMap((group) => renamedParameter(group, clean)),
    ...fields.flatMap((group) => renamedValue(group, clean)),
    ...fields.flatMap((group) => changedType(group, clean)),
    ...requiredField(clean),
    ...operationChanges(operations, clean),
    ...removedStatus(clean),
    ...changedServer(operations, clean),
  ];
}

type Group = readonly [Stated, ...Stated[]];

function groupByPlace(stated: readonly Stated[]): readonly Group[] {
  const groups = new Map<string, [Stated, ...Stated[]]>();
  for (const each of stated) {
    const key = `${each.place.file}#${each.place.pointer}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

function placesOf(group: readonly Stated[]): SpecChange['places'] {
  return group.map(({ file, span }) => ({ file, span }));
}

function startOf({ start }: Span): Span {
  return { start, end: start + 1 };
}

function renamedProperty(group: Group): SpecChange[] {
  const [{ place, name, form, where }] = group;
  const owner = /^(.*)\/properties\/[^/]+$/.exec(place.pointer)?.[1];
  if (owner === undefined || (where !== 'request' && where !== 'response')) return [];
  const fresh = `replaced_${name}`;
  return [
    {
      kind: where === 'request' ? 'body field renamed' : 'response field renamed',
      form,
      label: `${name} in ${place.pointer}`,
      file: place.file,
      // Where the field is required, the whole body lacks the new name.
      places: [
        ...placesOf(group),
        ...group.map(({ file, binding }) => ({ file, span: startOf(binding.mention.span) })),
      ],
      apply(root) {
        const object = at(root, owner);
        const properties = object && at(object, '/properties');
        if (!object || !properties || !(name in properties)) return false;
        rename(properties, name, fresh);
        const { required } = object;
        if (Array.isArray(required)) object.required = required.map((each) => (each === name ? fresh : each));
        return true;
      },
    },
  ];
}

function renamedParameter(group: Group, { truth }: Clean): SpecChange[] {
  const [{ place, name, form, where }] = group;
  if (where !== 'query' && where !== 'header') return [];
  const shared = Object.values(truth.operations)
    .flatMap(({ parameters }) => parameters)
    .some((parameter) => parameter.name === name && parameter.place.pointer !== place.pointer);
  // A header of another operation under the old name would not make it less known.
  if (where === 'header' && shared) return [];
  return [
    {
      kind: where === 'query' ? 'query parameter renamed' : 'header renamed',
      form,
      label: `${name} in ${place.pointer}`,
      file: place.file,
      places: placesOf(group),
      apply(root) {
        const parameter = at(root, place.pointer);
        if (!parameter) return false;
        parameter.name = where === 'query' ? `replaced_${name}` : `${name}-Id`;
        return true;
      },
    },
  ];
}

/** Each value that a guide states becomes another one in its enumeration. */
function renamedValue(group: Group, { schemas }: Clean): SpecChange[] {
  const byValue = new Map<string, Stated[]>();
  for (const stated of group) {
    const { value, binding } = stated;
    const claimed = binding.mention.kind === 'field' ? (binding.mention.claims.values ?? []) : [];
    const texts = [...(value ? [value.text] : []), ...claimed.map((each) => each.value)];
    for (const text of texts) byValue.set(text, [...(byValue.get(text) ?? []), stated]);
  }
  const [{ place, form, where }] = group;
  const schema = where === 'query' || where === 'header' ? `${place.pointer}/schema` : place.pointer;
  const own = schemas.open({ file: place.file, pointer: schema });
  const values = valuesOf(schemas, [own.place]);
  if (!values || own.alternatives.length > 0 || own.allOf.length > 0) return [];
  return [...byValue].flatMap(([text, stated]) => {
    if (!values.includes(text)) return [];
    return [
      {
        kind: 'enum value renamed',
        form,
        label: `${text} in ${own.place.pointer}`,
        file: own.place.file,
        places: placesOf(stated),
        apply(root: Json) {
          const owner = at(root, own.place.pointer);
          const list = owner?.enum;
          if (!owner || !Array.isArray(list)) return false;
          owner.enum = list.map((each) => (each === text ? `replaced_${text}` : each));
          return true;
        },
      },
    ];
  });
}

/** A type that the stated value or word cannot be. */
function changedType(group: Group, { schemas }: Clean): SpecChange[] {
  const [{ place, form, where, name }] = group;
  if (where !== 'request' && where !== 'response') return [];
  const schema = schemas.open(place);
  const [type, ...others] = schema.types;
  if (type === undefined || others.length > 0 || schema.place.pointer !== place.pointer || schema.values) return [];
  const telling = group.filter(
    ({ value, type: word }) =>
      word !== undefined ||
      value?.kind === 'number' ||
      value?.kind === 'boolean' ||
      (value?.kind === 'string' && type === 'string'),
  );
  const other = type === 'boolean' ? 'object' : 'boolean';
  if (telling.length === 0 || type === 'object' || type === 'array') return [];
  return [
    {
      kind: 'type changed',
      form: telling[0]?.form ?? form,
      label: `${name} in ${place.pointer} to ${other}`,
      file: place.file,
      places: placesOf(telling),
      apply(root) {
        const owner = at(root, place.pointer);
        if (!owner || owner.type === undefined) return false;
        owner.type = other;
        return true;
      },
    },
  ];
}

/** Bodies that samples send whole, by the schema that they are held against. */
function requiredField({ bindings, schemas, truth }: Clean): SpecChange[] {
  const bodies = new Map<string, { place: TruthPlace; form: string; places: StatedPlace[] }>();
  for (const binding of bindings) {
    if (!isFact(binding) || binding.target.status !== 'bound' || binding.target.where !== 'request') continue;
    const { mention, target, file } = binding;
    const method = operationAt(truth, target.operations[0] ?? '')?.method;
    if (mention.kind !== 'payload' || mention.request === undefined || mention.fragment || method === 'PATCH') continue;
    if (mention.value.kind !== 'object' || mention.value.open || mention.stance !== 'claim') continue;
    // A request line without a server is a sketch.
    if (mention.source === 'http') continue;
    const [root, ...others] = target.schemas;
    const schema = root && schemas.open(root);
    if (!schema || others.length > 0 || schema.properties.size === 0) continue;
    const key = schema.place.pointer;
    const entry = bodies.get(key) ?? { place: schema.place, form: `${mention.source} payload`, places: [] };
    entry.places.push({ file, span: { ...mention.span, end: mention.span.start + 1 } });
    bodies.set(key, entry);
  }
  return [...bodies.values()].map(({ place, form, places }) => ({
    kind: 'required field added',
    form,
    label: place.pointer,
    file: place.file,
    places,
    apply(root) {
      const owner = at(root, place.pointer);
      const properties = owner && at(owner, '/properties');
      if (!owner || !properties) return false;
      properties.approval_code = { type: 'string' };
      owner.required = [...(Array.isArray(owner.required) ? owner.required : []), 'approval_code'];
      return true;
    },
  }));
}

function isOperation(binding: Binding): binding is OperationBinding {
  return binding.mention.kind === 'operation';
}

function operationChanges(bindings: readonly OperationBinding[], { truth }: Clean): SpecChange[] {
  const byKey = new Map<string, OperationBinding[]>();
  const byPath = new Map<string, StatedPlace[]>();
  for (const binding of bindings) {
    const { target, mention, file } = binding;
    if (target.status !== 'bound') continue;
    const path = `${target.spec} ${target.template}`;
    byPath.set(path, [...(byPath.get(path) ?? []), { file, span: mention.span }]);
    if (mention.stance !== 'claim' || !mention.method || !mention.target) continue;
    const [key, ...others] = target.operations;
    if (key !== undefined && others.length === 0) byKey.set(key, [...(byKey.get(key) ?? []), binding]);
  }
  return [...byKey].flatMap(([key, own]) => {
    const operation = operationAt(truth, key);
    if (!operation) return [];
    const item = operation.place.pointer.replace(/\/[^/]+$/, '');
    // Where the path changes, every mention of it states the fact, whatever its method.
    const places = byPath.get(`${operation.spec} ${operation.path}`) ?? [];
    const shared = { form: own[0]?.mention.source ?? '', file: operation.place.file, places };
    const free = ['put', 'patch', 'post', 'delete', 'get'];
    const word = operation.path.split('/').findLast((segment) => segment !== '' && !segment.includes('{'));
    const swapped: SpecChange = {
      ...shared,
      kind: 'method swapped',
      label: key,
      apply(root) {
        const owner = at(root, item);
        const other = free.find((method) => owner && !(method in owner));
        if (!owner || other === undefined || !(operation.method.toLowerCase() in owner)) return false;
        rename(owner, operation.method.toLowerCase(), other);
        return true;
      },
    };
    const removed: SpecChange = {
      ...shared,
      kind: 'operation removed',
      label: key,
      apply(root) {
        const owner = at(root, item);
        if (!owner || !(operation.method.toLowerCase() in owner)) return false;
        delete owner[operation.method.toLowerCase()];
        const rest = Object.keys(owner).filter((name) => free.includes(name));
        const paths = at(root, '/paths');
        if (rest.length === 0 && paths) delete paths[operation.path];
        return true;
      },
    };
    const renamed: SpecChange = {
      ...shared,
      kind: 'path segment renamed',
      label: key,
      apply(root) {
        const paths = at(root, '/paths');
        if (!paths || !(operation.path in paths) || word === undefined) return false;
        const segments = operation.path.split('/');
        segments[segments.lastIndexOf(word)] = `${word}-store`;
        rename(paths, operation.path, segments.join('/'));
        return true;
      },
    };
    return [swapped, removed, renamed];
  });
}

function removedStatus({ bindings, truth }: Clean): SpecChange[] {
  const byPlace = new Map<string, { place: TruthPlace; form: string; places: StatedPlace[] }>();
  for (const binding of bindings) {
    if (!isFact(binding)) continue;
    const { mention, target, file } = binding;
    if (mention.kind !== 'status' || target.status !== 'bound' || mention.stance !== 'claim') continue;
    if (!('operations' in target)) continue;
    const operation = operationAt(truth, target.operations[0] ?? '');
    const response = operation?.responses.find(({ status }) => status === mention.code);
    // Only of a success something follows for whoever reads the guide; see `unknown-status`.
    const rivals = operation?.responses.filter(({ status }) => /^2/.test(status)).length ?? 0;
    // `default` takes every status that is not listed.
    const open = operation?.responses.some(({ status }) => status === 'default' || status.toUpperCase() === '2XX');
    if (!operation || !response || open || !/^2/.test(mention.code) || rivals === 0) continue;
    const place = { file: operation.place.file, pointer: `${operation.place.pointer}/responses` };
    const key = `${place.pointer} ${mention.code}`;
    const entry = byPlace.get(key) ?? { place, form: `${mention.source} status`, places: [] };
    entry.places.push({ file, span: mention.span });
    byPlace.set(key, entry);
  }
  return [...byPlace].map(([key, { place, form, places }]) => ({
    kind: 'status changed',
    form,
    label: key,
    file: place.file,
    places,
    apply(root) {
      const responses = at(root, place.pointer);
      const code = key.slice(key.lastIndexOf(' ') + 1);
      if (!responses || !(code in responses)) return false;
      rename(responses, code, ['202', '201', '200', '203'].find((other) => !(other in responses)) ?? '207');
      return true;
    },
  }));
}

/** The host of a literal server becomes another one. */
function changedServer(bindings: readonly OperationBinding[], { truth }: Clean): SpecChange[] {
  return truth.specs.flatMap((spec) => {
    // A server on the reader's own machine has no other name than that.
    const hosts = new Set(spec.servers.flatMap(({ host }) => (host && /^[\w-]+(?:\.[\w-]+)+$/.test(host) ? host : [])));
    return [...hosts].flatMap((host) => {
      const own = bindings.filter(
        ({ mention, target }) =>
          target.status === 'bound' && target.spec === spec.name && mention.target?.host?.text === host,
      );
      if (own.length === 0) return [];
      const change: SpecChange = {
        kind: 'server changed',
        form: own[0]?.mention.source ?? '',
        label: host,
        file: spec.file,
        places: own.map(({ file, mention }) => ({ file, span: mention.span })),
        apply: (root: Json) => replaceHost(root, host),
      };
      return [change];
    });
  });
}

function replaceHost(root: Json, host: string): boolean {
  const { servers } = root;
  if (!Array.isArray(servers)) return false;
  root.servers = servers.map((server: unknown) =>
    JSON.parse(JSON.stringify(server).replaceAll(host, host.replace(/^[^.:]+/, 'gateway'))),
  );
  return JSON.stringify(root.servers) !== JSON.stringify(servers);
}
