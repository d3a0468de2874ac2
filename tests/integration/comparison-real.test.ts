import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { verdictSentence } from '#contract/words/verdict';
import { buildPair } from '#core/builds';
import { compareBuilds } from '#core/comparison';
import { openHistory } from '#core/history';
import { localSystem } from '#core/system';
import { realProgram } from '#testing/real-programs';
import { stressed } from '#testing/stress';
import { realPairs } from '../fixtures/real-pairs.ts';

const home = mkdtempSync(join(tmpdir(), 'burrow-pairs-'));
const system = { ...localSystem(), env: { BURROW_HOME: home } };
const chosen = stressed([], realPairs);
let judged = 0;

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
  console.log(`stress: pairs of real releases: ${judged} of ${chosen.length} judged`);
});

it.runIf(chosen.length > 0).for(realPairs)('$name $versions', async (pair, ctx) => {
  const { registry, name, versions, file, verdict } = pair;
  const [before, after] = versions;
  const [a, b] = [
    await realProgram(ctx, registry, name, before, file(before)),
    await realProgram(ctx, registry, name, after, file(after)),
  ];
  const history = await openHistory(system);
  try {
    const comparison = compareBuilds(...(await buildPair(system, history, { a, b })));
    const causes = comparison.verdict?.causes ?? [];
    expect(causes.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(comparison.change.change);
    expect(verdictSentence(comparison, 'en')).toMatch(verdict);
    judged++;
  } finally {
    await history.close();
  }
});
