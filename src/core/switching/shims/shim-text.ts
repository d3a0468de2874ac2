import { describeFailure, type FailureCode } from '#contract/failure';
import type { Locale } from '#contract/locale';
import type { Reason, Said } from '#contract/said';
import { quoted } from '#contract/shell-word';

/** What is written into a shim when it is made: absolute paths, and the targets that run here, best first. */
export interface ShimFacts {
  tool: string;
  toolchains: string;
  defaultFile: string;
  shims: string;
  /** The file of functions that the shim reads when it calls one of them. */
  functions: string;
  /** What runs Burrow, for a shim that may have a pinned version installed; null: it may not. */
  program: string | null;
  targets: readonly string[];
}

/** What the template of the shim (resources/shims/go.sh) becomes. */
export interface ShimText {
  /** The program. */
  shim: string;
  /** The file at `functions`; the same for every tool. */
  functions: string;
}

/** Fills the template of the shim, and takes the functions that few runs need out of it. */
export function shimText(template: string, facts: ShimFacts): ShimText {
  const script = fill(withoutComments(template), {
    // In a comment, too, where quotes would be seen: a plain word.
    tool: facts.tool,
    toolchains: quoted(facts.toolchains),
    default: quoted(facts.defaultFile),
    shims: quoted(facts.shims),
    functions: quoted(facts.functions),
    program: quoted(facts.program ?? ''),
    targets: quoted(facts.targets.join(' ')),
    bom: quoted('\uFEFF'),
    blanks: quoted(' \t\r'),
    ...sentences('blank', 'version-file.unreadable', { file: 'source', line: 'line', text: '' }),
    ...sentences('unreadable', 'version-file.unreadable', { file: 'source', line: 'line', text: 'text' }),
    ...hints('mise', 'version-file.unreadable', { rule: 'mise-toml' }),
    ...hints('default-file', 'version-file.unreadable', { rule: 'default' }),
    ...sentences('variable', 'switching.variable-unreadable', { text: 'text' }),
    ...sentences('no-system', 'switching.no-system-go', { because: 'because' }),
    ...sentences('not-permitted', 'file.no-permission', { path: 'toolchains' }),
    ...sentences('not-installed', 'toolchain.not-installed', { wanted: 'wanted', because: 'because' }),
    ...sentences('nothing-chosen', 'switching.nothing-chosen', { dir: 'folder' }),
  });
  let functions = '';
  const shim = script.replaceAll(/^#: rarely\n(.*?)^#: always\n/gms, (_, rarely: string) => {
    functions += rarely;
    return readOnCall(rarely);
  });
  return { shim, functions };
}

/** In place of functions: ones that read the file, which replaces them, and call the real ones. */
function readOnCall(functions: string): string {
  const names = [...functions.matchAll(/^(\w+)\(\) \{$/gm)].map(([, name = '']) => name);
  return names.map((name) => `${name}() { . "$_burrow_functions" && ${name} "$@"; }\n`).join('');
}

/** Only the comment at the top is left: a shell reads all of them, and that costs 5 % of what the shim does. */
function withoutComments(template: string): string {
  const [top = ''] = /^(?:#.*\n)*/.exec(template) ?? [];
  return top + template.slice(top.length).replaceAll(/^[ \t]*#(?!:).*\n/gm, '');
}

/** Fills the template of a launcher (resources/shims/launcher.sh). `go` is the toolchain's program. */
export function launcherText(template: string, version: string, go: string): string {
  return fill(template, { version, go: quoted(go) });
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/@([a-z][\w.-]*)@/gi, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the template names @${name}@, which nobody fills`);
    return value;
  });
}

/**
 * A failure in every language as two words for the shell, message and hint, in which the shim's variables stand
 * where the parameters do: the shim says the same sentences as Burrow.
 */
function sentences(
  name: string,
  code: FailureCode,
  variables: Readonly<Record<string, string>>,
): Record<string, string> {
  const params = Object.fromEntries(
    Object.entries(variables).map(([param, variable]) => [param, variable && `\0${variable}\0`]),
  );
  return inEveryLanguage(name, { code, params }, ({ message, hint }) => [message, hint]);
}

/** The hint alone of a failure with these parameters. */
function hints(name: string, code: FailureCode, params: Record<string, unknown>): Record<string, string> {
  return inEveryLanguage(name, { code, params }, ({ hint }) => [hint]);
}

function inEveryLanguage(
  name: string,
  reason: Reason,
  words: (said: Said) => string[],
): Record<string, string> {
  const locales: Locale[] = ['en', 'zh-CN'];
  return Object.fromEntries(
    locales.map((locale) => [
      `${name}.${locale}`,
      words(describeFailure(reason, locale)).map(withVariables).join(' '),
    ]),
  );
}

function withVariables(sentence: string): string {
  return sentence
    .split('\0')
    .map((part, index) => (index % 2 === 0 ? quoted(part) : `"$_burrow_${part}"`))
    .join('');
}
