import { failure, isFailure, isFailureOfClass } from '#contract/failure';
import type { ProxyReport, ProxyTest } from '#contract/proxies';
import { maskSecrets, type System } from '#core/system';
import { lookUp, parseChecksumDatabase, parseProxies } from '#core/toolchains';
import { type Limits, type ModuleVersion, probeProxy } from './probe.ts';
import { routeOf } from './route.ts';
import { defaultProxies, moduleVariables, moduleVariablesSet } from './settings.ts';
import { rightList } from './right-list.ts';
import { type DatabaseAnswer, type Observed, verdictOf, walkToDatabase } from './verdict.ts';

/** A small module that every proxy has. */
const someModule = 'rsc.io/quote@v1.5.2';

/**
 * Asks every proxy of a value of GOPROXY, side by side, for a version of a module, and says what Go would do with the
 * list. Yields each proxy's report as it is complete. `value`: by default the one in effect; null: Go's default, which
 * takes a Go. Failures: proxy.no-module, those of moduleVariables, cancelled.
 */
export async function* testProxies(
  system: System,
  {
    dir,
    value,
    module: given = someModule,
  }: { dir: string; value?: string | null | undefined; module?: string | undefined },
  { patienceMs = 8000, signal }: Partial<Limits> = {},
): AsyncGenerator<ProxyReport, ProxyTest> {
  const module = readModule(given);
  const variables = await moduleVariables(system, dir).catch(async (error: unknown) => {
    // A proxy can be asked before there is a Go: the set-up refers to this where none answers.
    const set = isFailureOfClass(error, 'not-installed') ? await moduleVariablesSet(system, value) : null;
    if (set === null) throw error;
    return set;
  });
  const goproxy = value === null ? await defaultProxies(system, dir) : (value ?? variables.GOPROXY);
  const entries = parseProxies(goproxy);
  const isChecked = routeOf(module.path, { ...variables, GOPROXY: goproxy }).database !== null;
  const database = isChecked ? parseChecksumDatabase(variables.GOSUMDB) : null;
  const name = database && !database.isAddressed ? database.key.name : null;

  const urls = [...new Set(entries.map(({ url }) => url))].filter((url) => url !== 'direct' && url !== 'off');
  const pending = new Map(
    urls.map((url) => [
      url,
      probeProxy(system, url, { module, database: name, patienceMs, signal }).then(
        (report) => [url, report] as const,
      ),
    ]),
  );
  const reports = new Map<string, ProxyReport>();
  while (pending.size > 0) {
    const [url, report] = await Promise.race(pending.values());
    pending.delete(url);
    reports.set(url, report);
    yield report;
  }

  const asked = database && (await askDatabase(system, { database, module, entries, reports, signal }));
  const answer: DatabaseAnswer = asked && { hash: asked.hash, isReachable: asked.problem === null };
  const verdict = verdictOf(entries, reports, answer);
  // A list that reaches a proxy which passes on the database is taken to reach it.
  const right = rightList(entries, (list) =>
    verdictOf(list, reports, walkToDatabase(list, reports).end === 'ok' ? null : answer),
  );
  return {
    module: given,
    value: maskSecrets(goproxy),
    proxies: urls.flatMap((url) => {
      const report = reports.get(url);
      if (!report) return [];
      const isKnown = report.hash !== null && asked !== null && asked.hash !== null;
      return [{ ...report, isRight: isKnown ? report.hash === asked.hash : null }];
    }),
    database: asked,
    verdict: masked(verdict),
    right: right && maskSecrets(right),
  };
}

/** `path@version`. Failures: usage.invalid. */
function readModule(given: string): ModuleVersion {
  const [, path, version] = /^([^@\s]+)@(v\d[^@\s/]*)$/.exec(given) ?? [];
  if (path === undefined || version === undefined) throw failure('proxy.no-module', { given });
  return { path, version };
}

/** Asks the database as Go would: through the first proxy that passes it on, otherwise directly. */
async function askDatabase(
  system: System,
  {
    database,
    module,
    entries,
    reports,
    signal,
  }: {
    database: NonNullable<ReturnType<typeof parseChecksumDatabase>>;
    module: ModuleVersion;
    entries: Parameters<typeof walkToDatabase>[0];
    reports: ReadonlyMap<string, Observed>;
    signal: AbortSignal | undefined;
  },
): Promise<NonNullable<ProxyTest['database']>> {
  const walk = walkToDatabase(entries, reports);
  const proxies = walk.end === 'ok' ? [walk.at] : [];
  try {
    const { hash } = await lookUp(system, database, module, { proxies, signal });
    return { name: database.key.name, hash, problem: null };
  } catch (error) {
    if (!isFailure(error) || error.code === 'cancelled') throw error;
    return { name: database.key.name, hash: null, problem: { code: error.code, params: error.params } };
  }
}

function masked(verdict: ProxyTest['verdict']): ProxyTest['verdict'] {
  if ('at' in verdict && verdict.at !== null) return { ...verdict, at: maskSecrets(verdict.at) };
  return 'via' in verdict ? { ...verdict, via: maskSecrets(verdict.via) } : verdict;
}
