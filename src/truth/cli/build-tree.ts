import type { Command, TruthPlace } from '../../model.ts';
import { groupAt, type ReadCommand } from './source.ts';

interface Draft {
  readonly name: string;
  own?: ReadCommand['command'];
  readonly children: Map<string, Draft>;
}

interface TreeSetting {
  /** Where the manifest begins. */
  readonly place: TruthPlace;
  /** There may be commands that the manifest does not name. */
  readonly open: boolean;
}

/**
 * Puts commands that were read one by one into the tree of their names. What only stands between two others is a group
 * about which nothing else is known.
 */
export function buildTree(name: string, commands: readonly ReadCommand[], { place, open }: TreeSetting): Command {
  const root: Draft = { name, children: new Map() };
  for (const { path, command } of commands) {
    let node = root;
    for (const word of path) node = childOf(node, word);
    node.own ??= command;
  }
  return finish(root, place, open);
}

function childOf({ children }: Draft, name: string): Draft {
  const known = children.get(name);
  if (known) return known;
  const child: Draft = { name, children: new Map() };
  children.set(name, child);
  return child;
}

/** A manifest that is not complete at one command is not below it either. */
function finish({ name, own, children }: Draft, around: TruthPlace, open: boolean): Command {
  const command = own ?? groupAt(firstPlace([...children.values()]) ?? around);
  const openCommands = open || command.openCommands;
  const commands = [...children.values()].map((child) => finish(child, command.place, openCommands));
  return { ...command, name, openCommands, commands };
}

function firstPlace(drafts: readonly Draft[]): TruthPlace | undefined {
  for (const { own, children } of drafts) {
    const place = own?.place ?? firstPlace([...children.values()]);
    if (place) return place;
  }
  return undefined;
}
