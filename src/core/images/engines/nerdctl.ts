import { join } from 'node:path';
import { failure } from '#contract/failure';
import { findOnPath, isProgram, maskSecrets, type System } from '#core/system';
import type { z } from 'zod';
import type { Connection } from './connect.ts';
import { askedOf, type NativeImage, nativeImage, nerdctlAnswer } from './nerdctl-answers.ts';
import { type NerdctlCommand, runNerdctl, savedByNerdctl } from './run-nerdctl.ts';

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
/** ms, to look up all images. */
const timeoutMs = 30_000;

/**
 * Connects through nerdctl. Only commands that `nerdctlAddresses` finds are run, wherever an address comes from. Failures:
 * engine.not-running, .slow, .refused, .unsupported, .unreadable.
 */
export async function connectNerdctl(system: System, address: string): Promise<Connection> {
  const endpoint = maskSecrets(address);
  if (!(await nerdctlAddresses(system)).includes(address)) throw failure('engine.unsupported', { endpoint });
  const command = { file: address.slice(scheme.length), endpoint };
  const said = await runNerdctl(system, command, ['version', '--format', 'json'], versionTimeoutMs);
  const getIfThere = async <T>(path: string, schema: z.ZodType<T>): Promise<T | null> => {
    const answer = await answerTo(system, command, path);
    return answer === null ? null : schema.parse(answer);
  };
  return {
    endpoint,
    version: nerdctlAnswer(said, endpoint).version(),
    getIfThere,
    get: async (path, schema) => {
      const answer = await getIfThere(path, schema);
      if (answer === null) throw failure('engine.unreadable', { engine: endpoint, detail: path });
      return answer;
    },
    getOther: async () => null,
    grpc: async () => null,
    stream: async (path, signal) => {
      const { ref } = askedOf(path);
      if (ref === '') throw failure('engine.unreadable', { engine: endpoint, detail: path });
      return savedByNerdctl(system, command, ref, signal);
    },
  };
}

/** The reply of Docker's API to a path; null: there is no such object. */
async function answerTo(system: System, command: NerdctlCommand, path: string): Promise<unknown> {
  const { what, ref } = askedOf(path);
  const answer = async (...args: string[]) =>
    nerdctlAnswer(await runNerdctl(system, command, args, timeoutMs), command.endpoint);
  const inspect = async (...refs: string[]): Promise<NativeImage[]> =>
    (await answer('image', 'inspect', '--mode=native', ...refs)).images();

  if (what === 'info') return (await answer('info', '--format', 'json')).info();
  if (what === 'list') {
    const names = (await answer('image', 'ls', '--format', 'json')).names();
    return names.length === 0 ? [] : (await inspect(...names)).map((image) => nativeImage(image).listed);
  }
  if (what === 'other') return null;
  const [image] = await inspect(ref);
  return image ? nativeImage(image)[what] : null;
}
