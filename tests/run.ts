import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { costText, startMeasuring } from './runners/machine-load.ts';
import { type Part, parts } from './runners/parts.ts';
import { addTallies, failedOne, slowestLines, summaryLine, type Tally } from './runners/tally.ts';
import { setUp } from './prerequisites/provide.ts';

const help = `Runs everything that proves Burrow, after setting up what that needs.

  npm test                      all of it
  npm test -- --only unit       one part, with the parts that it needs; may be given several times

Parts, in order: ${parts.map(({ name }) => name).join(', ')}.
The last line is always \`N passed, N failed, N skipped\`. Before it are the slowest tests, how many attacks and losses
were tried (all of them with BURROW_STRESS=1), and why each skipped test was skipped and each failed test failed; what begins with \`network:\` is a failure of the network and not of Burrow.
`;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const options = read(args);
  if (options === null || options.help) {
    console.log(help);
    return options === null ? 2 : 0;
  }
  await setUp((line) => console.log(`setup: ${line}`)).catch((error: unknown) => {
    // Tests that miss something say so themselves.
    console.log(`setup: gave up: ${String(error)}`);
  });

  const tallies = new Map<string, Tally>();
  for (const part of parts.filter(({ name }) => options.wanted.has(name))) {
    tallies.set(part.name, await runPart(part, tallies));
  }

  const total = addTallies([...tallies.values()]);
  console.log(`\nthe slowest tests:\n${slowestLines(total, 20).join('\n')}\n`);
  for (const figure of total.figures) console.log(`tried: ${figure}`);
  for (const { name, reason } of total.skipped) console.log(`skipped: ${name}: ${reason}`);
  for (const { name, reason } of total.failed) console.log(`failed: ${name}: ${reason}`);
  console.log(summaryLine(total));
  return total.failed.length > 0 ? 1 : 0;
}

/** Returns null if the arguments make no sense. */
function read(args: string[]): { help: boolean; wanted: Set<string> } | null {
  try {
    const { values } = parseArgs({
      args,
      options: { only: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } },
    });
    const named = values.only ?? parts.map(({ name }) => name);
    const chosen = parts.filter(({ name }) => named.includes(name));
    if (new Set(named).size !== chosen.length) return null;
    const stoodOn = chosen.flatMap(({ after }) => after ?? []);
    return { help: values.help ?? false, wanted: new Set([...chosen.map(({ name }) => name), ...stoodOn]) };
  } catch {
    return null;
  }
}

async function runPart(part: Part, earlier: ReadonlyMap<string, Tally>): Promise<Tally> {
  console.log(`\n== ${part.name}`);
  if (part.after !== undefined && (earlier.get(part.after)?.failed.length ?? 0) > 0) {
    console.log(`not run: ${part.after} failed`);
    return failedOne(part.name, `not run: ${part.after} failed`);
  }
  const cost = startMeasuring();
  const tally = await part.run().catch((error: unknown) => failedOne(part.name, String(error)));
  console.log(`-- ${part.name}: ${summaryLine(tally)} (${costText(cost())})`);
  return tally;
}
