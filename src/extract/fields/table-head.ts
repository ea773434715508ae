/** What the cells of a column say of the field that their row is about. */
export type Role =
  | 'name'
  | 'type'
  | 'required'
  | 'optional'
  | 'presence'
  | 'default'
  | 'description'
  | 'values'
  | 'place'
  | 'deprecated';

const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['type', /^(?:data|value|json)? ?types?$/],
  ['required', /^(?:is )?(?:required|mandatory)\??$/],
  ['optional', /^optional\??$/],
  ['presence', /^(?:required ?(?:\/|or) ?optional|optional ?(?:\/|or) ?required|requirement|presence)$/],
  ['default', /^defaults?(?: values?)?$/],
  [
    'description',
    /^(?:descriptions?|meaning|notes?|details?|explanation|purpose|what it does|comments?|info(?:rmation)?|definition|summary|remarks?|effect|)$/,
  ],
  [
    'values',
    /^(?:(?:allowed|possible|valid|accepted|supported|permitted|enum)(?: values?| options?)?|values|enum(?:eration)?s?|options|choices)$/,
  ],
  ['place', /^(?:in|location|where|located in|sent in|passed in|param(?:eter)? type)$/],
  ['deprecated', /^deprecated\??$/],
];
/** Heads under which only names of fields stand. */
const FIELD =
  /^(?:(?:query|path|body|url|request|response|header|form|json|search|api)(?:[- ](?:body|string|json))? )?(?:fields?|param(?:eter)?s?|propert(?:y|ies))(?: names?)?$/;
/** Heads under which anything may stand. */
const LOOSE =
  /^(?:(?:query|path|body|request|response|http) )?(?:attributes?|names?|keys?|headers?|arguments?|columns?|members?)(?: names?)?$/;
/** Columns of other things: protocol buffers, environment variables, programs, metrics. */
const FOREIGN =
  /\b(?:label|env(?:ironment)?(?: var\w*)?|flags?|commands?|cli|metrics?|python|javascript|method|signature)\b/;

export interface TableHead {
  readonly nameColumn: number;
  /** The words of the column of names. */
  readonly title: string;
  /** Something besides the head must say that fields are meant. */
  readonly loose: boolean;
  readonly roles: readonly (Role | undefined)[];
}

/** The columns of a table of fields; nothing where a head is another's. */
export function readTableHead(head: readonly string[]): TableHead | undefined {
  const titles = head.map((text) => text.toLowerCase().replace(/[*_:]/g, '').replace(/\s+/g, ' ').trim());
  const nameColumn = titles.slice(0, 2).findIndex((title) => FIELD.test(title) || LOOSE.test(title));
  if (nameColumn < 0 || titles.some((title) => FOREIGN.test(title))) return undefined;
  const roles = titles.map((title, column): Role | undefined =>
    column === nameColumn ? 'name' : ROLES.find(([, pattern]) => pattern.test(title))?.[0],
  );
  if (!roles.some((role) => role !== undefined && role !== 'name')) return undefined;
  const title = titles[nameColumn] ?? '';
  return { nameColumn, title, loose: !FIELD.test(title), roles };
}
