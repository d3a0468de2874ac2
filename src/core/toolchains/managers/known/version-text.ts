import { parseVersion } from '../../versions/index.ts';

/** The version in the best of words such as `go1.22.5`, `1.22`; null for `system`, `latest` and the like. */
function versionWord(word: string | undefined): string | null {
  const version = (word ?? '').replace(/^go/, '');
  return parseVersion(version) === null ? null : version;
}

/** `golang 1.22.5 system # comment`: the first that names a version. */
export function toolVersions(text: string): string | null {
  const line = text.split(/\r?\n/).find((each) => /^\s*go(lang)?\s/.test(each)) ?? '';
  const [, ...words] = line.replace(/#.*/, '').trim().split(/\s+/);
  return words.map(versionWord).find((version) => version !== null) ?? null;
}

/** A file that holds a version and nothing else. */
export function firstWord(text: string): string | null {
  return versionWord(text.trim().split(/\s+/)[0]);
}

/** gvm keeps the environment of its default as a shell script. */
export function gvmEnvironment(text: string): string | null {
  return versionWord(/\bgvm_go_name="?(go[^"\s;]+)/.exec(text)?.[1]);
}

/**
 * `go = "1.22"` in this table of a TOML file (null: above all tables): the first quoted word of its value, for it may
 * be a list or a table, too.
 */
export function tomlIn(table: string | null): (text: string) => string | null {
  return (text) => {
    let inTable = table === null;
    for (const line of text.split(/\r?\n/)) {
      const [, heading] = /^\s*\[\s*"?([^\]"]*?)"?\s*\]/.exec(line) ?? [];
      if (heading !== undefined) inTable = heading === table;
      const [, value] = /^\s*"?go(?:lang)?"?\s*=\s*(.*)/.exec(line) ?? [];
      if (inTable && value !== undefined) return versionWord(/["'](?:prefix:)?([^"']*)["']/.exec(value)?.[1]);
    }
    return null;
  };
}
