import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { sha256, zipOf } from './archive-writers.ts';
import { type FakeToolchain, fakeArchive, fakeModuleFiles, moduleVersion } from './fake-toolchains.ts';
import { fileSha256, fromRealProxy, realArchive, realSource } from './real-toolchains.ts';
import { moduleHash, TestChecksumDatabase } from './test-checksum-database.ts';

/** A fault for requests whose path and query match. If several match, the one added last applies. */
export interface Fault {
  path: RegExp;
  /** How many requests it affects; by default all. */
  times?: number;
  kind:
    | { status: number }
    /** Answers 200 with a sign-in page. */
    | 'html'
    /** Announces the whole length, and closes the connection after half of it. */
    | 'truncate'
    /** Sends half and then nothing until the client disconnects. */
    | 'stall'
    /** Changes one byte in the middle. */
    | 'corrupt'
    /** Closes the connection at this fraction of the whole file, 0 to 1, wherever the response began. */
    | { cutAt: number }
    /** Changes a byte at a quarter of the file, and closes the connection at half of it. */
    | 'corrupt-then-cut'
    /** Ignores ranges, and always sends the whole file. */
    | 'no-ranges'
    /** Sends the file and then zeros until the client disconnects. */
    | 'endless'
    /** Sends everything at about this rate. */
    | { bytesPerSecond: number }
    /** Accepts the request and says nothing. */
    | 'silent'
    /** Sends a byte every half second, without an end. */
    | 'drip'
    /** Sends a byte and then nothing, each time. */
    | 'one-byte'
    /** Answers 200 with nothing. */
    | 'empty'
    /** Answers 200 with random bytes of the right length. */
    | 'garbage'
    /** Redirects to itself. */
    | 'loop'
    /** Sends 64 MiB of zeros, compressed a thousandfold. */
    | 'inflating'
    /** Answers with what belongs to another address. */
    | 'other'
    /** Closes the connection without an answer. */
    | 'reset';
}

type Content = Buffer | { file: string };
interface IndexEntry {
  version: string;
  stable: boolean;
  files: {
    filename: string;
    os: string;
    arch: string;
    version: string;
    sha256: string;
    size: number;
    kind: string;
  }[];
}

/**
 * A loopback server that acts as both sources of Go: the download site (`dl`, an index and archives) and a module proxy
 * with a checksum database (`proxy`). What the tests have not added to the proxy is fetched from the machine's real
 * module proxy and kept in the test cache, including the real checksum database.
 */
export class ReleaseServer {
  /** The paths and queries of all requests, in order. */
  readonly requests: string[] = [];
  /** The `Range` header of each request that had one, in order. */
  readonly ranges: string[] = [];
  /** Has the records of the fake toolchains; those of real ones are in the real database, through `proxy`. */
  readonly database = new TestChecksumDatabase();
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  readonly #releases = new Map<string, IndexEntry>();
  readonly #contents = new Map<string, Content>();
  #faults: Fault[] = [];
  /** Lets ms pass for whoever waits for a server that says nothing or sends byte by byte. */
  passTime: ((ms: number) => void) | null = null;
  #guarded: { path: RegExp; authorization: string } | null = null;

  /** Listens on a free port. */
  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  /** For BURROW_GO_DL. */
  get dl(): string {
    return `${this.url}/dl`;
  }
  /** For GOPROXY. */
  get proxy(): string {
    return `${this.url}/proxy`;
  }
  /** For GOSUMDB when fake toolchains are installed: name, key and address. */
  get sumdb(): string {
    return `${this.database.key} ${this.url}/sumdb/${this.database.name}`;
  }

  /** Returns this tree head with every record from now on, even if the tree has grown. */
  showHead(head: string): void {
    this.database.head = () => head;
  }

  /** Requires the credentials `user:password` for these paths. */
  guard(path: RegExp, credentials: string): void {
    this.#guarded = { path, authorization: `Basic ${Buffer.from(credentials).toString('base64')}` };
  }

  fail(fault: Fault): void {
    this.#faults.unshift(fault);
  }
  /** Removes all faults. */
  heal(): void {
    this.#faults = [];
  }

