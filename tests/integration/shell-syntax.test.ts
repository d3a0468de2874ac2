import { execa } from 'execa';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyPlan, planShells, undoChanges } from '#core/profiles';
import { profileText } from '#testing/profile-texts';
import { ShellHome } from '#testing/shell-home';
import { stressed } from '#testing/stress';

/** Whether the shell accepts the file, as it says itself without running it. */
async function accepts(shell: string, path: string): Promise<boolean> {
  return (await execa(shell, ['-n', path], { reject: false, stdin: 'ignore' })).exitCode === 0;
}

it.each([
  ['zsh', '.zshrc'],
  ['bash', '.bashrc'],
  ['sh', '.profile'],
] as const)('%s accepts what it accepted before, after apply and after undo', async (shell, name) => {
  await using home = await ShellHome.make();
  let edited = 0;
  await fc.assert(
    fc.asyncProperty(profileText, async (text) => {
      await home.write(name, text);
      const before = await accepts(shell, home.path(name));
      await applyPlan(home.system, (await planShells(home.system, [shell])).id);
      if ((await home.read(name)) !== text) edited++;
      if (before) expect(await accepts(shell, home.path(name))).toBe(true);
      await undoChanges(home.system, {});
      expect(await home.read(name)).toBe(text);
    }),
    { numRuns: stressed(15, 500) },
  );
  expect(edited).toBeGreaterThan(stressed(8, 250));
});
