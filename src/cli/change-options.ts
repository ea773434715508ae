import type { Command } from 'commander';

/** The options that say what is reported: what changed, named files, and what a baseline does not know. */
export function addChangeOptions(command: Command): Command {
  return command
    .optionsGroup('What is reported:')
    .option('--changed', 'report only what your branch made wrong since it left --base; needs git')
    .option('--base <ref>', 'that base; else the target of the pull request, or the main branch')
    .option('--staged', 'check what is staged, and report only what the next commit makes wrong')
    .option('--files <list>', 'report only on the files in a list, one a line; `-` is the standard input')
    .option('--baseline <file>', 'the findings that are known; else specwins-baseline.json, if it is there')
    .option('--update-baseline', 'put what is found into the baseline')
    .option('--prune-baseline', 'take out of the baseline what is no longer found');
}
