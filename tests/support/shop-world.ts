import { execa } from 'execa';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type History, openHistory } from '#core/history';
import { burrowPaths, localSystem, type System } from '#core/system';
import { newFolder, removeFolder } from './folders.ts';
import { fetchModules } from './go-programs.ts';
import { shopFlags } from './shop-flags.ts';

/**
 * A Burrow home in which the machine's own Go counts as installed, and a copy of the shop in a repository: for real
 * builds without downloading a Go.
 */
export class ShopWorld implements AsyncDisposable {
  readonly root: string;
  readonly system: System;
  readonly history: History;
  /** The module's folder. */
  readonly shop: string;
  /** `go1.26.1` */
  readonly goVersion: string;

  private constructor(made: Pick<ShopWorld, 'root' | 'system' | 'history' | 'shop' | 'goVersion'>) {
    this.root = made.root;
    this.system = made.system;
    this.history = made.history;
    this.shop = made.shop;
    this.goVersion = made.goVersion;
  }

  /** Returns null if the machine has no Go. */
  static async make(): Promise<ShopWorld | null> {
    const go = await execa('go', ['env', '-json', 'GOVERSION', 'GOROOT', 'GOHOSTOS', 'GOHOSTARCH'], {
      reject: false,
    });
    if (go.exitCode !== 0) return null;
    const said = JSON.parse(go.stdout) as Record<string, string>;
    const goVersion = said['GOVERSION'] ?? '';
    const root = await newFolder('shop');
    const system: System = {
      ...localSystem(),
      cwd: root,
      env: {
        ...localSystem().env,
        BURROW_HOME: join(root, 'home'),
        // The user's own configuration must not affect a test.
        GOENV: 'off',
        GOFLAGS: shopFlags,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
      },
    };
    const toolchain = join(
      burrowPaths(system).toolchains,
      `${goVersion}.${said['GOHOSTOS']}-${said['GOHOSTARCH']}`,
    );
    await mkdir(burrowPaths(system).toolchains, { recursive: true });
    await symlink(said['GOROOT'] ?? '', toolchain);
    await writeFile(`${toolchain}.json`, '{}');

    const shop = join(root, 'shop');
    await cp(join(import.meta.dirname, '../fixtures/shop'), shop, { recursive: true });
    await fetchModules(shop, system.env);
    const git = (...args: string[]) =>
      execa('git', ['-c', 'user.name=Me', '-c', 'user.email=me@example.com', ...args], {
        cwd: shop,
        env: system.env,
      });
    await git('init', '--quiet', '--initial-branch=main');
    await git('add', '.');
    await git('commit', '--quiet', '--message=The shop opens');
    return new ShopWorld({ root, system, history: await openHistory(system), shop, goVersion });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.history.close();
    await removeFolder(this.root);
  }
}
