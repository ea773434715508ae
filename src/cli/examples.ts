/** What `--help` shows of each command in use; '' is linting. */
export const examples: Readonly<Record<string, readonly (readonly [line: string, meaning: string])[]>> = {
  '': [
    ['specwins', 'lint what is found here'],
    ['specwins docs/guides --spec api.yaml', 'report on one folder, by one spec'],
    ['specwins --spec git:main:api.yaml', 'by the spec of another branch'],
    ['specwins --changed', 'report what your branch made wrong'],
    ['specwins --fix', 'make the edits that are safe'],
    ['specwins --update-baseline', 'put off what is found today'],
    ['specwins --format json --output a.json', 'write a report for a program'],
  ],
  explain: [['specwins explain guides/harvests.mdx:12', 'why line 12 is drift, or unknown']],
  mentions: [
    ['specwins mentions guides/harvests.mdx', 'what was read on one page'],
    ['specwins mentions | jq \'[.[] | select(.target.status == "unplaced")]\'', 'what nothing was held against'],
  ],
  init: [
    ['specwins init', 'ask what cannot be known, and write'],
    ['specwins init --yes --workflow --hook', 'ask nothing; workflow and hook too'],
    ['specwins init --dry-run', 'only print'],
  ],
  rules: [
    ['specwins rules', 'all rules'],
    ['specwins rules unknown-path | less', 'the page of one'],
    ['specwins rules --config docs/specwins.config.yaml', 'with rules of your own'],
  ],
  help: [['specwins help explain', 'the same as `specwins explain --help`']],
  completion: [
    ['eval "$(specwins completion bash)"', 'in ~/.bashrc'],
    ['source <(specwins completion zsh)', 'in ~/.zshrc, after compinit'],
    ['specwins completion fish > ~/.config/fish/completions/specwins.fish', 'once'],
  ],
};

/** The examples of a command as the end of its help. */
export function describeExamples(command: string): string {
  const rows = examples[command] ?? [];
  const width = Math.max(0, ...rows.map(([line]) => line.length));
  const tooWide = width > 60;
  const lines = rows.map(([line, meaning]) =>
    tooWide ? `  ${line}\n      ${meaning}` : `  ${line.padEnd(width)}  ${meaning}`,
  );
  return rows.length === 0 ? '' : `\nExamples:\n${lines.join('\n')}`;
}
