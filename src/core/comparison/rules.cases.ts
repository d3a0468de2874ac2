import type { Evidence, Share } from './evidence.ts';

/** Evidence, and the verdict that it is enough for. */
export interface VerdictCase {
  name: string;
  /** The size of A; B has `evidence.change` more. In bytes. */
  from: number;
  evidence: Partial<Evidence>;
  en: string;
  zh: string;
}

const share = (kind: Share['kind'], bytes: number, name: string | null = null): Share => ({
  kind,
  name,
  a: null,
  b: null,
  bytes,
});
const own = (bytes: number) => share('own-code', bytes);
const go = (bytes: number, a = 'go1.24.13', b = 'go1.26.7'): Share => ({ ...share('go', bytes), a, b });
const added = (name: string, bytes: number): Share => ({
  ...share('dependency-added', bytes, name),
  b: 'v1.0.0',
});
const removed = (name: string, bytes: number): Share => ({
  ...share('dependency-removed', bytes, name),
  a: 'v1.0.0',
});
const changed = (name: string, a: string, b: string, bytes: number): Share => ({
  ...share('dependency-changed', bytes, name),
  a,
  b,
});
const same = (name: string, bytes: number): Share => ({
  ...share('dependency-same', bytes, name),
  a: 'v1.0.0',
  b: 'v1.0.0',
});
const embedded = (bytes: number) => share('embedded-files', bytes);
const cCode = (bytes: number) => share('c-code', bytes);
const padding = (bytes: number) => share('padding', bytes);
const unowned = (bytes: number) => share('unowned', bytes);
/** A package whose module no side records. */
const unrecorded = (name: string, bytes: number) => share('unowned', bytes, name);
const goes = { a: 'go1.24.13', b: 'go1.26.7' };
const targets = { a: 'linux/amd64', b: 'linux/arm64' };

