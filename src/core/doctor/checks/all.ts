import { adoptedToolchains } from './adopted-toolchains.ts';
import { buildHistory } from './build-history.ts';
import { burrowCommands } from './burrow-commands.ts';
import { burrowHome } from './burrow-home.ts';
import type { Check } from './check.ts';
import { goSelection } from './go-selection.ts';
import { goSupport } from './go-support.ts';
import { goVariables } from './go-variables.ts';
import { installedTools } from './installed-tools.ts';
import { moduleProxies } from './module-proxies.ts';
import { nativeProcessor } from './native-processor.ts';
import { pathOrder } from './path-order.ts';
import { profileLines } from './profile-lines.ts';
import { shellSetup } from './shell-setup.ts';
import { shellsAgree } from './shells-agree.ts';
import { toolchainFiles } from './toolchain-files.ts';

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
  nativeProcessor,
  toolchainFiles,
  adoptedToolchains,
  goSupport,
  buildHistory,
  burrowHome,
  installedTools,
];
