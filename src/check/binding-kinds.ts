import type { ArgumentBinding, Binding, CommandBinding, FactBinding, OperationBinding, ToolBinding } from '../model.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** The bindings of a run by the hooks of rules that hear them. */
export interface Kinds {
  readonly operations: readonly OperationBinding[];
  readonly facts: readonly FactBinding[];
  readonly commands: readonly CommandBinding[];
  readonly tools: readonly (ToolBinding | ArgumentBinding)[];
}

export function kindsIn(bindings: readonly Binding[]): Kinds {
  return {
    operations: bindings.filter(isOperationBinding),
    facts: bindings.filter(isFactBinding),
    commands: bindings.filter(isCommandBinding),
    tools: bindings.filter(isToolBinding),
  };
}

/** The bindings that a rule has a hook for: most have one for one kind. */
export function heardBy(
  { operation, fact, command, tool }: Rule,
  kinds: Kinds,
  all: readonly Binding[],
): readonly Binding[] {
  const heard = [
    ...(operation ? [kinds.operations] : []),
    ...(fact ? [kinds.facts] : []),
    ...(command ? [kinds.commands] : []),
    ...(tool ? [kinds.tools] : []),
  ];
  const [only, ...others] = heard;
  return others.length > 0 ? all : (only ?? []);
}

/** Calls the hook of a rule that hears this kind of binding. */
export function callHook(rule: Rule, binding: Binding, context: RuleContext): void {
  if (isOperationBinding(binding)) rule.operation?.(binding, context);
  else if (isCommandBinding(binding)) rule.command?.(binding, context);
  else if (isToolBinding(binding)) rule.tool?.(binding, context);
  else if (isFactBinding(binding)) rule.fact?.(binding, context);
}

function isOperationBinding(binding: Binding): binding is OperationBinding {
  return binding.mention.kind === 'operation';
}

function isFactBinding(binding: Binding): binding is FactBinding {
  return !isOperationBinding(binding) && !isCommandBinding(binding) && !isToolBinding(binding);
}

function isCommandBinding(binding: Binding): binding is CommandBinding {
  return binding.mention.kind === 'command';
}

function isToolBinding(binding: Binding): binding is ToolBinding | ArgumentBinding {
  const { kind } = binding.mention;
  return kind === 'tool' || kind === 'argument' || kind === 'arguments';
}
