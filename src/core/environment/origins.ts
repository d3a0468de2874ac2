import type { GoVariable, VariableOrigin } from '#contract/environment';
import { type Setting, settingsOf } from '#core/toolchains';

/** What a variable follows when nothing sets it (`go help environment`). */
const derivedFrom: Readonly<Record<string, string>> = {
  GOMODCACHE: 'GOPATH',
  GONOPROXY: 'GOPRIVATE',
  GONOSUMDB: 'GOPRIVATE',
  GOEXE: 'GOOS',
  GOTOOLDIR: 'GOROOT',
  GOVERSION: 'GOROOT',
};
/** What Go finds in the folder where it is asked. */
const ofFolder = new Set(['GOMOD', 'GOWORK']);

type EnvFiles = Parameters<typeof settingsOf>[2];

/** Go's own answers, by name. */
export interface Answers {
  /** In the environment as it is. */
  asIs: ReadonlyMap<string, string>;
  /** Without Go's variables in the environment. */
  withoutEnvironment: ReadonlyMap<string, string>;
  /** Without those, and with GOENV=off. */
  withoutFile: ReadonlyMap<string, string>;
}

/**
 * Where each value comes from. Go's answers decide: a place that sets a variable counts only if the answer changes, or
 * stays the same value, with it. `files`: the user's, then the toolchain's. Pure.
 */
export function originsOf(
  { asIs, withoutEnvironment, withoutFile }: Answers,
  env: Readonly<Record<string, string | undefined>>,
  files: EnvFiles,
): GoVariable[] {
  const names = [...asIs.keys()].toSorted((a, b) => (a < b ? -1 : 1));
  return names.map((name) => {
    const value = asIs.get(name) ?? '';
    const settings = settingsOf(name, env, files);
    const [user, goroot] = files;
    const counts = ({ value: set, file }: Setting): boolean => {
      if (file === null) return value !== withoutEnvironment.get(name) || value === set;
      if (file === user?.path) {
        return withoutEnvironment.get(name) !== withoutFile.get(name) || value === set;
      }
      return file === goroot?.path && value === set;
    };
    const [strongest, ...weaker] = settings.filter((setting, index) => index > 0 || counts(setting));
    const hidden = strongest ? weaker : [];
    return {
      name,
      value,
      origin: strongest && counts(strongest) ? placeOf(strongest, goroot) : ownOrigin(name, asIs),
      hidden: hidden.map((setting) => ({ origin: placeOf(setting, goroot), value: setting.value })),
    };
  });
}

/** By the path, and not by the name: GOENV may name a file go.env, too. */
function placeOf({ file, line }: Setting, goroot: EnvFiles[number] | undefined): VariableOrigin {
  const kind = file === null ? 'environment' : file === goroot?.path ? 'goroot' : 'file';
  return { kind, file, line, from: null };
}

/** Of a value that nothing sets. */
function ownOrigin(name: string, asIs: ReadonlyMap<string, string>): VariableOrigin {
  const from = derivedFrom[name];
  const isDerived = from !== undefined && asIs.get(from) !== '';
  if (isDerived) return { kind: 'derived', file: null, line: null, from };
  if (ofFolder.has(name) && asIs.get(name)) {
    return { kind: 'derived', file: asIs.get(name) ?? null, line: null, from: 'folder' };
  }
  return { kind: 'default', file: null, line: null, from: null };
}
