import { execa, type ResultPromise } from 'execa';
import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { newFolder, removeFolder } from './folders.ts';
import { fetchModules } from './go-programs.ts';
import { leftSetup } from './left-setup.ts';
import { commandTimeoutMs } from './limits.ts';
import { shopFlags } from './shop-flags.ts';

const launcher = join(import.meta.dirname, '../../bin/burrow');

/** The machine's own Go caches, for use with another HOME; null without a Go. */
async function goCaches(): Promise<Record<string, string> | null> {
  const go = await execa('go', ['env', '-json', 'GOCACHE', 'GOMODCACHE'], { reject: false });
  return go.exitCode === 0 ? (JSON.parse(go.stdout) as Record<string, string>) : null;
}

/**
 * The built Burrow: its command line, and its UI served on loopback, with a new home and a copy of the shop in a
 * repository.
 */
export class ServedBurrow implements AsyncDisposable {
  readonly root: string;
  readonly home: string;
  readonly shop: string;
  /** The address that signs one browser in. */
  readonly url: string;
  readonly env: Record<string, string | undefined>;
  /** When the host was started, as performance.now() says. */
  readonly startedAt: number;
  private readonly host: Pick<ResultPromise, 'kill'> & PromiseLike<unknown>;

  private constructor(
    made: Pick<ServedBurrow, 'root' | 'home' | 'shop' | 'url' | 'env' | 'startedAt'>,
    host: ServedBurrow['host'],
  ) {
    this.root = made.root;
    this.home = made.home;
    this.shop = made.shop;
    this.url = made.url;
    this.env = made.env;
    this.startedAt = made.startedAt;
    this.host = host;
  }

  /** The app begins with the Overview. `more` are variables to add to the machine's, e.g. DOCKER_HOST. */
  static async start(more: Record<string, string> = {}): Promise<ServedBurrow> {
    const root = await newFolder('served', { inMemory: true });
    const home = join(root, '.burrow');
    const shop = join(root, 'shop');
    const caches = await goCaches();
    const env = {
      ...process.env,
      ...caches,
      HOME: root,
      BURROW_HOME: home,
      GOFLAGS: shopFlags,
      LANG: 'C.UTF-8',
      ...more,
    };
    await cp(join(import.meta.dirname, '../fixtures/shop'), shop, { recursive: true });
    // With the machine's own settings: those of a test may name a proxy that has none of these.
    if (caches !== null) await fetchModules(shop, { ...process.env, GOFLAGS: shopFlags });
    const identity = ['-c', 'user.name=Me', '-c', 'user.email=me@example.com'];
    for (const args of [
      ['init', '--quiet'],
      ['add', '.'],
      ['commit', '--quiet', '--message=The shop opens'],
    ]) {
      await execa('git', [...identity, ...args], { cwd: shop, env });
    }
    await leftSetup(home);
    const startedAt = performance.now();
    const host = execa(launcher, ['serve', '--json', '--no-open'], { env, reject: false, buffer: false });
    // Not host.iterable(), which waits for the end of the process when it is left early.
    const [line] = (await once(createInterface(host.stdout), 'line')) as [string];
    const { url } = JSON.parse(line) as { url: string };
    return new ServedBurrow({ root, home, shop, url, env, startedAt }, host);
  }

  /** Runs a command in the shop with `--json` and returns its document. */
  async json<T>(...args: string[]): Promise<T> {
    const options = { cwd: this.shop, env: this.env, timeout: commandTimeoutMs };
    const { stdout } = await execa(launcher, [...args, '--json'], options);
    return JSON.parse(stdout) as T;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.host.kill('SIGTERM');
    await this.host;
    await removeFolder(this.root);
  }
}
