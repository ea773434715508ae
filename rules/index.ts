import type { Rule } from '../src/rule.ts';
import brokenAnchor from './broken-anchor.ts';
import brokenLink from './broken-link.ts';
import contradiction from './contradiction.ts';
import deprecatedOperation from './deprecated-operation.ts';
import pathParameterName from './path-parameter-name.ts';
import unknownPath from './unknown-path.ts';
import unreadablePage from './unreadable-page.ts';
import unusedDirective from './unused-directive.ts';
import wrongHost from './wrong-host.ts';
import wrongMethod from './wrong-method.ts';

/** Every rule, in alphabetical order. */
export const rules: readonly Rule[] = [
  brokenAnchor,
  brokenLink,
  contradiction,
  deprecatedOperation,
  pathParameterName,
  unknownPath,
  unreadablePage,
  unusedDirective,
  wrongHost,
  wrongMethod,
];
