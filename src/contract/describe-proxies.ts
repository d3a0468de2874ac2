import type { Locale } from './locale.ts';
import type { ProxyMistake, ProxyVerdict } from './proxies.ts';

const verdicts = {
  en: {
    works: (via: string) => `Go gets modules here, from ${via}.`,
    direct: () => 'No proxy delivers the module; Go then asks its own host, which is not tested here.',
    off: () => 'GOPROXY=off: Go downloads nothing.',
    missing: () => 'No proxy has the module, and the list does not end with direct.',
    stops: (at: string, status: number | null) =>
      `Go stops at ${at}, which ${status === null ? 'cannot be reached' : `answers ${status}`}.`,
    hangs: (at: string) => `Go waits for ${at}, which does not answer. Go has no time limit for a proxy.`,
    'wrong-hash': (at: string) =>
      `${at} delivers other content than the checksum database knows: Go refuses it (SECURITY ERROR). Do not use this proxy.`,
    'no-database': (at: string | null) =>
      at === null
        ? 'The checksum database cannot be reached, and no proxy of the list passes it on: Go refuses what it cannot check.'
        : `The checksum database cannot be asked through ${at}: Go refuses what it cannot check.`,
  },
  'zh-CN': {
    works: (via: string) => `Go 可以在此获取模块，来自 ${via}。`,
    direct: () => '没有代理提供该模块；Go 随后会访问模块自己的主机，此处未测试。',
    off: () => 'GOPROXY=off：Go 不下载任何内容。',
    missing: () => '没有代理拥有该模块，且列表末尾没有 direct。',
    stops: (at: string, status: number | null) =>
      `Go 停在 ${at}，${status === null ? '它无法访问' : `它返回 ${status}`}。`,
    hangs: (at: string) => `Go 会一直等待 ${at}，它没有应答。Go 对代理没有时间限制。`,
    'wrong-hash': (at: string) =>
      `${at} 提供的内容与校验和数据库的记录不同：Go 会拒绝（SECURITY ERROR）。请勿使用此代理。`,
    'no-database': (at: string | null) =>
      at === null
        ? '无法访问校验和数据库，列表中也没有代理转发它：Go 会拒绝无法校验的内容。'
        : `无法通过 ${at} 询问校验和数据库：Go 会拒绝无法校验的内容。`,
  },
} satisfies Record<Locale, unknown>;

/** Whether Go gets modules, as far as a test can tell. */
export function isGood({ kind }: ProxyVerdict): boolean {
  return kind === 'works' || kind === 'direct';
}

/** What Go would do with a list of proxies. */
export function describeVerdict(verdict: ProxyVerdict, locale: Locale): string {
  const say = verdicts[locale];
  switch (verdict.kind) {
    case 'works':
      return say.works(verdict.via);
    case 'stops':
      return say.stops(verdict.at, verdict.status);
    case 'hangs':
    case 'wrong-hash':
      return say[verdict.kind](verdict.at);
    case 'no-database':
      return say['no-database'](verdict.at);
    default:
      return say[verdict.kind]();
  }
}

const separators: Record<Locale, string> = {
  en: 'After a comma, Go asks the next proxy only where one answers 404 or 410; after "|", always.',
  'zh-CN': '逗号之后，只有返回 404 或 410 时 Go 才会询问下一个代理；“|”之后则总会询问。',
};

/** Why Go asks no further proxy, where that surprises; null: it does not. */
export function explainVerdict({ kind }: ProxyVerdict, locale: Locale): string | null {
  return kind === 'stops' ? separators[locale] : null;
}

const mistakes: Record<Locale, Record<ProxyMistake['kind'], string>> = {
  en: {
    'no-direct':
      'GOPROXY does not end with direct: modules that no proxy has, such as private ones, cannot be fetched.',
    'unknown-database':
      'GOSUMDB names no checksum database that Go knows, and has no key: every download fails.',
    'database-of-proxy':
      'A proxy is no checksum database. It passes on the one of Go, which Go asks through it by itself.',
    'unreachable-after': 'Go reads the list only up to direct or off: what stands behind it is never asked.',
    nothing: 'GOPROXY is set, but lists nothing: every download fails.',
    off: 'GOPROXY=off: Go downloads nothing.',
    'not-private':
      'only a private network can reach the host, and the public checksum database, which Go asks, cannot know the module: the download fails.',
  },
  'zh-CN': {
    'no-direct': 'GOPROXY 末尾没有 direct：代理中没有的模块（例如私有模块）无法获取。',
    'unknown-database': 'GOSUMDB 不是 Go 认识的校验和数据库，也没有密钥：所有下载都会失败。',
    'database-of-proxy': '代理不是校验和数据库。它转发 Go 的数据库，Go 会自动通过它查询。',
    'unreachable-after': 'Go 只读到 direct 或 off 为止：其后的内容永远不会被询问。',
    nothing: 'GOPROXY 已设置，但没有列出任何内容：所有下载都会失败。',
    off: 'GOPROXY=off：Go 不下载任何内容。',
    'not-private': '其主机只有内网才能访问，而 Go 所查询的公共校验和数据库不可能知道这样的模块：下载会失败。',
  },
};

/** What is wrong with a value. */
export function describeMistake({ kind, modules }: ProxyMistake, locale: Locale): string {
  const sentence = mistakes[locale][kind];
  return modules === undefined
    ? sentence
    : `${named(modules, locale)}${locale === 'en' ? ': ' : '：'}${sentence}`;
}

/** The first three, and how many more there are. */
function named(modules: readonly string[], locale: Locale): string {
  const more = modules.length - 3;
  const shown = modules.slice(0, 3).join(locale === 'en' ? ', ' : '、');
  if (more <= 0) return shown;
  return locale === 'en' ? `${shown} and ${more} more` : `${shown} 等 ${modules.length} 个模块`;
}
