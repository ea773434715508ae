import type { CommandWords, OptionWords } from './command-words.ts';

/** Prints the completion of each shell; `commands` begins with what stands without a command's name. */
export const scripts = { bash, fish, zsh } as const satisfies Readonly<
  Record<string, (commands: readonly CommandWords[]) => string>
>;

function bash(commands: readonly CommandWords[]): string {
  const names = namesOf(commands);
  const optionCases = commands.map(
    ({ name, options }) => `      ${name === '' ? "''" : name}) words='${flagsOf(options).join(' ')}' ;;`,
  );
  const argumentCases = commands
    .filter(({ name, values }) => name === '' || values.length > 0)
    .map(
      ({ name, values }) =>
        `      ${name === '' ? `''` : name}) words='${(name === '' ? names : values).join(' ')}' ;;`,
    );
  return `# bash completion of specwins
_specwins() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command='' words='' word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in
      ${names.join('|')}) command="$word"; break ;;
    esac
  done
  case "$previous" in
${valueCases(commands)
  .map(([long, values]) => `    ${long}) COMPREPLY=($(compgen -W '${values.join(' ')}' -- "$current")); return ;;`)
  .join('\n')}
    ${fileOptions(commands).join('|')}) COMPREPLY=(); return ;;
  esac
  if [[ "$current" == -* ]]; then
    case "$command" in
${optionCases.join('\n')}
    esac
  else
    case "$command" in
${argumentCases.join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [[ -z "$command" && "$current" != -* ]]; then COMPREPLY+=($(compgen -f -- "$current")); fi
}
complete -o default -F _specwins specwins
`;
}

function zsh(commands: readonly CommandWords[]): string {
  const [main, ...named] = commands;
  const branch = ({ options, values }: CommandWords, argument: string): string =>
    [
      '_arguments -s',
      ...options.map((option) => `      ${zshOption(option)}`),
      `      ${quote(`*:argument:${values.length > 0 ? `(${values.join(' ')})` : argument}`)}`,
    ].join(' \\\n');
  const described = named.map(({ name, description }) => `    ${quote(`${name}:${description}`)}`);
  return `#compdef specwins
# zsh completion of specwins
_specwins_first() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  _describe command commands
  _files
}
_specwins() {
  local command='' word
  for word in \${words[2,CURRENT-1]}; do
    case $word in
      (${namesOf(commands).join('|')}) command=$word; break ;;
    esac
  done
  case $command in
${named.map((command) => `    (${command.name}) ${branch(command, '_files')} ;;`).join('\n')}
    (*) ${main ? branch(main, '_specwins_first') : ''} ;;
  esac
}
if [ "$funcstack[1]" = _specwins ]; then _specwins "$@"; else compdef _specwins specwins; fi
`;
}

function zshOption({ long, description, takesValue, values }: OptionWords): string {
  const about = description.replace(/[[\]\\:]/g, '\\$&');
  const action = values.length > 0 ? `(${values.join(' ')})` : '_files';
  return quote(`*${long}[${about}]${takesValue ? `:value:${action}` : ''}`);
}

function fish(commands: readonly CommandWords[]): string {
  const names = namesOf(commands).join(' ');
  const lines = commands.flatMap(({ name, description, options, values }) => {
    const where =
      name === '' ? quote(`not __fish_seen_subcommand_from ${names}`) : quote(`__fish_seen_subcommand_from ${name}`);
    const start = `complete -c specwins -n ${where}`;
    return [
      ...(name === '' ? [] : [`complete -c specwins -n __fish_use_subcommand -a ${name} -d ${quote(description)}`]),
      ...options.map((option) => `${start} ${fishOption(option)} -d ${quote(option.description)}`),
      ...(values.length > 0 ? [`${start} -f -a ${quote(values.join(' '))}`] : []),
    ];
  });
  return `# fish completion of specwins\n${lines.join('\n')}\n`;
}

function fishOption({ long, short, takesValue, values }: OptionWords): string {
  const flags = `-l ${long.slice(2)}${short === undefined ? '' : ` -s ${short.slice(1)}`}`;
  if (!takesValue) return flags;
  return values.length > 0 ? `${flags} -x -a ${quote(values.join(' '))}` : `${flags} -r`;
}

function namesOf(commands: readonly CommandWords[]): readonly string[] {
  return commands.map(({ name }) => name).filter((name) => name !== '');
}

function flagsOf(options: readonly OptionWords[]): readonly string[] {
  return options.flatMap(({ long, short }) => [long, ...(short === undefined ? [] : [short])]);
}

function valueCases(commands: readonly CommandWords[]): readonly (readonly [string, readonly string[]])[] {
  const options = commands.flatMap((command) => command.options.filter(({ values }) => values.length > 0));
  return [...new Map(options.map(({ long, values }) => [long, values]))];
}

function fileOptions(commands: readonly CommandWords[]): readonly string[] {
  const options = commands.flatMap((command) => command.options);
  return [
    ...new Set(options.filter(({ takesValue, values }) => takesValue && values.length === 0).map(({ long }) => long)),
  ];
}

/** As one word of a shell, whatever is in it. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
