import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareHome, type System } from '#core/system';

/** A page that goes on to the address with the token, for the user alone (0600). */
export interface AddressFile {
  /** Its file:// address, for the browser. */
  url: string;
  /** Never fails. */
  remove(): void;
}

/** ms after which a host that was killed before it removed its file has surely ended, or its token was used. */
const abandonedAfter = 24 * 60 * 60 * 1000;

/**
 * Writes the page to `open/` in Burrow's home. The arguments of a program can be read by every user of the machine
 * (/proc/PID/cmdline), so a browser gets the path of this file and not the address. Failures: home.unusable; throws file
 * system errors.
 */
export async function writeAddressFile(system: System, address: string): Promise<AddressFile> {
  const { root } = await prepareHome(system);
  const folder = join(root, 'open');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeAbandoned(folder, system.now());
  const path = join(folder, `${randomBytes(8).toString('hex')}.html`);
  await writeFile(path, pageTo(address), { mode: 0o600, flag: 'wx' });
  const remove = () => rmSync(path, { force: true });
  // Also when a bug ends the process.
  process.once('exit', remove);
  return {
    url: pathToFileURL(path).href,
    remove() {
      process.off('exit', remove);
      remove();
    },
  };
}

/**
 * Firefox does not leave a local file by a refresh alone (https://github.com/jupyter/notebook/pull/4642), so a script
 * does, in whose place the address comes in the tab's history. `address`: of this host.
 */
function pageTo(address: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>Burrow</title>
<noscript><meta http-equiv="refresh" content="0; url=${address}"></noscript>
<script>location.replace(${JSON.stringify(address)})</script>
<p><a href="${address}">Burrow</a></p>
`;
}

async function removeAbandoned(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (now.getTime() - mtimeMs > abandonedAfter) await rm(path, { force: true });
  }
}
