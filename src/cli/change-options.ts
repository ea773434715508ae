import type { Command } from 'commander';

/** The options that say what is reported: what changed, named files, and what a baseline does not know. */
export function addChangeOptions(command: Command): Command {
  return command
    .option('--changed', 'report only what has changed since --base made wrong; needs git')
    .option('--base <ref>', 'what --changed compares with; else the target of the pull request, or the main branch')
    .option('--staged', 'check what is staged, and report only what the next commit makes wrong')
    .option('--files <list>', 'report only on the files in a list, one a line; `-` reads it from the input')
    .option('--baseline <file>', 'the findings that are known; else specwins-baseline.json, if it is there')
    .option('--update-baseline', 'put what is found into the baseline')
    .option('--prune-baseline', 'take out of the baseline what is no longer found');
}
