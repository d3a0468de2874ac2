import { execa } from 'execa';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { applyPlan, planShells, undoChanges } from '#core/profiles';
import { ShellHome } from '#testing/shell-home';
import { stressed } from '#testing/stress';
import { compiledCode } from '#testing/compiled-code';

const program = fileURLToPath(new URL('../support/profiles-child.ts', import.meta.url));

/** Applies or undoes in a process that dies before this step; returns whether it was done before. */
async function dieDuring(home: ShellHome, work: 'apply' | 'undo', step: number): Promise<boolean> {
  const env = { ...home.system.env, ...compiledCode };
  const ran = await execa(process.execPath, [program, work, String(step)], {
    env,
    extendEnv: false,
    reject: false,
  });
  return ran.stdout.includes('done');
}

async function apply({ system }: ShellHome): Promise<void> {
  const { id } = await planShells(system, ['zsh', 'bash', 'fish']);
  await applyPlan(system, id);
}

it.each(['apply', 'undo'] as const)('%s that is killed at any step loses nothing', async (work) => {
  const stride = stressed(4, 1);
  let killed = 0;
  for (let step = Math.floor(Math.random() * stride); ; step += stride) {
    await using home = await ShellHome.make();
    await home.write('.zshrc', 'a=\xe9\r\nb=2');
    await home.write('.bashrc', 'a=1\nexec zsh\n');
    const before = await home.everything();
    if (work === 'undo') await apply(home);
    const isDone = await dieDuring(home, work, step);
    // Half of the people go on, and half undo at once.
    if (step % 2 === 0) {
      await apply(home);
      expect(await home.read('.zshrc')).toContain('burrow');
      expect(await home.read('.bashrc')).toContain('burrow');
    }
    await undoChanges(home.system, {});
    expect(await home.everything(), `killed before step ${step}`).toEqual(before);
    if (isDone) break;
    killed++;
  }
  expect(killed).toBeGreaterThan(2);
  console.log(`stress: ${work} of profiles killed at ${killed} steps, 0 lost`);
});
