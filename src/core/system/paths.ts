import { isAbsolute, join } from 'node:path';
import { failure } from '#contract/failure';
import type { System } from './system.ts';

/** Where Burrow keeps its files: absolute paths, all below `root`. */
export interface BurrowPaths {
  root: string;
  /** One folder per toolchain, `go1.26.1.linux-amd64`, each with its manifest. */
  toolchains: string;
  /** The folder to put in PATH. */
  shims: string;
  /** Files of shell functions, which the shims read when they need them. */
  shimFunctions: string;
  /** The scripts that complete `burrow` in zsh, bash and fish. */
  completions: string;
  /** Links to the GOROOT of a project, for its editor. Created with the first link. */
  links: string;
  /** One line, the version that runs when nothing else decides: `go1.26.1`. */
  defaultFile: string;
  settings: string;
  /** Where the window of the app was. */
  window: string;
  /** One line, the program that opens links into the app; written by the packaged app, read by the command line. */
  linkHandler: string;
  historyDb: string;
  /** May be deleted at any time. */
  cache: string;
  backups: string;
  /** Work in progress; on the same disk as `toolchains`, so that a finished toolchain moves in one rename. */
  staging: string;
  locks: string;
  logs: string;
}

/**
 * The paths of Burrow's home: $BURROW_HOME, or ~/.burrow. Touches no file. Failures: home.unusable when $BURROW_HOME
 * cannot be an entry of PATH, is empty, or is relative.
 */
export function burrowPaths(system: Pick<System, 'env' | 'home' | 'os'>): BurrowPaths {
  const root = system.env['BURROW_HOME'] ?? join(system.home, '.burrow');
  if (root === '') throw failure('home.unusable', { path: root, reason: 'empty' });
  if (!isAbsolute(root)) throw failure('home.unusable', { path: root, reason: 'not-absolute' });
  // The shims folder goes into PATH, whose entries end at a colon, and into profiles, whose lines end at a newline.
  if (/[\n\r\0]/.test(root) || (system.os !== 'windows' && root.includes(':'))) {
    throw failure('home.unusable', { path: root, reason: 'unfit-for-path' });
  }
  return {
    root,
    toolchains: join(root, 'toolchains'),
    shims: join(root, 'shims'),
    shimFunctions: join(root, 'shim-functions'),
    completions: join(root, 'completions'),
    links: join(root, 'links'),
    defaultFile: join(root, 'default'),
    settings: join(root, 'settings.json'),
    window: join(root, 'window.json'),
    linkHandler: join(root, 'link-handler'),
    historyDb: join(root, 'history.db'),
    cache: join(root, 'cache'),
    backups: join(root, 'backups'),
    staging: join(root, 'staging'),
    locks: join(root, 'locks'),
    logs: join(root, 'logs'),
  };
}