  /** Offers a fake Go at the download site and as a module, except in the places `unknownTo`. */
  offerFake(fake: FakeToolchain, unknownTo: ('dl' | 'proxy' | 'database')[] = []): { archiveSha256: string } {
    const archive = fakeArchive(fake);
    if (!unknownTo.includes('dl')) {
      this.offerArchive(fake, archive);
    }
    const files = fakeModuleFiles(fake);
    if (!unknownTo.includes('proxy')) this.offerModule(fake, files);
    if (!unknownTo.includes('database')) {
      this.database.add('golang.org/toolchain', moduleVersion(fake), moduleHash(files));
    }
    return { archiveSha256: sha256(archive) };
  }

  /** Offers an archive of a fake Go, only at the download site. `size` is the one in the index. */
  offerArchive(fake: FakeToolchain, archive: Buffer, size = archive.length): void {
    this.#offerArchive(fake, archive, sha256(archive), size);
  }

  /** Lists and serves an installer, e.g. `go1.26.1.darwin-arm64.pkg`. */
  offerInstaller(fake: FakeToolchain, filename: string, content: Buffer): void {
    const { version, os, arch } = fake;
    const sum = { hash: sha256(content), size: content.length };
    this.#offerFile({ version, os, arch, kind: 'installer' }, filename, content, sum);
  }

  /** Offers the source archive of a version at the download site. */
  offerSource(version: string, archive: Buffer): void {
    const what = { version, os: '', arch: '', kind: 'source' };
    this.#offerFile(what, `${version}.src.tar.gz`, archive, { hash: sha256(archive), size: archive.length });
  }

  /** Offers the sources of a real Go; returns false if they are not available. */
  async offerRealSource(version: string): Promise<boolean> {
    const file = await realSource(version);
    if (!file) return false;
    const what = { version, os: '', arch: '', kind: 'source' };
    const sum = { hash: await fileSha256(file), size: (await stat(file)).size };
    this.#offerFile(what, `${version}.src.tar.gz`, { file }, sum);
    return true;
  }

