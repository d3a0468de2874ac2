import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { variableOrigin } from './environment.ts';

/** An entry of GOPROXY. */
export const proxyEntry = z.object({
  /** An address, secrets masked, or Go's words `direct` and `off`. */
  url: z.string(),
  /** When Go asks the next entry: after a 404 or 410 (`missing`, a comma), or after any failure (`any`, a pipe). */
  next: z.enum(['missing', 'any']),
});

/** A value that does not do what it is meant to do, with the right one beside it. */
export const proxyMistake = z.object({
  kind: z.enum([
    'no-direct',
    'unknown-database',
    'database-of-proxy',
    'unreachable-after',
    'nothing',
    'off',
    'not-private',
  ]),
  /** The variable that has it. */
  name: z.string(),
  value: z.string(),
  /** What to set instead; null: it depends. */
  right: z.string().nullable(),
  /** The paths of the modules that it is about, where it is about some. */
  modules: z.array(z.string()).optional(),
});
export type ProxyMistake = z.infer<typeof proxyMistake>;

export const proxySettings = z.object({
  /** GOPROXY, secrets masked. */
  value: z.string(),
  origin: variableOrigin,
  entries: z.array(proxyEntry),
  /** The name of a preset that has this value; null: it is the user's own. */
  preset: z.string().nullable(),
  /** GOSUMDB, and GOPRIVATE, GONOPROXY, GONOSUMDB and GOINSECURE, as Go sees them. */
  variables: z.record(z.string(), z.string()),
  mistakes: z.array(proxyMistake),
});
export type ProxySettings = z.infer<typeof proxySettings>;

/** The way of a module to this machine. */
export const moduleRoute = z.object({
  module: z.string(),
  /** In the order in which Go asks them; `direct` alone where a pattern excludes proxies. */
  proxies: z.array(proxyEntry),
  /** The variable and the pattern that exclude proxies; null: none does. */
  excluded: z.object({ name: z.string(), pattern: z.string() }).nullable(),
  /** The checksum database that checks it; null: none, because of `unchecked`. */
  database: z.string().nullable(),
  unchecked: z.object({ name: z.string(), pattern: z.string() }).nullable(),
  /** Whether GOINSECURE lets it come without valid TLS when it is fetched directly. */
  insecure: z.boolean(),
  /** Why it cannot be fetched, with the right value; null: nothing is known that is in its way. */
  mistake: proxyMistake.nullable(),
});
export type ModuleRoute = z.infer<typeof moduleRoute>;

/** What a proxy answered to one request. */
export const proxyCheck = z.object({
  /** `missing`: 404 or 410. `failed`: another status, or content that is not what was asked for. */
  outcome: z.enum(['ok', 'missing', 'failed', 'slow', 'unreachable']),
  /** null: there was no answer. */
  status: z.number().int().nullable(),
  /** ms to the whole answer. */
  ms: z.number(),
  /** A few words about a failure, as the network said it; null: nothing to add. */
  detail: z.string().nullable(),
});
export type ProxyCheck = z.infer<typeof proxyCheck>;

export const proxyReport = z.object({
  /** Secrets masked. */
  url: z.string(),
  /** For one version of a module, as Go asks: its versions, and the three files of the version. */
  list: proxyCheck,
  info: proxyCheck,
  mod: proxyCheck,
  zip: proxyCheck,
  /** Whether it has toolchains. */
  toolchain: proxyCheck,
  /** Whether it passes on the checksum database; null: there is none that a proxy could pass on. */
  database: proxyCheck.nullable(),
  /** ms, of several requests of one small file; null: none was answered. */
  latency: z.object({ median: z.number(), min: z.number(), samples: z.number().int() }).nullable(),
  /** The hash of the zip, `h1:…`; null: there is none. */
  hash: z.string().nullable(),
  /** Whether the hash is the checksum database's; null: one of them is not known. */
  isRight: z.boolean().nullable(),
});
export type ProxyReport = z.infer<typeof proxyReport>;

/** What Go would do with the whole list. */
export const proxyVerdict = z.discriminatedUnion('kind', [
  /** `via`: the proxy that delivers the zip. */
  z.object({ kind: z.literal('works'), via: z.string() }),
  /** Go asks the host of the module itself, which is not tested here. */
  z.object({ kind: z.literal('direct') }),
  /** GOPROXY says `off`. */
  z.object({ kind: z.literal('off') }),
  /** `at` answers something after which Go asks no other. */
  z.object({ kind: z.literal('stops'), at: z.string(), status: z.number().int().nullable() }),
  /** Nobody has it. */
  z.object({ kind: z.literal('missing') }),
  /** Go waits for `at` without end. */
  z.object({ kind: z.literal('hangs'), at: z.string() }),
  /** `at` delivers other content than the checksum database knows. */
  z.object({ kind: z.literal('wrong-hash'), at: z.string() }),
  /** The checksum database cannot be asked; `at`: through this proxy, or null: directly. */
  z.object({ kind: z.literal('no-database'), at: z.string().nullable() }),
]);
export type ProxyVerdict = z.infer<typeof proxyVerdict>;

export const proxyTest = z.object({
  /** The module that was asked for: `rsc.io/quote@v1.5.2`. */
  module: z.string(),
  /** GOPROXY, secrets masked. */
  value: z.string(),
  proxies: z.array(proxyReport),
  database: z
    .object({
      name: z.string(),
      /** What it knows of the module; null: why not stands in `problem`. */
      hash: z.string().nullable(),
      problem: failureData.nullable(),
    })
    .nullable(),
  verdict: proxyVerdict,
  /** A list with which Go would get the module, where only a separator is wrong; secrets masked. null: there is none. */
  right: z.string().nullable(),
});
export type ProxyTest = z.infer<typeof proxyTest>;

export const proxiesContract = {
  /** The settings of modules as the Go of a folder sees them. Asks no proxy. */
  settings: base.input(z.object({ dir: z.string() })).output(proxySettings),
  /** Asks each proxy of a value of GOPROXY (by default the current one) for a module, and says what Go would do. */
  test: base
    .input(
      z.object({
        dir: z.string(),
        /** null: Go's default. */
        value: z.string().nullable().optional(),
        /** `path@version` */
        module: z.string().optional(),
      }),
    )
    .output(eventIterator(proxyReport, proxyTest)),
  /** Which proxies a module comes from, and what checks it: `module` is its path, address or version. Asks no proxy. */
  route: base.input(z.object({ dir: z.string(), module: z.string() })).output(moduleRoute),
};
