import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drain } from '#contract/streams';
import { isFailure } from '#contract/failure';
import type { ProxyCheck, ProxyReport } from '#contract/proxies';
import { ask, escapedPath, moduleHash, modulePath, moduleVersion } from '#core/toolchains';
import { fileFailure, maskSecrets, prepareHome, type System, unpackZip } from '#core/system';

/** A version of a module. */
export interface ModuleVersion {
  path: string;
  version: string;
}

/** Requests of one small file, to measure the time that a proxy takes. */
const samples = 5;
/** A toolchain that every proxy of toolchains has. */
const someToolchain = { version: 'go1.21.0', os: 'linux', arch: 'amd64' };

interface Answered {
  check: ProxyCheck;
  body: Buffer;
}

/** What ends a request. */
export interface Limits {
  /** ms without an answer after which a proxy counts as slow. Go itself has no limit. */
  patienceMs: number;
  signal?: AbortSignal | undefined;
}

/** What a proxy says about a version of a module. `database`: the name of the checksum database; null: none is asked. */
export async function probeProxy(
  system: System,
  proxy: string,
  { module, database, ...limits }: Limits & { module: ModuleVersion; database: string | null },
): Promise<ProxyReport> {
  const get = (path: string) => answerOf(system, `${proxy}/${path}`, limits);
  const of = `${escapedPath(module.path)}/@v`;
  const version = escapedPath(module.version);
  const toolchainFile = `${modulePath}/@v/${moduleVersion(someToolchain)}.info`;
  const [list, info, mod, zip, toolchain, supported] = await Promise.all([
    get(`${of}/list`),
    get(`${of}/${version}.info`),
    get(`${of}/${version}.mod`),
    get(`${of}/${version}.zip`),
    get(toolchainFile),
    database === null ? null : get(`sumdb/${database}/supported`),
  ]);
  const hash = zip.check.outcome === 'ok' ? await hashOf(system, module, zip.body, limits.signal) : null;
  return {
    url: maskSecrets(proxy),
    list: list.check,
    info: isVersion(info.body) ? info.check : wrongContent(info.check),
    mod: mod.check,
    zip: hash === null ? wrongContent(zip.check) : zip.check,
    toolchain: toolchain.check,
    database: supported?.check ?? null,
    latency:
      info.check.outcome === 'ok' ? await latencyOf(system, `${proxy}/${of}/${version}.info`, limits) : null,
    hash,
    isRight: null,
  };
}

async function answerOf(system: System, url: string, { patienceMs, signal }: Limits): Promise<Answered> {
  const start = performance.now();
  const took = () => Math.round(performance.now() - start);
  try {
    const { status, body } = await ask(system, url, {
      idleTimeoutMs: patienceMs,
      timeoutMs: 2 * patienceMs,
      signal,
    });
    const outcome = status === 200 ? 'ok' : status === 404 || status === 410 ? 'missing' : 'failed';
    return { check: { outcome, status, ms: took(), detail: null }, body };
  } catch (error) {
    if (!isFailure(error) || error.code === 'cancelled') throw error;
    const detail = typeof error.params['detail'] === 'string' ? error.params['detail'] : null;
    const isSlow = error.code === 'download.slow' || took() >= patienceMs;
    const outcome = isSlow ? 'slow' : 'unreachable';
    return { check: { outcome, status: null, ms: took(), detail }, body: Buffer.alloc(0) };
  }
}

/** An answer with status 200 that is not what was asked for, as a page to log in is. */
function wrongContent(check: ProxyCheck): ProxyCheck {
  return check.outcome === 'ok' ? { ...check, outcome: 'failed' } : check;
}

function isVersion(body: Buffer): boolean {
  try {
    const parsed: unknown = JSON.parse(body.toString());
    return typeof parsed === 'object' && parsed !== null && 'Version' in parsed;
  } catch {
    return false;
  }
}

async function latencyOf(system: System, url: string, limits: Limits): Promise<ProxyReport['latency']> {
  const answers = await Promise.all(Array.from({ length: samples }, () => answerOf(system, url, limits)));
  const times = answers
    .filter(({ check }) => check.outcome === 'ok')
    .map(({ check }) => check.ms)
    .toSorted((a, b) => a - b);
  const [min] = times;
  if (min === undefined) return null;
  return { median: times[Math.floor(times.length / 2)] ?? min, min, samples: times.length };
}

/** The hash of a module's zip; null: it is no zip of this module. Failures: cancelled, home.unusable, disk.full. */
async function hashOf(
  system: System,
  { path, version }: ModuleVersion,
  zip: Buffer,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  const { staging } = await prepareHome(system);
  const folder = join(staging, `module-${crypto.randomUUID()}`);
  try {
    await mkdir(folder, { mode: 0o700 });
    const archive = join(folder, 'module.zip');
    await writeFile(archive, zip);
    const root = `${path}@${version}`;
    const unpacked = await drain(unpackZip({ archive, into: join(folder, 'module'), root, signal }));
    return moduleHash(`${root}/`, unpacked.files);
  } catch (error) {
    // A disk without room says nothing about the zip.
    const problem = fileFailure(error, folder);
    if (isFailure(problem, 'cancelled') || isFailure(problem, 'disk.full')) throw problem;
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
