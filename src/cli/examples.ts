/** What `--help` shows of each command in use; '' is linting. */
export const examples: Readonly<Record<string, readonly (readonly [line: string, meaning: string])[]>> = {
  '': [
    ['specwins', 'lint what is found here'],
    ['specwins docs/guides --spec spec/openapi.yaml', 'report on one folder, against one spec'],
    ['specwins --spec git:main:openapi.yaml', 'against the spec as it is on another branch'],
    ['specwins --watch', 'lint again whenever something changes'],
    ['specwins --format json --output report.json', 'write a report for another program'],
  ],
  explain: [['specwins explain guides/harvests.mdx:12', 'why line 12 is drift, or is not']],
  mentions: [
    ['specwins mentions guides/harvests.mdx', 'what was read on one page'],
    ['specwins mentions | jq \'[.[] | select(.target.status == "unplaced")]\'', 'what nothing was held against'],
  ],
  init: [
    ['specwins init', 'ask what cannot be known, and write'],
    ['specwins init --yes --workflow --hook', 'ask nothing; a workflow and a hook as well'],
    ['specwins init --dry-run', 'only print'],
  ],
  rules: [
    ['specwins rules', 'all rules'],
    ['specwins rules unknown-path | less', 'the page of one'],
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
