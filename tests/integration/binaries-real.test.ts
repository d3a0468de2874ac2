import { afterAll, expect, it } from 'vitest';
import { inspectBinary } from '#core/binaries';
import { whyNoGo } from '#testing/go-programs';
import { bucketBytes, expectAgreesWithGoVersion, expectConsistent } from '#testing/inspected';
import { realProgram } from '#testing/real-programs';
import { stressed } from '#testing/stress';
import { realPrograms } from '../fixtures/real-programs.ts';

/** In a normal run, one that has no build info and one whose function table is of an old format. */
const chosen = stressed(
  realPrograms.filter(({ version, target }) => /^0\.(8|27)\.0$/.test(version) && target === 'linux/amd64'),
  realPrograms,
);
let read = 0;

it.for(chosen)('$name $version', async ({ registry, name, version, file, target, goVersion, has }, ctx) => {
  const missing = await whyNoGo();
  if (missing) ctx.skip(missing);
  const program = await realProgram(ctx, registry, name, version, file);
  const inspection = await inspectBinary(program);
  expectConsistent(inspection);
  expect(inspection).toMatchObject({ target, compiler: 'gc', packagesMissing: null });
  if (goVersion === null) await expectAgreesWithGoVersion(program, inspection);
  else expect(inspection.goVersion).toBe(goVersion);
  const names = new Set(inspection.packages.map((p) => p.path));
  expect(['main', 'runtime', has].filter((path) => !names.has(path))).toEqual([]);
  // Of a program that is built from modules, each package has an owner.
  const { mainModule, modules, standardLibrary } = inspection;
  if (mainModule) {
    const owned = [mainModule, standardLibrary, ...modules].reduce((sum, each) => sum + each.packages, 0);
    expect(owned).toBe(inspection.packages.filter((p) => !p.path.startsWith('(')).length);
  }
  const code = inspection.packages.reduce((sum, p) => sum + p.codeBytes, 0);
  // The text of AIX also has the read-only data.
  expect(code / bucketBytes(inspection, 'code')).toBeGreaterThan(target === 'aix/ppc64' ? 0.75 : 0.94);
  read++;
});

afterAll(() => console.log(`stress: real programs: ${read} of ${chosen.length} read`));
