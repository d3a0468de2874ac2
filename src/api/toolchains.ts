import { implement } from '@orpc/server';
import { toolchainsContract } from '#contract/toolchains';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';
import { usersOf } from './toolchain-users.ts';

const implementer = implement(toolchainsContract).$context<ApiContext>().use(failing);

export default implementer.router({
  available: implementer.available.handler(async ({ context, input, signal }) => {
    const { availableReleases } = await import('#core/toolchains');
    return availableReleases(context.system, { ...input, signal });
  }),
  list: implementer.list.handler(async ({ context }) => {
    const { inventory, updatesFor } = await import('#core/toolchains');
    const [{ toolchains, newest, known }, users] = await Promise.all([
      inventory(context.system),
      usersOf(context),
    ]);
    const listed = toolchains.map((toolchain) => ({
      ...toolchain,
      usedBy: users?.get(toolchain.path) ?? [],
    }));
    return { toolchains: listed, newest, updates: updatesFor(listed), known };
  }),
  install: implementer.install.handler(async function* ({ context, input, signal }) {
    const { installToolchain } = await import('#core/switching');
    return yield* installToolchain(context.system, input, signal);
  }),
  known: implementer.known.handler(async ({ context }) => {
    const { installedVersions, knownVersions } = await import('#core/toolchains');
    const [installed, releases] = await Promise.all([
      installedVersions(context.system),
      knownVersions(context.system),
    ]);
    return { installed: [...new Set(installed.map(({ version }) => version))], releases };
  }),
  sourceNeeds: implementer.sourceNeeds.handler(async ({ context, input }) => {
    const { sourceNeeds } = await import('#core/toolchains');
    return sourceNeeds(context.system, input);
  }),
  named: implementer.named.handler(async ({ context, input }) => {
    const { namedToolchain } = await import('#core/toolchains');
    const [toolchain, users] = await Promise.all([namedToolchain(context.system, input), usersOf(context)]);
    return { toolchain: { ...toolchain, usedBy: users?.get(toolchain.path) ?? [] } };
  }),
  remove: implementer.remove.handler(async ({ context, input }) => {
    const { removeToolchain } = await import('#core/switching');
    return removeToolchain(context.system, input);
  }),
  discover: implementer.discover.handler(async ({ context }) => {
    const { discoverToolchains } = await import('#core/toolchains');
    return { found: await discoverToolchains(context.system) };
  }),
  adopt: implementer.adopt.handler(async ({ context, input }) => {
    const { adoptToolchain } = await import('#core/switching');
    return { toolchain: await adoptToolchain(context.system, input) };
  }),
  forget: implementer.forget.handler(async ({ context, input }) => {
    const { forgetToolchain } = await import('#core/switching');
    return forgetToolchain(context.system, input);
  }),
  takeOver: implementer.takeOver.handler(async ({ context, input }) => {
    const [{ takeOver }, history] = await Promise.all([import('#core/switching'), context.history()]);
    const projects = (await history.projects()).map(({ path }) => path);
    return takeOver(context.system, input, projects);
  }),
});
