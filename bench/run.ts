import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Row } from './row.ts';

const benches: Record<string, () => Promise<{ rows(): Row[] | Promise<Row[]> }>> = {
  shim: () => import('./shim.ts'),
  current: () => import('./current.ts'),
  install: () => import('./install.ts'),
  eight: () => import('./eight.ts'),
  discover: () => import('./discover.ts'),
  page: () => import('./page.ts'),
  verify: () => import('./verify.ts'),
  who: () => import('./who-set.ts'),
  consistency: () => import('./consistency.ts'),
  doctor: () => import('./doctor.ts'),
  profiles: () => import('./profiles.ts'),
  env: () => import('./env-list.ts'),
  inspect: () => import('./inspect.ts'),
  treemap: () => import('./treemap.ts'),
  trend: () => import('./trend.ts'),
  compare: () => import('./compare.ts'),
  history: () => import('./history.ts'),
  'image-tree': () => import('./image-tree.ts'),
  kept: () => import('./kept-images.ts'),
  builds: () => import('./builds-page.ts'),
  image: () => import('./image.ts'),
};
const names = Object.keys(benches);

const help = `Measures Burrow's performance against its peers, in one run on one machine. Needs \`npm run build\` first.

  npm run bench                 everything; takes some minutes
  npm run bench -- --only shim  one part; may be repeated: ${names.join(', ')}
`;

/** Whether a goal such as `≤ 1.7` or `≥ 2` is met. */
function meets(value: number, goal: string): boolean {
  const limit = Number(goal.replace(/^\D+/, ''));
  return goal.startsWith('≥') ? value >= limit : value <= limit;
}

function line({ name, value, unit, goal, details }: Row): string {
  const figure = `${value.toFixed(unit === 'x' ? 2 : 0)} ${unit}`;
  return `${meets(value, goal) ? ' ok ' : 'MISS'}  ${figure.padStart(9)}  (goal ${goal})  ${name}\n        ${details}`;
}

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } },
});
const wanted = values.only ?? names;
const unknown = wanted.filter((name) => !names.includes(name));
if (values.help || unknown.length > 0) {
  console.log(help);
  process.exit(values.help ? 0 : 2);
}
for (const name of wanted) {
  const bench = await benches[name]?.();
  for (const row of (await bench?.rows()) ?? []) console.log(line(row));
}
