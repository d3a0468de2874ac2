import { execa } from 'execa';
import * as fc from 'fast-check';
import { chmod, rm, utimes } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { applyPlan, planShells, undoChanges } from '#core/profiles';
import { fishText, profileText } from '#testing/profile-texts';
import { ShellHome } from '#testing/shell-home';
import { stressed } from '#testing/stress';

/** Whether the shell accepts the file, as it says itself without running it. */
async function accepts(shell: string, path: string): Promise<boolean> {
  return (await execa(shell, ['-n', path], { reject: false, stdin: 'ignore' })).exitCode === 0;
}

it.each([
  ['zsh', '.zshrc', profileText],
  ['bash', '.bashrc', profileText],
  ['sh', '.profile', profileText],
  ['fish', '.config/fish/conf.d/burrow.fish', fishText],
] as const)('%s accepts what it accepted before, after apply and after undo', async (shell, name, texts) => {
  await using home = await ShellHome.make();
  let edited = 0;
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom(0o600, 0o640, 0o644, 0o755), async (text, mode) => {
      await home.write(name, text);
      await chmod(home.path(name), mode);
      await utimes(home.path(name), 1_500_000_000, 1_500_000_000.125);
      const before = await home.everything();
      const isAccepted = await accepts(shell, home.path(name));
      await applyPlan(home.system, (await planShells(home.system, [shell])).id);
      if ((await home.read(name)) !== text) edited++;
      if (isAccepted) expect(await accepts(shell, home.path(name))).toBe(true);
      if (isAccepted) accepted++;
      await undoChanges(home.system, {});
      expect(await home.everything()).toEqual(before);
      // Without a journal of a thousand entries, which each plan would read.
      await rm(home.path('.burrow'), { recursive: true });
    }),
    { numRuns: stressed(8, 500) },
  );
  expect(edited).toBeGreaterThan(stressed(4, 250));
  expect(accepted).toBeGreaterThan(stressed(2, 150));
  console.log(
    `stress: profiles that ${shell} -n accepts after apply: ${accepted} of ${accepted}, ${edited} edited`,
  );
});
