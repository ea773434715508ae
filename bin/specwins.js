#!/usr/bin/env node
const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  const { version } = await import('../dist/src/version.js');
  console.log(version);
} else {
  process.exitCode = await run();
}

/** Everything but the version needs the command line, which is one bundle; see `build/bundle.ts`. */
async function run() {
  // Not before it is known that more than the version is asked for: what Node has not loaded yet takes a few milliseconds.
  const [{ default: module }, { isatty }] = await Promise.all([import('node:module'), import('node:tty')]);
  // Node 22 and later keep compiled code between runs; Node 20 does without.
  module.enableCompileCache?.();
  await optimizeLater();

  // Node would exit with 1, which says that there is drift.
  process.on('uncaughtException', (error) => {
    console.error(error);
    process.exit(3);
  });

  // `specwins | head` closes the pipe early; that is no failure of ours.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(process.exitCode ?? 0);
    });
  }

  const { main } = await import('../dist/cli/main.js');
  const { stdout, stderr, env } = process;
  return main(argv, { cwd: process.cwd(), stdin: { isTTY: isatty(0) }, stdout, stderr, env });
}

/**
 * A run is over in seconds, and V8 spends a quarter of its processor time on optimizing functions that are hardly called again.
 * Each version has another word for it, and complains about those of others.
 */
async function optimizeLater() {
  const flags = {
    20: '--interrupt-budget=300000',
    22: '--invocation-count-for-turbofan=12000',
    24: '--invocation-count-for-turbofan=12000',
  };
  const flag = flags[process.versions.node.split('.', 1)[0]];
  if (flag === undefined) return;
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString(flag);
}
