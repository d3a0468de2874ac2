import { isFailure } from '#contract/failure';
import { burrowPaths, type System } from '#core/system';
import { moduleCacheFolder, readGorootEnvFile, readUserEnvFile, settingsOf } from '#core/toolchains';
import { findToolchain } from './find.ts';
import { candidatesOf, type GoSwitch, outcomeOf, type Started } from './outcome.ts';
import { hasGoMod, readRequirements } from './requirements.ts';
import { knowsSwitching, type Selected, select } from './select.ts';

/**
 * Predicts what Go's own switching (https://go.dev/doc/toolchain) does when a Go is started in `dir`, from the same
 * variables and files that Go reads. Runs and downloads nothing.
 */
export async function goSwitch(
  system: System,
  dir: string,
  { started, installed }: { started: Started; installed: readonly { version: string; path: string }[] },
): Promise<GoSwitch> {
  const switches = knowsSwitching(started.version);
  const user = await readUserEnvFile(system, dir);
  const { goroot } = started;
  const ofGoroot = goroot !== null && switches ? await readGorootEnvFile(goroot) : null;
  const settings = (name: string) => settingsOf(name, system.env, [user, ofGoroot]);
  const value = (name: string) => settings(name)[0]?.value ?? '';

  const places = settings('GOTOOLCHAIN');
  // Burrow starts what a pin chose with GOTOOLCHAIN=local, unless the environment says otherwise.
  const isHeld = started.isPinned && !system.env['GOTOOLCHAIN'];
  const setting = isHeld || !switches ? null : (places[0] ?? null);
  const gotoolchain = isHeld ? 'local' : (setting?.value ?? '');
  const modules = await usesModules(system, dir, value('GO111MODULE'));
  const required = modules ? await readRequirements(system, dir, { gowork: value('GOWORK'), goroot }) : null;

  const asked = {
    local: started.version,
    gotoolchain,
    required,
    expected: system.env['GOTOOLCHAIN_INTERNAL_SWITCH_VERSION'] ?? '',
  };
  const selected: Selected = modules && switches ? select(asked) : { kind: 'stays' };
  const found =
    selected.kind === 'switches'
      ? await findToolchain(system, selected.to, {
          dir,
          shims: burrowPaths(system).shims,
          installed,
          moduleCache: moduleCacheFolder(
            { gomodcache: value('GOMODCACHE'), gopath: value('GOPATH') },
            system.home,
          ),
          arch: started.arch,
        })
      : null;
  const facts = { started, gotoolchain, setting, required: isFailure(required) ? null : required };
  const outcome = outcomeOf(facts, selected, found);
  return { ...outcome, candidates: candidatesOf(places, setting, outcome) };
}

/** Without modules, Go ignores go.mod and does not switch (WillBeEnabled in cmd/go/internal/modload/init.go). */
async function usesModules(system: System, dir: string, go111module: string): Promise<boolean> {
  if (go111module === 'auto') return hasGoMod(system, dir);
  return go111module === '' || go111module === 'on';
}
