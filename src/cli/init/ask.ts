import { relative } from 'node:path';
import { toSlashes } from '../../discover/repository.ts';
import type { FrameworkId } from '../../frameworks/framework.ts';
import { frameworkIds, isFrameworkId } from '../../frameworks/index.ts';
import type { Asker, Choice } from '../io.ts';
import type { SeenHost } from './seen-hosts.ts';
import type { Candidates, Hosts } from './survey.ts';

/** More than these few questions nobody answers with care. */
const mostQuestions = 5;

/** What renders docs that show it by nothing; `unknown` where the person does not know either. */
export async function askFramework(asker: Asker): Promise<FrameworkId | 'unknown' | undefined> {
  const answer = await asker.choose('What renders the docs? Their files do not say.', [
    ...frameworkIds.filter((id) => id !== 'lenient').map((id): Choice => ({ value: id, label: id })),
    { value: 'unknown', label: 'Something else', hint: 'links and ids are not judged then' },
  ]);
  return answer === undefined || isFrameworkId(answer) ? answer : 'unknown';
}

/** Which of several docs and specs are meant; where there is one of a kind, or nobody to ask, all are. */
export async function askCandidates(
  asker: Asker | undefined,
  { docs, specs }: Candidates,
  cwd: string,
): Promise<Candidates | undefined> {
  const keptDocs = await pickFrom(asker, 'Where are the guides?', docs, ({ root, framework }) => ({
    value: root,
    label: toSlashes(relative(cwd, root)) || '.',
    hint: framework,
  }));
  const keptSpecs =
    keptDocs &&
    (await pickFrom(asker, 'Which specs do the guides speak of?', specs, (spec) => ({
      value: spec.location,
      label: spec.name,
      hint: spec.kind === 'file' ? toSlashes(relative(cwd, spec.location)) : spec.location,
    })));
  return keptSpecs && { docs: keptDocs, specs: keptSpecs };
}

async function pickFrom<Item>(
  asker: Asker | undefined,
  question: string,
  items: readonly Item[],
  choiceOf: (item: Item) => Choice,
): Promise<readonly Item[] | undefined> {
  if (asker === undefined || items.length < 2) return items;
  const picked = await asker.pick(question, items.map(choiceOf));
  return picked && items.filter((item) => picked.includes(choiceOf(item).value));
}

const none = '';

/** Hosts that are sure because the spec has one server, and those that a person told; nothing where that person walked away. */
export async function askHosts(asker: Asker | undefined, seen: readonly SeenHost[]): Promise<AskedHosts | undefined> {
  const answers = new Map<SeenHost, string>();
  const questions = seen.filter(({ servers }) => servers.length > 1).slice(0, mostQuestions);
  for (const host of asker ? questions : []) {
    const choices = [
      ...host.servers.map((value): Choice => ({ value, label: value })),
      { value: none, label: 'None of these, or I do not know' },
    ];
    const answer = await asker?.choose(`Which server is \`${host.text}\`? ${host.count} calls go there.`, choices);
    if (answer === undefined) return undefined;
    answers.set(host, answer);
  }
  const told = seen.filter((host) => (answers.get(host) ?? none) !== none);
  const sure = seen.filter(({ servers }) => servers.length === 1);
  const open = seen.filter((host) => !told.includes(host) && !sure.includes(host) && answers.get(host) !== none);
  const chosen = (host: SeenHost) => answers.get(host) ?? host.servers[0] ?? '';
  return { told: group(told, chosen), sure: group(sure, chosen), open: group(open, chosen) };
}

export interface AskedHosts {
  readonly told: Hosts;
  readonly sure: Hosts;
  /** The first of several servers stands for all. */
  readonly open: Hosts;
}

function group(hosts: readonly SeenHost[], serverOf: (host: SeenHost) => string): Hosts {
  const bySpec: Record<string, Record<string, string>> = {};
  for (const host of hosts) bySpec[host.spec] = { ...bySpec[host.spec], [host.text]: serverOf(host) };
  return bySpec;
}

/** Later ones win. */
export function joinHosts(...all: readonly Hosts[]): Hosts {
  const joined: Record<string, Readonly<Record<string, string>>> = {};
  for (const hosts of all) {
    for (const [spec, entries] of Object.entries(hosts)) joined[spec] = { ...joined[spec], ...entries };
  }
  return joined;
}
