import { execa } from 'execa';

/** Without questions; waits for another apt-get rather than failing beside it. */
const env = { DEBIAN_FRONTEND: 'noninteractive' };
const options = ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=300', '--no-install-recommends'];

/**
 * Installs Debian packages, all at once and, should that fail, one by one, so that a name this release does not
 * have costs only itself. Returns what could not be installed, each with apt's last words.
 */
export async function installPackages(
  packages: readonly string[],
  say: (line: string) => void,
): Promise<Map<string, string>> {
  const refused = new Map<string, string>();
  if (packages.length === 0) return refused;
  say(`apt-get update`);
  await aptGet(['update', '-qq']);
  say(`apt-get install ${packages.join(' ')}`);
  if ((await aptGet(['install', ...options, ...packages])) === null) return refused;
  for (const name of packages) {
    const reason = await aptGet(['install', ...options, name]);
    if (reason !== null) refused.set(name, reason);
  }
  return refused;
}

/** Null when it went well, else the end of what apt-get said. */
async function aptGet(args: readonly string[]): Promise<string | null> {
  const done = await execa('apt-get', args, {
    env,
    stdin: 'ignore',
    all: true,
    reject: false,
    timeout: 600_000,
  });
  if (done.exitCode === 0) return null;
  return done.all?.trim().split('\n').at(-1) ?? done.shortMessage ?? 'apt-get failed';
}