export const verdictCases: readonly VerdictCase[] = [
  {
    name: 'a new module explains most',
    from: 14_927_000,
    evidence: {
      change: 612000,
      shares: [added('k8s.io/client-go', 500000), own(117000), go(-5000)],
      importers: new Map([['k8s.io/client-go', ['internal/kube']]]),
    },
    en: '+612 kB (+4.1 %): 81 % from k8s.io/client-go, new in this change, pulled in by internal/kube',
    zh: '+612 kB（+4.1 %）：81 % 来自本次新增的 k8s.io/client-go，由 internal/kube 引入',
  },
  {
    name: 'the same without knowledge of imports',
    from: 14_927_000,
    evidence: { change: 612000, shares: [added('k8s.io/client-go', 500000), own(117000), go(-5000)] },
    en: '+612 kB (+4.1 %): 81 % from k8s.io/client-go, new in this change',
    zh: '+612 kB（+4.1 %）：81 % 来自本次新增的 k8s.io/client-go',
  },
  {
    name: 'a new module pulled in by two packages',
    from: 10_000_000,
    evidence: {
      change: 900000,
      shares: [added('go.etcd.io/bbolt', 900000)],
      importers: new Map([['go.etcd.io/bbolt', ['internal/store', 'cmd/migrate']]]),
    },
    en: '+900 kB (+9.0 %): all from go.etcd.io/bbolt, new in this change, pulled in by internal/store and cmd/migrate',
    zh: '+900 kB（+9.0 %）：全部来自本次新增的 go.etcd.io/bbolt，由 internal/store、cmd/migrate 引入',
  },
  {
    name: 'one new module, and those it brings',
    from: 10_000_000,
    evidence: {
      change: 1000000,
      shares: [added('k8s.io/client-go', 800000), added('k8s.io/api', 100000), added('k8s.io/utils', 100000)],
    },
    en: '+1.0 MB (+10.0 %): 80 % from k8s.io/client-go, new in this change',
    zh: '+1.0 MB（+10.0 %）：80 % 来自本次新增的 k8s.io/client-go',
  },
  {
    name: 'many new modules',
    from: 10_000_000,
    evidence: {
      change: 1000000,
      shares: [
        added('k8s.io/client-go', 400000),
        added('k8s.io/api', 350000),
        added('k8s.io/apimachinery', 250000),
      ],
    },
    en: '+1.0 MB (+10.0 %): all from 3 modules that are new, the largest k8s.io/client-go',
    zh: '+1.0 MB（+10.0 %）：全部来自新增的 3 个模块，其中 k8s.io/client-go 最多',
  },
  {
    name: 'a module was removed',
    from: 12_000_000,
    evidence: { change: -2400000, shares: [removed('github.com/aws/aws-sdk-go', -2400000)] },
    en: '−2.4 MB (−20.0 %): all from github.com/aws/aws-sdk-go, which was removed',
    zh: '−2.4 MB（−20.0 %）：全部来自已移除的 github.com/aws/aws-sdk-go',
  },
  {
    name: 'several modules were removed',
    from: 12_000_000,
    evidence: {
      change: -2000000,
      shares: [removed('example.com/x', -1200000), removed('example.com/y', -700000), own(-100000)],
    },
    en: '−2.0 MB (−16.7 %): 95 % from 2 modules that were removed, most from example.com/x',
    zh: '−2.0 MB（−16.7 %）：95 % 来自移除的 2 个模块，其中 example.com/x 最多',
  },
  {
    name: 'a module in a newer version',
    from: 8_000_000,
    evidence: {
      change: 80000,
      shares: [changed('golang.org/x/net', 'v0.20.0', 'v0.35.0', 60000), own(20000)],
    },
    en: '+80 kB (+1.0 %): 75 % from golang.org/x/net v0.20.0 → v0.35.0; 25 % from your own code',
    zh: '+80 kB（+1.0 %）：75 % 来自 golang.org/x/net v0.20.0 → v0.35.0；25 % 来自您自己的代码',
  },
  {
    name: 'a module in an older version',
    from: 8_000_000,
    evidence: { change: -80000, shares: [changed('golang.org/x/net', 'v0.35.0', 'v0.20.0', -80000)] },
    en: '−80 kB (−1.0 %): all from golang.org/x/net v0.35.0 → v0.20.0',
    zh: '−80 kB（−1.0 %）：全部来自 golang.org/x/net v0.35.0 → v0.20.0',
  },
  {
    name: 'several modules in other versions',
    from: 8_000_000,
    evidence: {
      change: 300000,
      shares: [
        changed('golang.org/x/net', 'v0.20.0', 'v0.35.0', 120000),
        changed('golang.org/x/sys', 'v0.20.0', 'v0.35.0', 100000),
        own(80000),
      ],
    },
    en: '+300 kB (+3.8 %): 73 % from 2 modules in another version, most from golang.org/x/net; 27 % from your own code',
    zh: '+300 kB（+3.8 %）：73 % 来自版本有变的 2 个模块，其中 golang.org/x/net 最多；27 % 来自您自己的代码',
  },
  {
    name: 'a module by the same version: more of it is used',
    from: 8_000_000,
    evidence: { change: 90000, shares: [same('google.golang.org/grpc', 90000)] },
    en: '+90 kB (+1.1 %): all from google.golang.org/grpc, whose version is the same',
    zh: '+90 kB（+1.1 %）：全部来自版本未变的 google.golang.org/grpc',
  },
  {
    name: 'several modules by the same version',
    from: 8_000_000,
    evidence: {
      change: 90000,
      shares: [same('google.golang.org/grpc', 50000), same('google.golang.org/protobuf', 40000)],
    },
    en: '+90 kB (+1.1 %): all from 2 modules in the same version, most from google.golang.org/grpc',
    zh: '+90 kB（+1.1 %）：全部来自版本未变的 2 个模块，其中 google.golang.org/grpc 最多',
  },
  {
    name: 'a module that was renamed',
    from: 8_000_000,
    evidence: {
      change: 12000,
      shares: [
        { ...changed('go.yaml.in/yaml/v3', 'v3.0.1', 'v3.0.4', 11000), from: 'gopkg.in/yaml.v3' },
        own(1000),
      ],
    },
    en: '+12 kB (+0.2 %): 92 % from go.yaml.in/yaml/v3 v3.0.1 → v3.0.4, which was gopkg.in/yaml.v3',
    zh: '+12 kB（+0.2 %）：92 % 来自 go.yaml.in/yaml/v3 v3.0.1 → v3.0.4（原为 gopkg.in/yaml.v3）',
  },
  {
    name: 'own code alone',
    from: 8_000_000,
    evidence: { change: 40000, revision: 'other', shares: [own(40000)] },
    en: '+40 kB (+0.5 %): all from your own code',
    zh: '+40 kB（+0.5 %）：全部来自您自己的代码',
  },
  {
    name: 'own code, most in one package',
    from: 8_000_000,
    evidence: {
      change: 40000,
      revision: 'other',
      shares: [
        { ...own(30000), part: 'internal/kube' },
        changed('golang.org/x/sys', 'v0.1.0', 'v0.2.0', 10000),
      ],
    },
    en: '+40 kB (+0.5 %): 75 % from your own code, most in internal/kube; 25 % from golang.org/x/sys v0.1.0 → v0.2.0',
    zh: '+40 kB（+0.5 %）：75 % 来自您自己的代码，主要在 internal/kube；25 % 来自 golang.org/x/sys v0.1.0 → v0.2.0',
  },
  {
    name: 'another Go, the same code',
    from: 15_000_000,
    evidence: {
      change: -163000,
      revision: 'clean',
      go: goes,
      shares: [go(-120000), own(-20000), same('golang.org/x/sys', -23000)],
    },
    en: '−163 kB (−1.1 %): Go 1.24.13 → 1.26.7; your code is unchanged',
    zh: '−163 kB（−1.1 %）：Go 1.24.13 → 1.26.7；您的代码没有变化',
  },
  {
    name: 'another Go, the same code, read from buckets alone',
    from: 15_000_000,
    evidence: {
      change: -163000,
      revision: 'clean',
      go: goes,
      packagesUnknown: 'a',
      shares: [unowned(-163000)],
    },
    en: '−163 kB (−1.1 %): Go 1.24.13 → 1.26.7; your code is unchanged',
    zh: '−163 kB（−1.1 %）：Go 1.24.13 → 1.26.7；您的代码没有变化',
  },
  {
    name: 'another Go and other code',
    from: 15_000_000,
    evidence: { change: 200000, revision: 'other', go: goes, shares: [go(150000), own(50000)] },
    en: '+200 kB (+1.3 %): 75 % from Go 1.24.13 → 1.26.7; 25 % from your own code',
    zh: '+200 kB（+1.3 %）：75 % 来自 Go 1.24.13 → 1.26.7；25 % 来自您自己的代码',
  },
  {
    name: 'another Go that explains little',
    from: 15_000_000,
    evidence: { change: 200000, revision: 'other', go: goes, shares: [own(190000), go(10000)] },
    en: '+200 kB (+1.3 %): 95 % from your own code; Go 1.24.13 → 1.26.7',
    zh: '+200 kB（+1.3 %）：95 % 来自您自己的代码；Go 1.24.13 → 1.26.7',
  },
  {
    name: 'another Go, the same commit with changes',
    from: 15_000_000,
    evidence: { change: 200000, revision: 'dirty', go: goes, shares: [go(150000), own(50000)] },
    en: '+200 kB (+1.3 %): 75 % from Go 1.24.13 → 1.26.7; 25 % from your own code; the commit is the same, but there are uncommitted changes',
    zh: '+200 kB（+1.3 %）：75 % 来自 Go 1.24.13 → 1.26.7；25 % 来自您自己的代码；提交相同，但有未提交的改动',
  },
  {
    name: 'another Go, the same commit, changes not known',
    from: 15_000_000,
    evidence: { change: 200000, revision: 'unsure', go: goes, shares: [go(150000), own(50000)] },
    en: '+200 kB (+1.3 %): 75 % from Go 1.24.13 → 1.26.7; 25 % from your own code; the commit is the same, but there may be uncommitted changes',
    zh: '+200 kB（+1.3 %）：75 % 来自 Go 1.24.13 → 1.26.7；25 % 来自您自己的代码；提交相同，但可能有未提交的改动',
  },
  {
    name: 'another Go and other modules of the same revision',
    from: 15_000_000,
    evidence: {
      change: 200000,
      revision: 'clean',
      modulesDiffer: true,
      go: goes,
      shares: [go(150000), changed('golang.org/x/sys', 'v0.1.0', 'v0.2.0', 50000)],
    },
    en: '+200 kB (+1.3 %): 75 % from Go 1.24.13 → 1.26.7; 25 % from golang.org/x/sys v0.1.0 → v0.2.0; your code is unchanged',
    zh: '+200 kB（+1.3 %）：75 % 来自 Go 1.24.13 → 1.26.7；25 % 来自 golang.org/x/sys v0.1.0 → v0.2.0；您的代码没有变化',
  },
  {
    name: 'another Go and other flags, the same code: what did what is not known',
    from: 15_000_000,
    evidence: {
      change: 200000,
      revision: 'clean',
      go: goes,
      flags: { added: ['-race'], removed: [] },
      shares: [go(150000), own(50000)],
    },
    en: '+200 kB (+1.3 %): built with -race; Go 1.24.13 → 1.26.7; your code is unchanged',
    zh: '+200 kB（+1.3 %）：启用了 -race；Go 1.24.13 → 1.26.7；您的代码没有变化',
  },
  {
    name: 'the standard library of the same Go',
    from: 15_000_000,
    evidence: {
      change: 700000,
      revision: 'other',
      shares: [go(600000, 'go1.26.7', 'go1.26.7'), own(100000)],
      standardAdded: 'net/http',
    },
    en: '+700 kB (+4.7 %): 86 % from the standard library, where net/http is new',
    zh: '+700 kB（+4.7 %）：86 % 来自标准库（新用到 net/http）',
  },
  {
    name: 'the standard library, nothing new in it',
    from: 15_000_000,
    evidence: { change: 7000, revision: 'other', shares: [go(5000, 'go1.26.7', 'go1.26.7'), own(2000)] },
    en: '+7 kB (<0.1 %): 71 % from the standard library; 29 % from your own code',
    zh: '+7 kB（<0.1 %）：71 % 来自标准库；29 % 来自您自己的代码',
  },
  {
    name: 'debug information was kept',
    from: 10_800_000,
    evidence: {
      change: 4100000,
      revision: 'other',
      debugInfo: { kept: true, bytes: 3000000 },
      symbols: { kept: true, bytes: 1080000 },
      shares: [own(20000)],
    },
    en: '+4.1 MB (+38.0 %): debug information was kept',
    zh: '+4.1 MB（+38.0 %）：保留了调试信息',
  },
  {
    name: 'debug information was left out of the same code',
    from: 14_900_000,
    evidence: {
      change: -4100000,
      revision: 'clean',
      debugInfo: { kept: false, bytes: -3000000 },
      symbols: { kept: false, bytes: -1100000 },
      shares: [],
    },
    en: '−4.1 MB (−27.5 %): debug information was left out; your code is unchanged',
    zh: '−4.1 MB（−27.5 %）：去掉了调试信息；您的代码没有变化',
  },
  {
    name: 'debug information and a new module',
    from: 10_000_000,
    evidence: {
      change: 4000000,
      revision: 'other',
      debugInfo: { kept: true, bytes: 3000000 },
      shares: [added('modernc.org/sqlite', 1000000)],
    },
    en: '+4.0 MB (+40.0 %): 75 % from debug information, which was kept; 25 % from modernc.org/sqlite, new in this change',
    zh: '+4.0 MB（+40.0 %）：75 % 来自保留下来的调试信息；25 % 来自本次新增的 modernc.org/sqlite',
  },
  {
    name: 'only the symbol table was left out',
    from: 10_000_000,
    evidence: { change: -900000, revision: 'other', symbols: { kept: false, bytes: -900000 }, shares: [] },
    en: '−900 kB (−9.0 %): the symbol table was left out',
    zh: '−900 kB（−9.0 %）：去掉了符号表',
  },
  {
    name: 'debug information with another Go, the same code',
    from: 10_000_000,
    evidence: {
      change: 4000000,
      revision: 'clean',
      go: goes,
      debugInfo: { kept: true, bytes: 3000000 },
      shares: [go(600000), own(400000)],
    },
    en: '+4.0 MB (+40.0 %): 75 % from debug information, which was kept; 25 % from Go 1.24.13 → 1.26.7; your code is unchanged',
    zh: '+4.0 MB（+40.0 %）：75 % 来自保留下来的调试信息；25 % 来自 Go 1.24.13 → 1.26.7；您的代码没有变化',
  },
  {
    name: 'the race detector, the same code',
    from: 8_000_000,
    evidence: {
      change: 4000000,
      revision: 'clean',
      flags: { added: ['-race'], removed: [] },
      shares: [own(2000000), go(1000000), cCode(1000000)],
    },
    en: '+4.0 MB (+50.0 %): 75 % from building with -race; 25 % from C code; your code is unchanged',
    zh: '+4.0 MB（+50.0 %）：75 % 来自启用 -race；25 % 来自 C 代码；您的代码没有变化',
  },
  {
    name: 'the race detector and other code',
    from: 8_000_000,
    evidence: {
      change: 4000000,
      revision: 'other',
      flags: { added: ['-race'], removed: [] },
      shares: [own(3000000), go(1000000)],
    },
    en: '+4.0 MB (+50.0 %): built with -race',
    zh: '+4.0 MB（+50.0 %）：启用了 -race',
  },
  {
    name: 'code for newer processors',
    from: 8_000_000,
    evidence: {
      change: -60_000,
      revision: 'other',
      flags: { added: ['GOAMD64=v3'], removed: [] },
      shares: [own(-40_000), go(-20_000, 'go1.26.7', 'go1.26.7')],
    },
    en: '−60 kB (−0.8 %): built with GOAMD64=v3',
    zh: '−60 kB（−0.8 %）：启用了 GOAMD64=v3',
  },
  {
    name: 'flags that were taken away',
    from: 8_000_000,
    evidence: {
      change: -300000,
      revision: 'clean',
      flags: { added: ['-trimpath'], removed: ['-cover'] },
      shares: [own(-300000)],
    },
    en: '−300 kB (−3.8 %): built with -trimpath and without -cover; your code is unchanged',
    zh: '−300 kB（−3.8 %）：启用了 -trimpath，不再使用 -cover；您的代码没有变化',
  },
  {
    name: 'cgo was enabled, the same code',
    from: 8_000_000,
    evidence: {
      change: 500000,
      revision: 'clean',
      cgo: true,
      shares: [go(300000, 'go1.26.7', 'go1.26.7'), cCode(200000)],
    },
    en: '+500 kB (+6.3 %): 60 % from enabling cgo; 40 % from C code; your code is unchanged',
    zh: '+500 kB（+6.3 %）：60 % 来自启用 cgo；40 % 来自 C 代码；您的代码没有变化',
  },
  {
    name: 'cgo was disabled',
    from: 8_000_000,
    evidence: {
      change: -500000,
      revision: 'other',
      cgo: false,
      shares: [go(-300000, 'go1.26.7', 'go1.26.7'), cCode(-200000)],
    },
    en: '−500 kB (−6.3 %): cgo was disabled; 60 % from the standard library; 40 % from C code',
    zh: '−500 kB（−6.3 %）：停用了 cgo；60 % 来自标准库；40 % 来自 C 代码',
  },
  {
    name: 'an embedded file was added',
    from: 8_000_000,
    evidence: {
      change: 2000000,
      revision: 'other',
      embedded: { added: 1, removed: 0, changed: 0, largest: 'static/app.js' },
      shares: [embedded(1900000), own(100000)],
    },
    en: '+2.0 MB (+25.0 %): 95 % from the embedded file static/app.js, which was added',
    zh: '+2.0 MB（+25.0 %）：95 % 来自新增的嵌入文件 static/app.js',
  },
  {
    name: 'embedded files changed',
    from: 8_000_000,
    evidence: {
      change: -200000,
      revision: 'other',
      embedded: { added: 1, removed: 2, changed: 3, largest: 'static/app.js' },
      shares: [embedded(-150000), own(-50000)],
    },
    en: '−200 kB (−2.5 %): 75 % from embedded files (1 added, 2 removed, 3 changed), most in static/app.js; 25 % from your own code',
    zh: '−200 kB（−2.5 %）：75 % 来自嵌入文件（新增 1 个，移除 2 个，改动 3 个），其中 static/app.js 最多；25 % 来自您自己的代码',
  },
  {
    name: 'embedded files of the same revision, with another Go',
    from: 8_000_000,
    evidence: {
      change: 500000,
      revision: 'clean',
      go: goes,
      embedded: { added: 0, removed: 0, changed: 1, largest: 'static/app.js' },
      shares: [embedded(300000), go(150000), own(50000)],
    },
    en: '+500 kB (+6.3 %): 60 % from the embedded file static/app.js, which changed; 40 % from Go 1.24.13 → 1.26.7; your code is unchanged',
    zh: '+500 kB（+6.3 %）：60 % 来自有改动的嵌入文件 static/app.js；40 % 来自 Go 1.24.13 → 1.26.7；您的代码没有变化',
  },
  {
    name: 'C code',
    from: 8_000_000,
    evidence: {
      change: 1000000,
      revision: 'other',
      shares: [{ ...cCode(900000), part: 'sqlite3.c' }, own(100000)],
    },
    en: '+1.0 MB (+12.5 %): 90 % from C code, most in sqlite3.c',
    zh: '+1.0 MB（+12.5 %）：90 % 来自 C 代码，主要在 sqlite3.c',
  },
  {
    name: 'bytes of no known package come last',
    from: 8_000_000,
    evidence: { change: 100000, revision: 'other', shares: [unowned(60000), own(40000)] },
    en: '+100 kB (+1.3 %): 40 % from your own code; 60 % from bytes that belong to no known package',
    zh: '+100 kB（+1.3 %）：40 % 来自您自己的代码；60 % 来自不属于任何已知包的字节',
  },
  {
    name: 'nothing but bytes of no known package',
    from: 8_000_000,
    evidence: { change: 100000, revision: 'other', shares: [unowned(100000)] },
    en: '+100 kB (+1.3 %): all from bytes that belong to no known package',
    zh: '+100 kB（+1.3 %）：全部来自不属于任何已知包的字节',
  },
  {
    name: 'what goes the other way',
    from: 8_000_000,
    evidence: {
      change: 100000,
      revision: 'other',
      shares: [added('k8s.io/client-go', 800000), removed('example.com/kube', -700000)],
    },
    en: '+100 kB (+1.3 %): all from k8s.io/client-go, new in this change; it replaces example.com/kube (−700 kB)',
    zh: '+100 kB（+1.3 %）：全部来自本次新增的 k8s.io/client-go；取代了 example.com/kube（−700 kB）',
  },
  {
    name: 'several modules that go the other way',
    from: 8_000_000,
    evidence: {
      change: 100_000,
      revision: 'other',
      shares: [
        added('k8s.io/client-go', 800_000),
        removed('example.com/kube', -400_000),
        removed('example.com/net', -300_000),
      ],
    },
    en: '+100 kB (+1.3 %): all from k8s.io/client-go, new in this change; partly offset by removed modules (−700 kB)',
    zh: '+100 kB（+1.3 %）：全部来自本次新增的 k8s.io/client-go；部分被移除的模块（−700 kB）抵消',
  },
  {
    name: 'a patch of Go goes the other way, which says little about why',
    from: 30_000_000,
    evidence: {
      change: 300_000,
      revision: 'other',
      go: { a: 'go1.24.0', b: 'go1.24.3' },
      shares: [
        changed('golang.org/x/text', 'v0.24.0', 'v0.27.0', 514_000),
        go(-214_000, 'go1.24.0', 'go1.24.3'),
      ],
    },
    en: '+300 kB (+1.0 %): all from golang.org/x/text v0.24.0 → v0.27.0; partly offset by the standard library (−214 kB); Go 1.24.0 → 1.24.3',
    zh: '+300 kB（+1.0 %）：全部来自 golang.org/x/text v0.24.0 → v0.27.0；部分被标准库（−214 kB）抵消；Go 1.24.0 → 1.24.3',
  },
  {
    name: 'another minor version of Go goes the other way',
    from: 30_000_000,
    evidence: {
      change: 300_000,
      revision: 'other',
      go: goes,
      shares: [changed('golang.org/x/text', 'v0.24.0', 'v0.27.0', 514_000), go(-214_000)],
    },
    en: '+300 kB (+1.0 %): all from golang.org/x/text v0.24.0 → v0.27.0; partly offset by Go 1.24.13 → 1.26.7 (−214 kB)',
    zh: '+300 kB（+1.0 %）：全部来自 golang.org/x/text v0.24.0 → v0.27.0；部分被 Go 1.24.13 → 1.26.7（−214 kB）抵消',
  },
  {
    name: 'a patch of Go',
    from: 30_000_000,
    evidence: {
      change: 300_000,
      revision: 'other',
      go: { a: 'go1.24.0', b: 'go1.24.3' },
      shares: [go(300_000, 'go1.24.0', 'go1.24.3')],
    },
    en: '+300 kB (+1.0 %): all from the standard library; Go 1.24.0 → 1.24.3',
    zh: '+300 kB（+1.0 %）：全部来自标准库；Go 1.24.0 → 1.24.3',
  },
  {
    name: 'another Go, and new packages of the standard library',
    from: 30_000_000,
    evidence: {
      change: 900_000,
      revision: 'other',
      go: goes,
      standardAdded: 'net/http',
      shares: [go(900_000)],
    },
    en: '+900 kB (+3.0 %): all from the standard library, where net/http is new; Go 1.24.13 → 1.26.7',
    zh: '+900 kB（+3.0 %）：全部来自标准库（新用到 net/http）；Go 1.24.13 → 1.26.7',
  },
  {
    name: 'what goes the other way and is small',
    from: 8_000_000,
    evidence: {
      change: 700000,
      revision: 'other',
      shares: [added('k8s.io/client-go', 800000), own(-100000)],
    },
    en: '+700 kB (+8.8 %): all from k8s.io/client-go, new in this change',
    zh: '+700 kB（+8.8 %）：全部来自本次新增的 k8s.io/client-go',
  },
  {
    name: 'packages of A could not be read',
    from: 8_000_000,
    evidence: { change: 700000, revision: 'other', packagesUnknown: 'a', shares: [unowned(700000)] },
    en: '+700 kB (+8.8 %): which packages changed is not known, because those of A could not be read',
    zh: '+700 kB（+8.8 %）：无法读取 A 的包，因此不清楚哪些包有变化',
  },
  {
    name: 'packages of neither could be read, but debug information explains it',
    from: 8_000_000,
    evidence: {
      change: 3000000,
      packagesUnknown: 'both',
      debugInfo: { kept: true, bytes: 2900000 },
      shares: [unowned(100000)],
    },
    en: '+3.0 MB (+37.5 %): 97 % from debug information, which was kept',
    zh: '+3.0 MB（+37.5 %）：97 % 来自保留下来的调试信息',
  },
  {
    name: 'packages of B could not be read, and Go differs',
    from: 8_000_000,
    evidence: {
      change: 700000,
      revision: 'other',
      packagesUnknown: 'b',
      go: goes,
      shares: [unowned(700000)],
    },
    en: '+700 kB (+8.8 %): Go 1.24.13 → 1.26.7; which packages changed is not known, because those of B could not be read',
    zh: '+700 kB（+8.8 %）：Go 1.24.13 → 1.26.7；无法读取 B 的包，因此不清楚哪些包有变化',
  },
  {
    name: 'modules of neither are recorded',
    from: 9_000_000,
    evidence: {
      change: 300000,
      modulesUnknown: 'both',
      shares: [unrecorded('github.com/evanw/esbuild', 250000), go(50000, 'go1.26.5', 'go1.26.5')],
    },
    en: '+300 kB (+3.3 %): 83 % from github.com/evanw/esbuild; neither records its modules',
    zh: '+300 kB（+3.3 %）：83 % 来自 github.com/evanw/esbuild；两者都没有记录模块',
  },
  {
    name: 'modules of B are not recorded, but its own code is known',
    from: 9_000_000,
    evidence: {
      change: 300000,
      modulesUnknown: 'b',
      shares: [own(250000), go(50000, 'go1.26.5', 'go1.26.5')],
    },
    en: '+300 kB (+3.3 %): 83 % from your own code',
    zh: '+300 kB（+3.3 %）：83 % 来自您自己的代码',
  },
  {
    name: 'an older analysis',
    from: 9_000_000,
    evidence: { change: 300000, revision: 'other', codeOnly: true, shares: [own(100000), unowned(200000)] },
    en: '+300 kB (+3.3 %): 33 % from your own code; 67 % from bytes that belong to no known package; by package only machine code is compared, because one was analysed by an earlier Burrow',
    zh: '+300 kB（+3.3 %）：33 % 来自您自己的代码；67 % 来自不属于任何已知包的字节；其中一个由较早的 Burrow 分析，因此按包只比较机器码',
  },
  {
    name: 'the same file',
    from: 9_000_000,
    evidence: { change: 0, sameFile: true },
    en: 'Both are the same file, byte for byte',
    zh: '两者是同一个文件，逐字节相同',
  },
  {
    name: 'the same size, other content',
    from: 9_000_000,
    evidence: { change: 0, revision: 'other', shares: [own(1000), go(-1000)] },
    en: 'The size is the same',
    zh: '大小相同',
  },
  {
    name: 'the same size and code, another Go',
    from: 9_000_000,
    evidence: { change: 0, revision: 'clean', go: goes, shares: [] },
    en: 'The size is the same: Go 1.24.13 → 1.26.7; your code is unchanged',
    zh: '大小相同：Go 1.24.13 → 1.26.7；您的代码没有变化',
  },
  {
    name: 'nothing that is recorded differs',
    from: 9_000_000,
    evidence: { change: 4096, revision: 'clean', shares: [unowned(4096)] },
    en: '+4 kB (<0.1 %): the commit, Go, flags and modules are the same; what differs is not recorded, such as a file that Git ignores, or an environment variable',
    zh: '+4 kB（<0.1 %）：提交、Go、构建选项和模块都相同；有差别的内容没有记录，例如被 Git 忽略的文件或某个环境变量',
  },
  {
    name: 'two programs of one module',
    from: 9_000_000,
    evidence: { change: 4096000, programs: { a: './cmd/server', b: './cmd/report' }, shares: [own(4096000)] },
    en: '+4.1 MB (+45.5 %): two different programs, ./cmd/server and ./cmd/report',
    zh: '+4.1 MB（+45.5 %）：这是两个不同的程序：./cmd/server 与 ./cmd/report',
  },
  {
    name: 'programs of two modules, for two targets',
    from: 9_000_000,
    evidence: {
      change: -4096000,
      programs: { a: 'example.com/shop', b: 'example.com/till' },
      target: targets,
      shares: [own(-4096000)],
    },
    en: '−4.1 MB (−45.5 %): two different programs, example.com/shop and example.com/till',
    zh: '−4.1 MB（−45.5 %）：这是两个不同的程序：example.com/shop 与 example.com/till',
  },
  {
    name: 'another target',
    from: 9_000_000,
    evidence: { change: -400000, revision: 'clean', target: targets, shares: [own(-400000)] },
    en: '−400 kB (−4.4 %): built for linux/arm64 instead of linux/amd64',
    zh: '−400 kB（−4.4 %）：构建目标由 linux/amd64 改为 linux/arm64',
  },
  {
    name: 'another target and another Go',
    from: 9_000_000,
    evidence: { change: -400000, revision: 'other', target: targets, go: goes, shares: [own(-400000)] },
    en: '−400 kB (−4.4 %): built for linux/arm64 instead of linux/amd64; Go 1.24.13 → 1.26.7',
    zh: '−400 kB（−4.4 %）：构建目标由 linux/amd64 改为 linux/arm64；Go 1.24.13 → 1.26.7',
  },
  {
    name: 'three causes of similar size, and a rest',
    from: 9_000_000,
    evidence: {
      change: 1000000,
      revision: 'other',
      shares: [
        own(350000),
        added('example.com/x', 300000),
        go(250000, 'go1.26.7', 'go1.26.7'),
        unowned(100000),
      ],
    },
    en: '+1.0 MB (+11.1 %): 35 % from your own code; 30 % from example.com/x, new in this change; 25 % from the standard library',
    zh: '+1.0 MB（+11.1 %）：35 % 来自您自己的代码；30 % 来自本次新增的 example.com/x；25 % 来自标准库',
  },
  {
    name: 'a share below half a percent is left out',
    from: 9_000_000,
    evidence: { change: 1000000, revision: 'other', shares: [own(997000), added('example.com/x', 3000)] },
    en: '+1.0 MB (+11.1 %): all from your own code',
    zh: '+1.0 MB（+11.1 %）：全部来自您自己的代码',
  },
  {
    name: 'sections that begin at whole pages',
    from: 10_000_000,
    evidence: { change: 4096, revision: 'other', shares: [own(2400), padding(1696)] },
    en: '+4 kB (<0.1 %): 59 % from your own code; 41 % from padding between the parts of the file',
    zh: '+4 kB（<0.1 %）：59 % 来自您自己的代码；41 % 来自文件各部分之间的对齐填充',
  },
  {
    name: 'code that fills what padding took',
    from: 10_000_000,
    evidence: { change: 4096, revision: 'other', shares: [own(8200), padding(-4104)] },
    en: '+4 kB (<0.1 %): all from your own code; partly offset by padding (−4 kB)',
    zh: '+4 kB（<0.1 %）：全部来自您自己的代码；部分被对齐填充（−4 kB）抵消',
  },
  {
    name: 'a new module for several that were removed',
    from: 14_000_000,
    evidence: {
      change: -295000,
      revision: 'other',
      shares: [
        removed('github.com/spf13/pflag', -330000),
        removed('github.com/spf13/cobra', -280000),
        added('github.com/urfave/cli/v3', 329000),
        own(-14000),
      ],
    },
    en: '−295 kB (−2.1 %): 98 % from 2 modules that were removed, most from github.com/spf13/pflag; github.com/urfave/cli/v3 replaces them (+329 kB)',
    zh: '−295 kB（−2.1 %）：98 % 来自移除的 2 个模块，其中 github.com/spf13/pflag 最多；由 github.com/urfave/cli/v3 取代（+329 kB）',
  },
  {
    name: 'a new module for one that was removed',
    from: 14_000_000,
    evidence: {
      change: 300000,
      revision: 'other',
      shares: [added('example.com/new', 500000), removed('example.com/old', -200000)],
    },
    en: '+300 kB (+2.1 %): all from example.com/new, new in this change; it replaces example.com/old (−200 kB)',
    zh: '+300 kB（+2.1 %）：全部来自本次新增的 example.com/new；取代了 example.com/old（−200 kB）',
  },
  {
    name: 'a new module, and one of another size that was removed',
    from: 14_000_000,
    evidence: {
      change: 300000,
      revision: 'other',
      shares: [added('example.com/new', 400000), own(600000), removed('example.com/old', -700000)],
    },
    en: '+300 kB (+2.1 %): 60 % from your own code; 40 % from example.com/new, new in this change; partly offset by example.com/old, which was removed (−700 kB)',
    zh: '+300 kB（+2.1 %）：60 % 来自您自己的代码；40 % 来自本次新增的 example.com/new；部分被已移除的 example.com/old（−700 kB）抵消',
  },
  {
    name: 'a large new module, and a small one that was removed',
    from: 14_000_000,
    evidence: {
      change: 1000000,
      revision: 'other',
      shares: [added('example.com/new', 1600000), removed('example.com/old', -390000), unowned(-210000)],
    },
    en: '+1.0 MB (+7.1 %): all from example.com/new, new in this change',
    zh: '+1.0 MB（+7.1 %）：全部来自本次新增的 example.com/new',
  },
];
