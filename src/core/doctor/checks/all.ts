import { adoptedToolchains } from './adopted-toolchains.ts';
import { buildCacheSize } from './build-cache-size.ts';
import { buildHistory } from './build-history.ts';
import { burrowCommands } from './burrow-commands.ts';
import { burrowHome } from './burrow-home.ts';
import { cCompiler } from './c-compiler.ts';
import { cacheOwner } from './cache-owner.ts';
import type { Check } from './check.ts';
import { clock } from './clock.ts';
import { commandLineTools } from './command-line-tools.ts';
import { containerEngine } from './container-engine.ts';
import { diskSpace } from './disk-space.ts';
import { git } from './git.ts';
import { goFlags } from './go-flags.ts';
import { goSelection } from './go-selection.ts';
import { goSupport } from './go-support.ts';
import { goVariables } from './go-variables.ts';
import { gopath } from './gopath.ts';
import { installedTools } from './installed-tools.ts';
import { moduleProxies } from './module-proxies.ts';
import { nativeProcessor } from './native-processor.ts';
import { netrc } from './netrc.ts';
import { networkDisk } from './network-disk.ts';
import { networkProxy } from './network-proxy.ts';
import { noexec } from './noexec.ts';
import { pathEntries } from './path-entries.ts';
import { pathOrder } from './path-order.ts';
import { pkgConfig } from './pkg-config.ts';
import { profileLines } from './profile-lines.ts';
import { shellSetup } from './shell-setup.ts';
import { shellsAgree } from './shells-agree.ts';
import { toolchainFiles } from './toolchain-files.ts';
import { toolsOnPath } from './tools-on-path.ts';
import { workFolder } from './work-folder.ts';

/** Every check, in the order in which findings of one severity are shown: what keeps Go from running first. */
export const allChecks: readonly Check[] = [
  goSelection,
  burrowCommands,
  pathOrder,
  shellSetup,
  profileLines,
  shellsAgree,
  goVariables,
  moduleProxies,
  goFlags,
  gopath,
  cCompiler,
  commandLineTools,
  pkgConfig,
  git,
  diskSpace,
  noexec,
  workFolder,
  networkDisk,
  cacheOwner,
  clock,
  networkProxy,
  netrc,
  pathEntries,
  toolsOnPath,
  containerEngine,
  nativeProcessor,
  toolchainFiles,
  adoptedToolchains,
  goSupport,
  buildHistory,
  burrowHome,
  installedTools,
  buildCacheSize,
];
