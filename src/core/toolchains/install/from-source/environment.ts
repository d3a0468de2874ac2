import { join } from 'node:path';
import type { System } from '#core/system';
import { compareVersions, type ToolchainId } from '../../versions/index.ts';

/** The folders of a build, all below one in staging/. */
export interface Workshop {
  /** Where the source archive is unpacked and built. */
  goroot: string;
  home: string;
  temporary: string;
  cache: string;
}

/** Pure. */
export function workshopIn(folder: string): Workshop {
  return {
    goroot: join(folder, 'go'),
    home: join(folder, 'home'),
    temporary: join(folder, 'tmp'),
    cache: join(folder, 'cache'),
  };
}

/** Needed by Apple's compiler. */
const passedOn = ['DEVELOPER_DIR', 'SDKROOT'];

/**
 * The environment of make.bash; `final` is the GOROOT's later path. It has next to nothing of the user's environment:
 * cmd/dist writes GOAMD64, CC, CGO_ENABLED, GOEXPERIMENT and others into the toolchain as defaults, and HOME, GOENV or
 * GOFLAGS would make it differ from the published one. Everything is written in staging/.
 */
export function buildEnvironment(
  system: Pick<System, 'env'>,
  { version, arch }: ToolchainId,
  { bootstrap, final, workshop }: { bootstrap: string; final: string; workshop: Workshop },
): Record<string, string> {
  const { home, temporary, cache } = workshop;
  const kept = passedOn.flatMap((name) => {
    const value = system.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    PATH: system.env['PATH'] || '/usr/bin:/bin',
    HOME: home,
    TMPDIR: temporary,
    LC_ALL: 'C',
    GOCACHE: cache,
    GOENV: 'off',
    GOFLAGS: '',
    GOPROXY: 'off',
    GOTOOLCHAIN: 'local',
    GOROOT_BOOTSTRAP: bootstrap,
    // Otherwise a translated Go would report the processor that it sees.
    GOHOSTARCH: arch,
    // Before Go 1.9, Go knows its GOROOT only by this; make.bash -distpack, since Go 1.21, leaves it open.
    ...(compareVersions(version, 'go1.21') < 0 ? { GOROOT_FINAL: final } : {}),
    // Their make.bash runs the bootstrap Go without modules.
    ...(compareVersions(version, 'go1.13') < 0 ? { GO111MODULE: 'off' } : {}),
  };
}
