export { pathLine } from './path-line.ts';
export { RunsAsTag, SupportTag } from './tags.tsx';
export { showToolsHint } from './tools-hint.tsx';
export { usableVersions } from './usable-versions.ts';
export { usePin } from './use-pin.ts';
export { useReleases } from './use-releases.ts';
export { useUnpin } from './use-unpin.ts';
