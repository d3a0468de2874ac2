import type { GoManager } from '#contract/toolchains';
import { pathEntries, wholeBlocks } from '#core/profiles';

/** What a line of a profile that belongs to this manager looks like; nothing for those that need none. */
const marks: Partial<Record<GoManager, RegExp>> = {
  official: /\/usr\/local\/go\/bin|GOROOT=["']?\/usr\/local\/go\b/,
  // Not /opt/go, which somebody made by hand.
  homebrew: /\bCellar\/go(@[\d.]+)?\/|[\w)}]\/opt\/go(lang)?(@[\d.]+)?\/|brew --prefix go(lang)?\b/,
  macports: /\/opt\/local\/lib\/go\b/,
  system: /\/usr\/lib\/go(lang|-[\d.]+)?\b/,
  snap: /\/snap\/go\b/,
  sdk: /\bsdk\/go\d/,
  gvm: /\.gvm\b|\/scripts\/gvm\b|\bGVM_ROOT\b|\bgvm (use|pkgset)\b/,
  goenv: /\.goenv\b|\bGOENV_[A-Z]+\b|\bgoenv (init|rehash)\b/,
  asdf: /\.asdf\b|\bASDF_[A-Z]+\b|\basdf\.(sh|bash|fish|elv)\b|\basdf exec\b|\b_asdf_shims\b/,
  mise: /\bmise (activate|env|hook-env)\b|\bMISE_[A-Z]+\b|\bmise\/shims\b/,
  g: /\.g\/(env|bin|go)\b|\bG_(MIRROR|HOME|EXPERIMENTAL)\b|\bunalias g\b|# g-install:/,
  gobrew: /\.gobrew\b|\bGOBREW_[A-Z]+\b/,
  goup: /\.go\/(env|bin|current)\b|\.goup\b|\bGOUP_[A-Z]+\b/,
  vfox: /\bvfox activate\b|\.(version-fox|vfox)\b|\bVFOX_[A-Z]+\b/,
  proto: /\.proto\/(bin|shims)\b|\bPROTO_HOME\b|\bproto activate\b/,
};

/** The managers that look after other languages, too. */
const notOnlyGo: ReadonlySet<GoManager> = new Set([
  'homebrew',
  'macports',
  'system',
  'snap',
  'asdf',
  'mise',
  'vfox',
  'proto',
]);

/** Whether what belongs to this manager may be needed for something else than Go. */
export function hasOtherLanguages(manager: GoManager): boolean {
  return notOnlyGo.has(manager);
}

/**
 * The lines of a profile (`file`) that belong to a manager, numbered from 1; comments belong to nobody. Without them
 * the file still reads: an `if` around nothing else is one of them, and an `if` around more is not. `keeps`: what such
 * a line puts into PATH beside what is theirs.
 */
export function linesOf(
  manager: GoManager,
  text: string,
  file: string,
): { line: number; text: string; keeps: string[] }[] {
  const mark = marks[manager];
  if (!mark) return [];
  const lines = text.split(/\r?\n/).map((each) => each.trim());
  const marked = lines.map((each) => !each.startsWith('#') && mark.test(each));
  const theirs = wholeBlocks(lines, marked, file.endsWith('.fish') ? 'fish' : 'sh');
  return lines
    .map((each, index) => ({ line: index + 1, text: each, keeps: elseInPath(each, mark) }))
    .filter((_, index) => theirs[index]);
}

/** GOROOT is what the manager has set: without it nobody needs the entry. */
function elseInPath(line: string, mark: RegExp): string[] {
  return pathEntries(line).filter((entry) => !mark.test(entry) && !/\$\{?GOROOT\b/.test(entry));
}
