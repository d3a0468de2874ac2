import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installation, readResource, readTextIfThere } from '#core/system';

/** A template of resources/shims, with the parts that it includes by name (`@goroot@`) on a line of their own. */
export async function shimTemplate(name: 'go.sh' | 'launcher.sh' | 'burrow.sh'): Promise<string> {
  const [template, owner, goroot, miseToml] = await Promise.all([
    read(name),
    read('owner.sh'),
    read('goroot.sh'),
    read('mise-toml.sh'),
  ]);
  return template
    .replace('@owner@\n', () => owner)
    .replace('@goroot@\n', () => goroot)
    .replace('@mise-toml@\n', () => miseToml);
}

function read(name: string): Promise<string> {
  return readResource(`shims/${name}`);
}

/** The files of the folder `completions`, by name. They belong to `burrow`, so they are made with it. */
export async function completionScripts(): Promise<Map<string, string>> {
  const names = ['_burrow', 'burrow.bash', 'burrow.fish'];
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readResource(`completions/${name}`)] as const)),
  );
}

/**
 * The manual pages of `burrow`, by their path below a folder of manual pages. The build makes them; without a build there
 * are none.
 */
export async function manualPages(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of ['man1/burrow.1', 'zh_CN/man1/burrow.1']) {
    const page = await readTextIfThere(join(installation(), 'out/manual', name));
    if (page !== null) found.set(name, page);
  }
  return found;
}

/**
 * The program that runs this Burrow's command line; null if a shell could not run it: a packaged app has its files
 * inside an archive.
 */
export function ownProgram(): string | null {
  const program = join(installation(), 'bin/burrow');
  return existsSync(program) ? program : null;
}
