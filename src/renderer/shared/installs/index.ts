export { CancellableProgress } from './cancellable-progress.tsx';
export { InstallProgressLine } from './install-progress-line.tsx';
export { InstallTranslated } from './install-translated.tsx';
export {
  dismissInstall,
  followInstalls,
  type Install,
  onInstalled,
  onInstallFailed,
  refreshToolchains,
  startInstall,
  useInstalls,
} from './installs.ts';
export { fractionDone, progressLine } from './progress-line.ts';
