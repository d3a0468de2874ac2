import type { Inspection } from '#contract/binaries';
import { maskSecrets } from '#core/system';

/** Build settings as they are shown: with secrets masked, in `-ldflags` also the strings that may be one. Pure. */
export function maskSettings(settings: Inspection['settings']): Inspection['settings'] {
  const revision = settings.find(({ key }) => key === 'vcs.revision')?.value;
  return settings.map(({ key, value }) => {
    const masked = maskSecrets(`${key}=${value}`, revision);
    return { key, value: masked.startsWith(`${key}=`) ? masked.slice(key.length + 1) : '***' };
  });
}
