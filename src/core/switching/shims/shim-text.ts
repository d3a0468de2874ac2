import { describeFailure, type FailureCode, type UnreadableWhy } from '#contract/failure';
import type { Locale } from '#contract/locale';
import type { Reason, Said } from '#contract/said';
import { quoted } from '#contract/shell-word';
import type { HostOS } from '#core/system';
import { imageTags, maxBytes } from '#core/toolchains';
import { miseFiles, miseOsNames } from '../wishes/index.ts';

/** Whom the programs of a home run for. */
export interface HomeFacts {
  /** Burrow's home. */
  home: string;
  /** Root's home, which runs for all users; another user's runs only for its owner. */
  everyones: boolean;
}

/** What is written into a shim: absolute paths, and the targets that run here, best first. */
export interface ShimFacts extends HomeFacts {
  tool: string;
  os: HostOS;
  toolchains: string;
  defaultFile: string;
  shims: string;
  /** The folder of the functions that the shim reads when it needs them. */
  functions: string;
  /** The program that runs Burrow, if the shim may install a missing pinned version; null: it may not. */
  program: string | null;
  targets: readonly string[];
}

/** The files made from the template of the shim (resources/shims/go.sh). */
export interface ShimText {
  /** The program. */
  shim: string;
  /** The files in the folder of functions, by name; the same for every tool. */
  functions: ReadonlyMap<string, string>;
}

const functionsHead =
  "# Functions of Burrow's shims. Burrow writes this file again whenever it must: edits are lost.\n\n";

/** Fills the template of the shim, and moves the functions that few runs need into files of their own. */
export function shimText(template: string, facts: ShimFacts): ShimText {
  const script = fill(compact(template), {
    // Not quoted, because it is also used in a comment.
    tool: facts.tool,
    toolchains: quoted(facts.toolchains),
    default: quoted(facts.defaultFile),
    shims: quoted(facts.shims),
    functions: quoted(facts.functions),
    program: quoted(facts.program ?? ''),
    targets: quoted(facts.targets.join(' ')),
    ...owner(facts),
    'go-env-file': goEnvFile[facts.os],
    blanks: quoted(' \t'),
    return: quoted('\r'),
    'max-line': String(maxBytes.line),
    'max-file': String(maxBytes.file),
    'image-tags': imageTags.map((tag) => `-${tag}*`).join(' | '),
    'mise-files': miseFiles.join(' '),
    'mise-os': quoted(osNames(facts.targets).join(' ')),
    ...unreadableFiles(),
    ...hints('mise', 'version-file.unreadable', { rule: 'mise-toml', why: 'form' }),
    ...hints('default-file', 'version-file.unreadable', { rule: 'default', why: 'form' }),
    ...sentences('variable', 'switching.variable-unreadable', { text: 'text' }),
    ...sentences('no-system', 'switching.no-system-go', { because: 'because' }),
    ...sentences('not-permitted', 'file.no-permission', { path: 'toolchains' }),
    ...sentences('not-installed', 'toolchain.not-installed', { wanted: 'wanted', because: 'because' }),
    ...sentences('adopted-gone', 'toolchain.adopted-gone', { wanted: 'wanted', because: 'because' }),
    ...sentences('nothing-chosen', 'switching.nothing-chosen', { dir: 'folder' }),
  });
  const functions = new Map<string, string>();
  const shim = script.replaceAll(rarely, (part: string, name: string, content: string) => {
    const file = `${name}.sh`;
    functions.set(file, functionsHead + content);
    return readOnCall(file, content, script.replace(part, ''));
  });
  return { shim, functions };
}

/** A part of the template that becomes a file of this name. */
const rarely = /^#: rarely (\S+)\n(.*?)^#: always\n/gms;

