import type { Rule } from '../src/rule.ts';
import brokenAnchor from './broken-anchor.ts';
import brokenLink from './broken-link.ts';
import contradiction from './contradiction.ts';
import deprecatedOperation from './deprecated-operation.ts';
import duplicateAnchor from './duplicate-anchor.ts';
import hedge from './hedge.ts';
import incompleteEnum from './incomplete-enum.ts';
import missingBodyField from './missing-body-field.ts';
import missingHeader from './missing-header.ts';
import missingNavPage from './missing-nav-page.ts';
import missingQueryParameter from './missing-query-parameter.ts';
import orphanPage from './orphan-page.ts';
import pathParameterName from './path-parameter-name.ts';
import secret from './secret.ts';
import undocumentedOperation from './undocumented-operation.ts';
import unknownBodyField from './unknown-body-field.ts';
import unknownCliCommand from './unknown-cli-command.ts';
import unknownCliFlag from './unknown-cli-flag.ts';
import unknownEnumValue from './unknown-enum-value.ts';
import unknownHeader from './unknown-header.ts';
import unknownMcpArgument from './unknown-mcp-argument.ts';
import unknownMcpTool from './unknown-mcp-tool.ts';
import unknownName from './unknown-name.ts';
import unknownPath from './unknown-path.ts';
import unknownQueryParameter from './unknown-query-parameter.ts';
import unknownResponseField from './unknown-response-field.ts';
import unknownStatus from './unknown-status.ts';
import unreadablePage from './unreadable-page.ts';
import unusedDirective from './unused-directive.ts';
import wrongAuth from './wrong-auth.ts';
import wrongContentType from './wrong-content-type.ts';
import wrongDefault from './wrong-default.ts';
import wrongHost from './wrong-host.ts';
import wrongMethod from './wrong-method.ts';
import wrongRequired from './wrong-required.ts';
import wrongType from './wrong-type.ts';

/** Every rule, in alphabetical order. */
export const rules: readonly Rule[] = [
  brokenAnchor,
  brokenLink,
  contradiction,
  deprecatedOperation,
  duplicateAnchor,
  hedge,
  incompleteEnum,
  missingBodyField,
  missingHeader,
  missingNavPage,
  missingQueryParameter,
  orphanPage,
  pathParameterName,
  secret,
  undocumentedOperation,
  unknownBodyField,
  unknownCliCommand,
  unknownCliFlag,
  unknownEnumValue,
  unknownHeader,
  unknownMcpArgument,
  unknownMcpTool,
  unknownName,
  unknownPath,
  unknownQueryParameter,
  unknownResponseField,
  unknownStatus,
  unreadablePage,
  unusedDirective,
  wrongAuth,
  wrongContentType,
  wrongDefault,
  wrongHost,
  wrongMethod,
  wrongRequired,
  wrongType,
];