  /** Offers files as the module of a fake Go, only at the proxy. */
  offerModule(fake: FakeToolchain, files: ReturnType<typeof fakeModuleFiles>): void {
    const at = `/proxy/golang.org/toolchain/@v/${moduleVersion(fake)}`;
    const list = this.#contents.get('/proxy/golang.org/toolchain/@v/list');
    const lines = Buffer.isBuffer(list) ? list.toString() : '';
    this.#contents.set(
      '/proxy/golang.org/toolchain/@v/list',
      Buffer.from(`${lines}${moduleVersion(fake)}\n`),
    );
    this.#contents.set(`${at}.zip`, zipOf(files));
    this.#contents.set(
      `${at}.info`,
      Buffer.from(JSON.stringify({ Version: moduleVersion(fake), Time: '2026-01-01T00:00:00Z' })),
    );
  }

  /** Offers the archives of another server, without an index. */
  mirror(other: ReleaseServer): void {
    for (const [path, content] of other.#contents)
      if (path.startsWith('/dl/')) this.#contents.set(path, content);
  }
  /** Serves a file that belongs to no Go at this path. */
  offerFile(path: string, content: Buffer): void {
    this.#contents.set(path, content);
  }
  /** Serves what is at the path `from` at `to` as well. */
  rename(from: string, to: string): void {
    const content = this.#contents.get(from);
    if (content) this.#contents.set(to, content);
  }

  /** Offers a real Go at the download site, as an archive made from its module; returns false if it is not available. */
  async offerReal(version: string, os = 'linux', arch = 'amd64'): Promise<boolean> {
    const file = await realArchive(version, `${os}-${arch}`);
    if (!file) return false;
    this.#offerArchive({ version, os, arch }, { file }, await fileSha256(file), (await stat(file)).size);
    return true;
  }

  #offerArchive(
    what: { version: string; os: string; arch: string },
    content: Content,
    hash: string,
    size: number,
  ): void {
    const { version, os } = what;
    const arch = what.arch === 'arm' ? 'armv6l' : what.arch;
    const filename = `${version}.${os}-${arch}.${os === 'windows' ? 'zip' : 'tar.gz'}`;
    this.#offerFile({ version, os, arch, kind: 'archive' }, filename, content, { hash, size });
  }

  #offerFile(
    what: { version: string; os: string; arch: string; kind: string },
    filename: string,
    content: Content,
    { hash, size }: { hash: string; size: number },
  ): void {
    const { version } = what;
    const stable = !/rc|beta/.test(version);
    const entry = this.#releases.get(version) ?? { version, stable, files: [] };
    entry.files = entry.files.filter((file) => file.filename !== filename); // the latest offer counts
    entry.files.push({ ...what, filename, sha256: hash, size });
    this.#releases.set(version, entry);
    this.#contents.set(`/dl/${filename}`, content);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '/';
    this.requests.push(url);
    if (request.headers.range) this.ranges.push(request.headers.range);
    if (this.#guarded?.path.test(url) && request.headers.authorization !== this.#guarded.authorization) {
      response.writeHead(401, { 'content-type': 'text/plain' }).end('who are you?\n');
      return;
    }
    const fault = this.#faults.find(({ path, times }) => path.test(url) && times !== 0);
    if (fault?.times !== undefined) fault.times -= 1;
    const kind = fault?.kind;
    if (kind === 'html') {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html><body>Please sign in</body></html>');
    } else if (typeof kind === 'string' && isLie(kind)) {
      await lie(kind, await this.#find(url), request, response, (ms) => this.passTime?.(ms));
    } else if (typeof kind === 'object' && 'status' in kind) {
      response.writeHead(kind.status, { 'content-type': 'text/plain' }).end('not today\n');
    } else {
      const found = await this.#find(url);
      await send(found, request, response, kind).catch(() => response.destroy());
      if (kind === 'stall') await wait(response, () => this.passTime?.(500));
    }
  }

  async #find(url: string): Promise<{ status: number; content: Content }> {
    const { pathname, searchParams } = new URL(url, this.url);
    const path = decodeURI(pathname);
    if (path === '/dl/' && searchParams.get('mode') === 'json') {
      return { status: 200, content: Buffer.from(JSON.stringify([...this.#releases.values()])) };
    }
    const content = this.#contents.get(path);
    if (content) return { status: 200, content };
    if (path.includes(`/sumdb/${this.database.name}/`)) {
      const answer = this.database.answer(path.split(this.database.name)[1] ?? '');
      return { status: answer ? 200 : 404, content: answer ?? Buffer.from('not found\n') };
    }
    // The origin that golang.org/toolchain names is the module proxy of the download site.
    if (path.startsWith('/dl/mod/')) return this.#find(url.replace('/dl/mod/', '/proxy/'));
    if (path.startsWith('/proxy/')) {
      const { status, file } = await fromRealProxy(path.slice('/proxy'.length));
      if (file) return { status: 200, content: { file } };
      return { status, content: Buffer.from('not found\n') };
    }
    return { status: 404, content: Buffer.from('not found\n') };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

/** Starts a release server on loopback; `await using server = await startReleaseServer()`. */
export function startReleaseServer(): Promise<ReleaseServer> {
  return new ReleaseServer().listen();
}

const lies = [
  'silent',
  'drip',
  'one-byte',
  'empty',
  'garbage',
  'loop',
  'inflating',
  'other',
  'reset',
] as const;
type Lie = (typeof lies)[number];

function isLie(kind: string): kind is Lie {
  return lies.some((each) => each === kind);
}

/** Answers with something that is not the content, or not in any useful time. */
async function lie(
  kind: Lie,
  { content }: { content: Content },
  request: IncomingMessage,
  response: ServerResponse,
  passTime: (ms: number) => void,
): Promise<void> {
  const size = Buffer.isBuffer(content) ? content.length : (await stat(content.file)).size;
  if (kind === 'reset') return void response.destroy();
  if (kind === 'loop') return void response.writeHead(302, { location: request.url }).end();
  if (kind === 'empty') return void response.writeHead(200, { 'content-length': 0 }).end();
  if (kind === 'garbage') return void response.writeHead(200).end(randomBytes(size));
  if (kind === 'other') return void response.writeHead(200).end('v0.0.1-go1.99.9.linux-amd64\n');
  if (kind === 'inflating') {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    return void Readable.from(zerosOf(64 * 1024 ** 2))
      .pipe(createGzip())
      .pipe(response);
  }
  if (kind !== 'silent') {
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    response.write('x');
  }
  await wait(response, () => {
    passTime(500);
    if (kind === 'drip') response.write('x');
  });
}

/** Until the client disconnects. */
async function wait(response: ServerResponse, halfASecond: () => void): Promise<void> {
  while (!response.destroyed) {
    // Slower than the client takes a byte, so that its time does not run ahead of it.
    await pause(4);
    halfASecond();
  }
}

function* zerosOf(bytes: number): Generator<Buffer> {
  for (let sent = 0; sent < bytes; sent += 1024 ** 2) yield Buffer.alloc(1024 ** 2);
}

async function send(
  { status, content }: { status: number; content: Content },
  request: IncomingMessage,
  response: ServerResponse,
  kind: Exclude<Fault['kind'], { status: number } | 'html' | Lie> | undefined,
): Promise<void> {
  const size = Buffer.isBuffer(content) ? content.length : (await stat(content.file)).size;
  const tag = `"${Buffer.isBuffer(content) ? sha256(content).slice(0, 16) : size}"`;
  const from = status === 200 && kind !== 'no-ranges' ? rangeStart(request.headers, tag, size) : 0;
  response.writeHead(from > 0 ? 206 : status, {
    'content-type': 'application/octet-stream',
    etag: tag,
    ...(kind === 'endless' ? {} : { 'content-length': size - from }),
    ...(from > 0 && { 'content-range': `bytes ${from}-${size - 1}/${size}` }),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const stopAt =
    kind === 'truncate' || kind === 'stall' || kind === 'corrupt-then-cut'
      ? Math.floor(size / 2)
      : typeof kind === 'object' && 'cutAt' in kind
        ? Math.floor(size * kind.cutAt)
        : null;
  let at = from;
  for await (const chunk of read(content, from)) {
    const spoilt = Math.floor(size * (kind === 'corrupt' ? 0.5 : 0.25)) - at;
    const isCorrupt = kind === 'corrupt' || kind === 'corrupt-then-cut';
    if (isCorrupt && spoilt >= 0 && spoilt < chunk.length) chunk[spoilt] = (chunk[spoilt] ?? 0) ^ 0xff;
    if (stopAt !== null && stopAt < at + chunk.length) {
      response.write(chunk.subarray(0, Math.max(0, stopAt - at)));
      if (kind === 'stall') return;
      // The client loses what it has not read when the connection goes.
      await pause(300);
      response.destroy();
      return;
    }
    at += chunk.length;
    if (typeof kind === 'object' && 'bytesPerSecond' in kind) {
      await pause((chunk.length / kind.bytesPerSecond) * 1000);
    }
    if (response.destroyed) return;
    if (!response.write(chunk)) await drained(response);
  }
  if (kind === 'endless') await zeros(response);
  response.end();
}

async function zeros(response: ServerResponse): Promise<void> {
  while (!response.destroyed) {
    if (!response.write(Buffer.alloc(64 * 1024))) await drained(response);
  }
}

/** Where the response begins, for `Range: bytes=N-` with an `If-Range` that matches; 0 for the whole file. */
function rangeStart(headers: IncomingMessage['headers'], tag: string, size: number): number {
  const [, from] = /^bytes=(\d+)-$/.exec(headers.range ?? '') ?? [];
  const condition = headers['if-range'];
  if (from === undefined || Number(from) >= size || (condition !== undefined && condition !== tag)) return 0;
  return Number(from);
}

function read(content: Content, from: number): Readable {
  if (!Buffer.isBuffer(content)) {
    return createReadStream(content.file, { start: from, highWaterMark: 64 * 1024 });
  }
  const step = 64 * 1024;
  const rest = content.subarray(from);
  const pieces = Array.from({ length: Math.ceil(rest.length / step) }, (_, i) =>
    Buffer.from(rest.subarray(i * step, (i + 1) * step)),
  );
  return Readable.from(pieces);
}

/** Waits until the client has read what was written, or has disconnected. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      response.off('drain', go).off('close', go);
      resolve();
    };
    response.on('drain', go).on('close', go);
  });
}
