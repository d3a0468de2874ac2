import type { GoModule } from '#contract/binaries';
import { unquoteGo } from './go-quoted.ts';

export interface BuildFacts {
  /** Empty for programs built without modules. */
  mainPackage: string;
  mainModule: GoModule | null;
  modules: GoModule[];
  settings: { key: string; value: string }[];
}

/** Parses the lines that `go version -m` shows (`runtime/debug.ParseBuildInfo`). Unknown lines are ignored. */
export function parseModuleLines(lines: string): BuildFacts {
  const facts: BuildFacts = { mainPackage: '', mainModule: null, modules: [], settings: [] };
  let latest: GoModule | null = null;
  for (const line of lines.split('\n')) {
    const tab = line.indexOf('\t');
    const [word, rest] = tab < 0 ? [line, ''] : [line.slice(0, tab), line.slice(tab + 1)];
    if (word === 'path') {
      facts.mainPackage = rest;
    } else if (word === 'mod') {
      latest = parseModule(rest);
      facts.mainModule = latest;
    } else if (word === 'dep') {
      latest = parseModule(rest);
      facts.modules.push(latest);
    } else if (word === '=>' && latest) {
      const { path, version, sum } = parseModule(rest);
      latest.replacedBy = { path, version };
      latest.sum = sum;
    } else if (word === 'build') {
      const setting = parseSetting(rest);
      if (setting) facts.settings.push(setting);
    }
  }
  return facts;
}

function parseModule(text: string): GoModule {
  const [path = '', version = '', sum = ''] = text.split('\t');
  return { path, version, sum: sum === '' ? null : sum, replacedBy: null };
}

/** `key=value`; either side may be a quoted Go string (settings with spaces, as in `-ldflags`). */
function parseSetting(text: string): { key: string; value: string } | null {
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|`[^`]*`)(?==)/.exec(text)?.[0];
  const key = quoted ?? text.slice(0, Math.max(0, text.indexOf('=')));
  if (key === '') return null;
  return { key: unquoteGo(key), value: unquoteGo(text.slice(key.length + 1)) };
}
