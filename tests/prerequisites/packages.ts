import { execa } from 'execa';

/** Asks no questions, and waits while another apt-get is running. */
const env = { DEBIAN_FRONTEND: 'noninteractive' };
const options = ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=300', '--no-install-recommends'];

/**
 * Installs Debian packages: all at once and, if that fails, one by one, so that a name that this release does not have
 * affects no other. Returns what could not be installed, each with the last line of apt-get's output.
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

/** Returns null on success, else the last line of apt-get's output. */
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