/** Functions to replace those in `file` that `others` calls: each reads the file, which redefines it, and calls it. */
function readOnCall(file: string, functions: string, others: string): string {
  const names = [...functions.matchAll(/^(\w+)\(\) \{$/gm)].map(([, name = '']) => name);
  const words = new Set(others.match(/\w+/g));
  const called = names.filter((name) => words.has(name));
  return called.map((name) => `${name}() { . "$_burrow_functions/${file}" && ${name} "$@"; }\n`).join('');
}

/** The bytes of a shim. Its text has bytes that are not valid UTF-8 in hexadecimal between NULs. */
export function shimBytes(text: string): Buffer {
  const parts = text.split('\0');
  return Buffer.concat(parts.map((part, index) => Buffer.from(part, index % 2 === 0 ? 'utf8' : 'hex')));
}

/** mise's names for this machine, whose own target is the first. */
function osNames([target = '']: readonly string[]): string[] {
  const [os = '', arch = ''] = target.split('-');
  return miseOsNames({ os, arch });
}

/** Removes comments, except for the one at the top, and indentation: a shell takes time for every byte. */
function compact(template: string): string {
  const [top = ''] = /^(?:#.*\n)*/.exec(template) ?? [];
  const rest = template.slice(top.length).replaceAll(/^[ \t]+/gm, '');
  return top + rest.replaceAll(/^(?:#(?!:).*)?\n/gm, '');
}

/** For whom the shim and the launchers run, and what they say to others. */
function owner({ home, everyones }: HomeFacts): Record<string, string> {
  const failure = { code: 'home.unusable', params: { path: home, reason: 'not-yours' } };
  return {
    home: quoted(home),
    everyones: quoted(everyones ? 'yes' : ''),
    ...inEveryLanguage('not-yours', failure, both),
  };
}

/** Fills the template of a launcher (resources/shims/launcher.sh). `goroot` is that of the toolchain it runs. */
export function launcherText(
  template: string,
  { version, goroot, os, ...home }: HomeFacts & { version: string; goroot: string; os: HostOS },
): string {
  return fill(compact(template), {
    version,
    ...owner(home),
    go: quoted(`${goroot}/bin/go`),
    'own-goroot': quoted(goroot),
    // The message of golang.org/dl/internal/version.
    already: quoted(`${version}: already downloaded in ${goroot}`),
    'go-env-file': goEnvFile[os],
  });
}

/** Fills the template of the command `burrow` (resources/shims/burrow.sh), which runs `program`. */
export function burrowText(template: string, program: string): string {
  return fill(compact(template), {
    program: quoted(program),
    ...sentences('gone', 'switching.burrow-gone', { program: 'program' }),
  });
}

/** The file that `go env -w` writes if GOENV is not set (os.UserConfigDir), as a word for the shell. */
const goEnvFile: Readonly<Record<HostOS, string>> = {
  linux: '"${XDG_CONFIG_HOME:-${HOME-}/.config}/go/env"',
  darwin: '"${HOME-}/Library/Application Support/go/env"',
  windows: '"${APPDATA-}/go/env"',
};

/** `@xC2@` is that byte, see `shimBytes`. */
function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/@([a-z][\w.-]*)@/gi, (_, name: string) => {
    const value = /^x[0-9A-F]{2}$/.test(name) ? `\0${name.slice(1)}\0` : values[name];
    if (value === undefined) throw new Error(`the template names @${name}@, which nobody fills`);
    return value;
  });
}

/**
 * A failure in every language, as two words for the shell: message and hint, with the shim's variables in place of the
 * parameters. So the shim prints the same sentences as Burrow.
 */
function sentences(
  name: string,
  code: FailureCode,
  variables: Readonly<Record<string, string>>,
): Record<string, string> {
  return inEveryLanguage(name, { code, params: asVariables(variables) }, both);
}

/** Every reason why a version file cannot be read. */
function unreadableFiles(): Record<string, string> {
  const whys: UnreadableWhy[] = ['form', 'empty', 'image', 'denied', 'folder', 'special', 'utf-16', 'long'];
  const variables = asVariables({ file: 'source', line: 'line', text: 'text', plain: 'plain' });
  return Object.assign(
    {},
    ...whys.map((why) =>
      inEveryLanguage(why, { code: 'version-file.unreadable', params: { ...variables, why } }, both),
    ),
  );
}

/** Around the name of a variable in a sentence: of private use, because control characters in parameters are replaced. */
const border = '\uE000';

function asVariables(variables: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).map(([param, variable]) => [param, `${border}${variable}${border}`]),
  );
}

function both({ message, hint }: Said): string[] {
  return [message, hint];
}

/** Only the hint of a failure with these parameters. */
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
    .split(border)
    .map((part, index) => (index % 2 === 0 ? quoted(part) : `"$_burrow_${part}"`))
    .join('');
}
