import { type SourceText, slice } from '../../text/source-text.ts';
import type { ShellWord } from './shell-commands.ts';

/** An option of a command as it was given; `value` is absent for switches. */
export interface GivenOption {
  /** `-X` or `--request`, without the value. */
  readonly name: string;
  readonly word: ShellWord;
  readonly value?: SourceText;
}

export interface SortedWords {
  readonly options: readonly GivenOption[];
  /** The words that are no options and no values of options. */
  readonly operands: readonly ShellWord[];
}

/** Which options of a command take a value: one letter each, and the long names. */
export interface OptionTable {
  readonly short: string;
  readonly long: ReadonlySet<string>;
}

/** Tells options, their values and operands apart, in the manner of getopt. */
export function sortWords(words: readonly ShellWord[], table: OptionTable): SortedWords {
  const options: GivenOption[] = [];
  const operands: ShellWord[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) break;
    const text = word.value.text;
    if (!/^-./.test(text) || text === '--') {
      if (text !== '--') operands.push(word);
      continue;
    }
    const given = text.startsWith('--') ? [longOption(word, table)] : shortOptions(word, table);
    for (const { wants, ...option } of given) {
      const next = wants ? words[++i] : undefined;
      options.push(next ? { ...option, value: next.value } : option);
    }
  }
  return { options, operands };
}

type OpenOption = GivenOption & { readonly wants: boolean };

/** curl itself knows no `--request=PATCH`, but guides write it. */
function longOption(word: ShellWord, table: OptionTable): OpenOption {
  const text = word.value.text;
  const equals = text.indexOf('=');
  if (equals === -1) return { name: text, word, wants: table.long.has(text.slice(2)) };
  return { name: text.slice(0, equals), word, value: slice(word.value, equals + 1, text.length), wants: false };
}

/** `-sSX POST`, `-XPOST`: letters up to the first that takes a value; the rest of the word is that value. */
function shortOptions(word: ShellWord, table: OptionTable): OpenOption[] {
  const text = word.value.text;
  const options: OpenOption[] = [];
  for (let i = 1; i < text.length; i++) {
    const name = `-${text.charAt(i)}`;
    if (!table.short.includes(text.charAt(i))) {
      options.push({ name, word, wants: false });
      continue;
    }
    const rest = text.length - i > 1 ? slice(word.value, i + 1, text.length) : undefined;
    options.push(rest ? { name, word, value: rest, wants: false } : { name, word, wants: true });
    break;
  }
  return options;
}

/** curl 8.15, `man curl`: every option that takes a value. */
export const curlOptions: OptionTable = {
  short: 'AbcCdDeEFHKmoPQrtTuUwxXyYz',
  long: new Set(
    `abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config connect-timeout connect-to
    continue-at cookie cookie-jar create-file-mode crlfile curves data data-ascii data-binary data-raw data-urlencode
    delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header ech egd-file engine
    etag-compare etag-save expect100-timeout form form-string ftp-account ftp-alternative-to-user ftp-method ftp-port
    ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip header hostpubmd5 hostpubsha256 hsts interface ip-tos
    ipfs-gateway json keepalive-cnt keepalive-time key key-type krb libcurl limit-rate local-port login-options
    mail-auth mail-from mail-rcpt max-filesize max-redirs max-time netrc-file noproxy oauth2-bearer output output-dir
    parallel-max parallel-max-host pass pinnedpubkey preproxy proto proto-default proto-redir proxy proxy-cacert
    proxy-capath proxy-cert proxy-cert-type proxy-ciphers proxy-crlfile proxy-header proxy-key proxy-key-type
    proxy-pass proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword
    proxy-tlsuser proxy-user proxy1.0 pubkey quote random-file range rate referer request request-target resolve retry
    retry-delay retry-max-time sasl-authzid service-name sigalgs socks4 socks4a socks5 socks5-gssapi-service
    socks5-hostname speed-limit speed-time ssl-sessions stderr telnet-option tftp-blksize time-cond tls-max
    tls13-ciphers tlsauthtype tlspassword tlsuser trace trace-ascii trace-config unix-socket upload-file upload-flags
    url url-query user user-agent variable vlan-priority write-out`.split(/\s+/),
  ),
};

/** GNU wget 1.24, `man wget`. */
export const wgetOptions: OptionTable = {
  short: 'aABDeiIlOoPQRtTUwX',
  long: new Set(
    `accept append-output base bind-address body-data body-file ca-certificate certificate certificate-type config
    connect-timeout cut-dirs default-page directory-prefix domains dns-timeout exclude-directories exclude-domains
    execute header http-password http-user include-directories input-file level limit-rate load-cookies max-redirect
    method output-document output-file password post-data post-file prefer-family private-key private-key-type
    progress quota read-timeout referer reject retry-on-http-error save-cookies secure-protocol timeout tries user
    user-agent wait waitretry`.split(/\s+/),
  ),
};

/** HTTPie 3, `http --help`. */
export const httpieOptions: OptionTable = {
  short: 'aAops',
  long: new Set(
    `auth auth-type boundary cert cert-key cert-key-pass chunked-size ciphers default-scheme format-options
    max-headers max-redirects output pretty print proxy raw response-charset response-mime session session-read-only
    ssl style timeout verify`.split(/\s+/),
  ),
};
