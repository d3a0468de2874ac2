import type { GoManager } from '#contract/toolchains';

/** What a version's folder is called where this manager keeps it, and the command that takes it away. */
const byFolder: Partial<Record<GoManager, { folder: RegExp; command: (name: string) => string }>> = {
  // The prefix may be /usr/local (Intel) beside /opt/homebrew: each has a `brew` of its own.
  homebrew: { folder: /^(.*)\/Cellar\/(go(?:@[\d.]+)?)\//, command: (name) => `brew uninstall ${name}` },
  macports: { folder: /\/lib\/(go[^/]*)$/, command: (name) => `sudo port uninstall ${name}` },
  gvm: { folder: /\/gos\/([^/]+)$/, command: (name) => `gvm uninstall ${name}` },
  goenv: { folder: /\/versions\/([^/]+)$/, command: (name) => `goenv uninstall ${name}` },
  asdf: { folder: /\/installs\/([^/]+\/[^/]+)\/go$/, command: (name) => `asdf uninstall ${spaced(name)}` },
  mise: { folder: /\/installs\/([^/]+\/[^/]+?)(?:\/go)?$/, command: (name) => `mise uninstall ${at(name)}` },
  g: { folder: /\/(\.?versions\/[^/]+)$/, command: ofEither },
  gobrew: { folder: /\/versions\/([^/]+)\/go$/, command: (name) => `gobrew uninstall ${name}` },
  goup: { folder: /\/go([\d.][^/]*)(?:\/go)?$/, command: (name) => `goup remove ${name}` },
  vfox: { folder: /\/golang\/v-([^/]+)\//, command: (name) => `vfox uninstall golang@${name}` },
  proto: { folder: /\/tools\/go\/([^/]+)$/, command: (name) => `proto uninstall go ${name}` },
};

/**
 * The command with which its owner takes a Go away; null where none is known, or where the folder is not laid out as
 * that manager does. `goroot`: links followed, on a Mac. The commands are those of the managers' documentation; a
 * name that a shell would not take as one word is offered to nobody.
 */
export function ownerCommand(manager: GoManager, goroot: string): string | null {
  // https://go.dev/doc/manage-install#uninstalling
  if (manager === 'official') return 'sudo rm -rf /usr/local/go /etc/paths.d/go';
  if (manager === 'sdk') return /^[\w./+-]+$/.test(goroot) ? `rm -rf ${goroot}` : null;
  if (manager === 'module-cache') return 'burrow prune --caches';
  const how = byFolder[manager];
  const match = how?.folder.exec(goroot);
  const name = match?.at(-1);
  if (!how || !match || name === undefined || !/^[\w@./+-]+$/.test(name)) return null;
  const prefix = manager === 'homebrew' ? match[1] : undefined;
  if (prefix === undefined) return how.command(name);
  return /^[\w./+-]+$/.test(prefix) ? `${prefix}/bin/${how.command(name)}` : null;
}

/** Of the two tools called g, one keeps its Gos in a hidden folder, and calls its command differently. */
function ofEither(name: string): string {
  return name.replace(/^\.versions\//, 'g remove ').replace(/^versions\//, 'g uninstall ');
}

/** asdf's `golang/1.22.5` as it takes it. */
function spaced(name: string): string {
  return name.replace('/', ' ');
}

/** mise's `go/1.22.5` as it takes it. */
function at(name: string): string {
  return name.replace('/', '@');
}
