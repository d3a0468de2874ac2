import { implement } from '@orpc/server';
import type { BuildDetail } from '#contract/build';
import { buildsContract } from '#contract/builds';
import type { Comparison } from '#contract/comparison';
import type { History } from '#core/history';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(buildsContract).$context<ApiContext>().use(failing);

export default implementer.router({
  run: implementer.run.handler(async function* ({ context, input, signal }) {
    const { runBuild } = await import('#core/builds');
    return yield* runBuild(context.system, await context.history(), input, signal);
  }),
  record: implementer.record.handler(async ({ context, input }) => {
    const { recordFile } = await import('#core/builds');
    return { build: await recordFile(context.system, await context.history(), input) };
  }),
  history: implementer.history.handler(async ({ context, input }) => {
    const history = await context.history();
    const listed = await history.list(input);
    return { ...listed, notices: noticesOf(history) };
  }),
  backups: implementer.backups.handler(async ({ context }) => {
    const listed = await (await context.history()).backups();
    return { backups: listed.map(({ path: _path, ...backup }) => backup) };
  }),
  restoreBackup: implementer.restoreBackup.handler(async ({ context, input }) =>
    (await context.history()).restoreBackup(input.name),
  ),
  show: implementer.show.handler(async ({ context, input }) => {
    const { namedInHistory } = await import('#core/builds');
    return { build: await namedInHistory(await context.history(), input.id) };
  }),
  compare: implementer.compare.handler(
    async ({ context, input, signal }) => (await comparePair(context, input, signal)).comparison,
  ),
  report: implementer.report.handler(async ({ context, input, signal }) => {
    const { htmlReport } = await import('#core/comparison');
    const { comparison, ...sides } = await comparePair(context, input, signal);
    return { html: htmlReport(comparison, input.locale, sides) };
  }),
  log: implementer.log.handler(async ({ context, input, signal }) => {
    const [{ logOfBuilds }, history] = await Promise.all([import('#core/builds'), context.history()]);
    return logOfBuilds(context.system, await history.get(input.a), await history.get(input.b), signal);
  }),
  forget: implementer.forget.handler(async ({ context, input }) => ({
    forgotten: await (await context.history()).forget(input.id),
  })),
  restore: implementer.restore.handler(async ({ context, input }) => ({
    build: await (await context.history()).restore(input.id),
  })),
  page: implementer.page.handler(async ({ context, input }) => {
    const history = await context.history();
    const { rows, next, damaged, damagedProjects } = await history.page(input);
    return { rows, next, damaged, damagedProjects, notices: noticesOf(history) };
  }),
  count: implementer.count.handler(async ({ context, input }) => ({
    total: await (await context.history()).count(input.filter ?? {}, input.ids),
  })),
  facets: implementer.facets.handler(async ({ context, input }) =>
    (await context.history()).facets(input.project),
  ),
  packages: implementer.packages.handler(async ({ context, input }) =>
    (await context.history()).packages(input),
  ),
  series: implementer.series.handler(async ({ context, input }) => (await context.history()).series(input)),
  trend: implementer.trend.handler(async ({ context, input }) => (await context.history()).trend(input)),
  annotate: implementer.annotate.handler(async ({ context, input: { id, ...annotation } }) => ({
    build: await (await context.history()).annotate(id, annotation),
  })),
  forgetMany: implementer.forgetMany.handler(async function* ({ context, input, signal }) {
    return yield* (await context.history()).forgetMany(input, signal);
  }),
  restoreMany: implementer.restoreMany.handler(async function* ({ context, input, signal }) {
    return yield* (await context.history()).restoreMany(input, signal);
  }),
  forgottenMany: implementer.forgottenMany.handler(async ({ context }) => ({
    calls: await (await context.history()).forgottenMany(),
  })),
  planRetention: implementer.planRetention.handler(async ({ context, input }) =>
    (await context.history()).planRetention(input),
  ),
  applyRetention: implementer.applyRetention.handler(async function* ({ context, input, signal }) {
    return yield* (await context.history()).applyRetention(input, signal);
  }),
  exportRecords: implementer.exportRecords.handler(async ({ context, input }) =>
    (await context.history()).exportTo(input),
  ),
  importRecords: implementer.importRecords.handler(async ({ context, input, signal }) =>
    (await context.history()).importFrom(input.path, signal),
  ),
  mainPackages: implementer.mainPackages.handler(async ({ context, input }) => {
    const { mainPackages } = await import('#core/builds');
    return { packages: await mainPackages(context.system, input.dir) };
  }),
});

/** What the user must be told about the history. */
function noticesOf({ notices }: History) {
  return notices.map(({ code, params }) => ({ code, params }));
}

/** Compares two builds, and returns them too. */
async function comparePair(
  context: ApiContext,
  named: { a: string; b?: string | undefined },
  signal: AbortSignal | undefined,
): Promise<{ comparison: Comparison; a: BuildDetail; b: BuildDetail }> {
  const [{ compareBuilds, compareSeen }, { buildPair, importersOf }] = await Promise.all([
    import('#core/comparison'),
    import('#core/builds'),
  ]);
  const history = await context.history();
  const [a, b] = await buildPair(context.system, history, named);
  if (a.image && b.image) {
    const { lookAtRecord } = await import('#core/images');
    const comparison = await compareSeen(await lookAtRecord(history, a), await lookAtRecord(history, b));
    return { comparison, a, b };
  }
  const importers = await importersOf(context.system, a, b, signal);
  return { comparison: compareBuilds(a, b, { importers }), a, b };
}
