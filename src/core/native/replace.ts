import { failure } from '#contract/failure';
import type { Replacement, TranslatedGo } from '#contract/native';
import type { InstallProgress } from '#contract/install-progress';
import type { InstallResult } from '#contract/toolchains';
import type { System } from '#core/system';
import { hasDefault } from '#core/toolchains';
import { installToolchain, removeToolchain, useGo, verifyToolchains } from '#core/switching';
import { look, type Users } from './scene.ts';
import { translatedIn } from './translated.ts';

/**
 * Replaces a translated toolchain that is in use, the finding with this `path`, with the native build of its version.
 * The native one is installed and verified first. Every pin then selects it, because pins contain no processor; this
 * is checked by resolving every known project again. Only then is the translated one removed if Burrow installed it,
 * or forgotten if it was adopted. Any other is kept, and if Burrow has no default, the native one becomes the
 * default. If interrupted, both remain, and the native one runs.
 *
 * `users` returns the users of each toolchain; it is called before and after. Failures: toolchain.not-translated,
 * version.no-native-build, those of `installToolchain` and `verifyToolchains`.
 */
export async function* replaceWithNative(
  system: System,
  { path }: { path: string },
  users: () => Promise<Users>,
  signal?: AbortSignal,
): AsyncGenerator<InstallProgress, Replacement> {
  const { findings } = translatedIn(system, await look(system, await users()));
  const translated = findings.find((each) => each.path === path);
  if (!translated) throw failure('toolchain.not-translated', { path });
  const { version, os, noNative: reason } = translated;
  if (reason !== null) throw failure('version.no-native-build', { version, reason, installed: true });

  const noDefault = !(await hasDefault(system));
  const installed = yield* installToolchain(system, { version, os, arch: system.arch }, signal);
  const doubt = yield* doubtOf(system, installed, signal);
  if (signal?.aborted) throw failure('cancelled', {});
  // Where PATH ran somebody else's Go for want of a default, the native one is the default from now on.
  const made = noDefault && translated.kind === 'found' && doubt !== 'damaged';
  if (made) await useGo(system, { version, global: true });

  const after = await look(system, await users());
  const now = after.users.get(installed.toolchain.path) ?? [];
  const moved = translated.usedBy.filter((folder) => now.includes(folder));
  const still = translatedIn(system, after).findings.find((each) => each.path === path);
  const because =
    doubt ?? (translated.kind === 'found' ? 'not-ours' : needOf(translated, still, after.users));
  if (because === null) await removeToolchain(system, { version, os, arch: translated.arch });
  const native = after.here.find(({ toolchain }) => toolchain.path === installed.toolchain.path)?.toolchain;
  return {
    ...installed,
    toolchain: { ...(native ?? installed.toolchain), usedBy: [...now] },
    translated,
    default: made ? 'made' : translated.default && native?.default ? 'moved' : null,
    moved,
    stayed: translated.usedBy.filter((folder) => !now.includes(folder)),
    old: because !== null ? 'kept' : translated.kind === 'adopted' ? 'forgotten' : 'removed',
    because,
    bytes: because === null ? translated.bytes : 0,
    onPath: still?.onPath ?? null,
  };
}

/** Why the native one cannot be relied on. null: it is verified, and has just been installed or compared. */
async function* doubtOf(
  system: System,
  { toolchain, already }: InstallResult,
  signal: AbortSignal | undefined,
): AsyncGenerator<InstallProgress, 'not-verified' | 'damaged' | null> {
  const { version, os, arch, verified } = toolchain;
  if (!verified) return 'not-verified';
  if (!already) return null;
  const { verifications } = yield* verifyToolchains(system, { version, os, arch }, signal);
  return verifications.some(({ findings }) => findings.length > 0) ? 'damaged' : null;
}

/** Why the translated one is still needed; `still` is its finding now that the native one is installed. */
function needOf(
  { kind, path }: TranslatedGo,
  still: TranslatedGo | undefined,
  users: Users,
): 'in-use' | 'on-path' | null {
  if (!still) return null;
  // For an adopted one only Burrow's link is removed, so it can still be reached through PATH.
  if (kind === 'adopted') return still.default || users.has(path) ? 'in-use' : null;
  return still.onPath === null ? 'in-use' : 'on-path';
}
