import { join } from 'node:path';
import { failure, isFailure } from '#contract/failure';
import { findOnPath, isProgram, maskSecrets, streamBytes, type System } from '#core/system';
import { z } from 'zod';
import type { Connection } from './connect.ts';
import { askedOf, type NativeImage, nativeImage, nerdctlAnswer } from './nerdctl-answers.ts';

/*
 * containerd serves no API of Docker's. Its own command, nerdctl, answers in its place: what it says is put into the words of
 * Docker's API, so that everything that reads images reads these, too.
 */

const scheme = 'nerdctl://';

/** The addresses of the nerdctl commands here: on PATH, that of Lima's default instance, and Rancher Desktop's. */
export async function nerdctlAddresses(system: Pick<System, 'env' | 'home' | 'os'>): Promise<string[]> {
  if (system.os === 'windows') return [];
  const rancher = join(system.home, '.rd/bin/nerdctl');
  const found = [
    await findOnPath(system, 'nerdctl'),
    await findOnPath(system, 'nerdctl.lima'),
    (await isProgram(rancher)) ? rancher : null,
  ];
  return [...new Set(found)].flatMap((path) => (path === null ? [] : scheme + path));
}

/** Whether an address is that of a nerdctl command. */
export function isNerdctl(address: string): boolean {
  return address.startsWith(scheme);
}

/** ms. nerdctl says its version in 0.1 s, in a virtual machine in 1 s. */
const versionTimeoutMs = 5000;
const timeoutMs = 30_000;

/**
 * Connects through nerdctl. Only commands that `nerdctlAddresses` finds are run, wherever an address comes from. Failures:
 * engine.not-running, .slow, .refused, .unsupported, .unreadable.
 */
export async function connectNerdctl(system: System, address: string): Promise<Connection> {
  const endpoint = maskSecrets(address);
  if (!(await nerdctlAddresses(system)).includes(address)) throw failure('engine.unsupported', { endpoint });
  const file = address.slice(scheme.length);
  const say = (args: readonly string[], ms = timeoutMs) => runNerdctl(system, endpoint, { file, args, ms });
  const said = nerdctlAnswer(await say(['version', '--format', 'json'], versionTimeoutMs), endpoint);
  const version = said.version();
  const inspect = async (names: readonly string[]): Promise<NativeImage[]> => {
    return nerdctlAnswer(await say(['image', 'inspect', '--mode=native', ...names]), endpoint).images();
  };
  const answerTo = async (path: string): Promise<unknown> => {
    const asked = askedOf(path);
    switch (asked.what) {
      case 'info':
        return nerdctlAnswer(await say(['info', '--format', 'json']), endpoint).info();
      case 'list': {
        const names = nerdctlAnswer(await say(['image', 'ls', '--format', 'json']), endpoint).names();
        return names.length === 0 ? [] : (await inspect(names)).map((image) => nativeImage(image).listed);
      }
      case 'json':
      case 'history': {
        const [image] = await inspect([asked.ref]);
        return image ? nativeImage(image)[asked.what] : null;
      }
      case 'other':
        return null;
    }
  };
  const getIfThere = async <T>(path: string, schema: z.ZodType<T>): Promise<T | null> => {
    const answer = await answerTo(path);
    return answer === null ? null : schema.parse(answer);
  };
  return {
    endpoint,
    version,
    getIfThere,
    get: async (path, schema) => {
      const answer = await getIfThere(path, schema);
      if (answer === null) throw failure('engine.unreadable', { engine: endpoint, detail: path });
      return answer;
    },
    getOther: async () => null,
    stream: async (path, signal) => {
      const asked = askedOf(path);
      if (asked.what === 'other' || asked.ref === '') throw failure('engine.unsupported', { endpoint });
      return saved(system, { file, ref: asked.ref, endpoint, signal });
    },
  };
}

/** Failures: cancelled, engine.unreadable. */
async function* saved(
  system: System,
  { file, ref, endpoint, signal }: { file: string; ref: string; endpoint: string; signal: AbortSignal },
): AsyncGenerator<Buffer> {
  const command = { file, args: ['save', ref], env: system.env, signal, timeoutMs: null };
  const { exitCode } = yield* streamBytes(command);
  if (exitCode !== 0) {
    throw failure('engine.unreadable', { engine: endpoint, detail: `nerdctl save: ${exitCode}` });
  }
}

async function runNerdctl(
  system: System,
  endpoint: string,
  { file, args, ms }: { file: string; args: readonly string[]; ms: number },
): Promise<string> {
  try {
    const { exitCode, stdout, stderr } = await system.run({ file, args, env: system.env, timeoutMs: ms });
    if (exitCode === 0) return stdout;
    throw refusal(stderr, endpoint);
  } catch (error) {
    if (isFailure(error, 'process.timed-out')) {
      throw failure('engine.slow', { engine: endpoint, product: 'nerdctl' }, error);
    }
    throw error;
  }
}

function refusal(stderr: string, endpoint: string): Error {
  const said = maskSecrets(stderr.trim().split('\n').at(-1) ?? '').slice(0, 300);
  if (/permission denied|must be root|rootless/i.test(stderr)) {
    return failure('engine.refused', { engine: endpoint, detail: said });
  }
  if (/cannot access containerd|connection refused|no such file|deadline exceeded/i.test(stderr)) {
    return failure('engine.not-running', { tried: [endpoint], product: 'containerd' });
  }
  return failure('engine.unreadable', { engine: endpoint, detail: said });
}
