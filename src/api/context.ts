import type { BuildRuns } from '#core/builds';
import type { InstallRuns } from '#core/switching';
import type { History } from '#core/history';
import type { HostEnvironment } from '#contract/consistency';
import { type Failure, isFailure } from '#contract/failure';
import type { System } from '#core/system';
import { logBug } from './log.ts';

/** What every procedure has access to. */
export interface ApiContext {
  system: System;
  /** Where the environment of this host comes from. */
  environment: Promise<HostEnvironment>;
  /** The history of this host; opened by the first call, so that `burrow current` never loads SQLite. */
  history(): Promise<History>;
  /** The same for work that is possible without the history; null if it cannot be opened, which becomes a notice. */
  historyIfReadable(): Promise<History | null>;
  /** The builds that this host runs while pages come and go. */
  runs(): Promise<BuildRuns>;
  /** The installs that this host runs in the same way. */
  installs(): Promise<InstallRuns>;
}

/** An ApiContext that its owner must close. */
export interface OwnedContext {
  context: ApiContext;
  /** What the user must be told about the history, if it was opened. Each notice is returned once. */
  notices: () => Promise<Failure[]>;
  /** Ends the builds and installs that run, and closes the history if it was opened. */
  close: () => Promise<void>;
}

/** Creates the context of one host. If opening the history fails, the next call tries again. */
export function createContext(
  system: System,
  environment: Promise<HostEnvironment> = Promise.resolve({ from: 'start' }),
): OwnedContext {
  let opened: Promise<History> | undefined;
  let failed: Failure | null = null;
  const said = new Set<Failure>();
  const history = () => {
    opened ??= import('#core/history')
      .then(({ openHistory }) => openHistory(system))
      .catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
    return opened;
  };
  const historyIfReadable = async () => {
    try {
      return await history();
    } catch (error) {
      if (!isFailure(error) || hasNoHome(error)) throw error;
      failed = error;
      return null;
    }
  };
  let builds: Promise<BuildRuns> | undefined;
  const runs = () => {
    builds ??= import('#core/builds').then(({ BuildRuns }) => {
      const onBug = (error: unknown) => void logBug(system, 'runs.start', error);
      return new BuildRuns(system, history, onBug);
    });
    return builds;
  };
  let installing: Promise<InstallRuns> | undefined;
  const installs = () => {
    installing ??= import('#core/switching').then(({ InstallRuns }) => {
      const onBug = (error: unknown) => void logBug(system, 'installs.start', error);
      return new InstallRuns(system, onBug);
    });
    return installing;
  };
  const notices = async () => {
    const open = await opened?.catch(() => null);
    const unsaid = [...(failed ? [failed] : []), ...(open?.notices ?? [])].filter((each) => !said.has(each));
    for (const each of unsaid) said.add(each);
    return unsaid;
  };
  const close = async () => {
    // They record what they were cancelled at.
    await Promise.all([builds?.then((some) => some.close()), installing?.then((some) => some.close())]);
    const closing = opened;
    opened = undefined;
    // If opening it failed, the caller of `history` has been told, and there is nothing to close.
    await closing?.then(
      (open) => open.close(),
      () => {},
    );
  };
  return { context: { system, environment, history, historyIfReadable, runs, installs }, notices, close };
}

/** Whether there is no home and there can be none, so that nothing in it can be read either. */
function hasNoHome({ code, params }: Failure): boolean {
  return code === 'home.unusable' && ['not-a-folder', 'cannot-be-made'].includes(String(params['reason']));
}
