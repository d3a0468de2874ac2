import { parse, TomlError, type TomlTable, type TomlValue } from 'smol-toml';
import { parseVersion } from '../../versions/index.ts';

/** The version in a word such as `go1.22.5` or `1.22`; null for `system`, `latest` and the like. */
function versionWord(word: string | undefined): string | null {
  const version = (word ?? '').replace(/^go/, '');
  return parseVersion(version) === null ? null : version;
}

/** `golang 1.22.5 system # comment`: the first word that is a version. */
export function toolVersions(text: string): string | null {
  const line = text.split(/\r?\n/).find((each) => /^\s*go(lang)?\s/.test(each)) ?? '';
  const [, ...words] = line.replace(/#.*/, '').trim().split(/\s+/);
  return words.map(versionWord).find((version) => version !== null) ?? null;
}

/** A file that holds only a version. */
export function firstWord(text: string): string | null {
  return versionWord(text.trim().split(/\s+/)[0]);
}

/** gvm stores its default's environment as a shell script. */
export function gvmEnvironment(text: string): string | null {
  return versionWord(/\bgvm_go_name="?(go[^"\s;]+)/.exec(text)?.[1]);
}

/**
 * `go = "1.22"` in this table of a TOML file (null: the root table); of a list the first element, of a table its
 * `version`. null for invalid TOML.
 */
export function tomlIn(table: string | null): (text: string) => string | null {
  return (text) => {
    const document = parsed(text);
    const tools = table === null ? document : document?.[table];
    if (!isTable(tools)) return null;
    const go = Object.keys(tools).find((key) => /^(core:)?go(lang)?$/.test(key));
    return go === undefined ? null : versionOf(tools[go]);
  };
}

function parsed(text: string): TomlTable | null {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof TomlError) return null;
    throw error;
  }
}

function versionOf(value: TomlValue | undefined): string | null {
  if (Array.isArray(value)) return versionOf(value[0]);
  if (isTable(value)) return versionOf(value['version']);
  return typeof value === 'string' ? versionWord(value.replace(/^prefix:/, '')) : null;
}

function isTable(value: TomlValue | null | undefined): value is TomlTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
