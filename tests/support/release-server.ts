import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { sha256, zipOf } from './archive-writers.ts';
import { type FakeToolchain, fakeArchive, fakeModuleFiles, moduleVersion } from './fake-toolchains.ts';
import { fileSha256, fromRealProxy, realArchive } from './real-toolchains.ts';
import { moduleHash, TestChecksumDatabase } from './test-checksum-database.ts';

/** Something that goes wrong for requests whose path and query match. The latest one that matches counts. */
export interface Fault {
  path: RegExp;
  /** After so many requests it is over; left out: it stays. */
  times?: number;
  kind:
    | { status: number }
    /** Answers 200 with a sign-in page. */
    | 'html'
    /** Promises everything, closes the connection after half of it. */
    | 'truncate'
    /** Sends half and then nothing, until the client goes. */
    | 'stall'
    /** One byte in the middle is another. */
    | 'corrupt'
    /** Sends everything in steps, about this many bytes a second. */
    | { bytesPerSecond: number };
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
 * A loopback server in the shape of both places that Go comes from: the download site (`dl`: an index and archives)
 * and a module proxy with a checksum database (`proxy`). What the proxy does not make itself it fetches once from
 * the machine's real module proxy and keeps in the test cache, the real checksum database included.
 */
export class ReleaseServer {
  /** Paths with queries, in the order they were asked for. */
  readonly requests: string[] = [];
  /** Holds the fake toolchains; real ones stand in the real database, through `proxy`. */
  readonly database = new TestChecksumDatabase();
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  readonly #releases = new Map<string, IndexEntry>();
  readonly #contents = new Map<string, Content>();
  #faults: Fault[] = [];
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

  /** Shows this tree head with every record from now on, whatever the tree has become. */
  showHead(head: string): void {
    this.database.head = () => head;
  }

  /** Lets in to these paths only who signs in as `user:password`. */
  guard(path: RegExp, credentials: string): void {
    this.#guarded = { path, authorization: `Basic ${Buffer.from(credentials).toString('base64')}` };
  }

  fail(fault: Fault): void {
    this.#faults.unshift(fault);
  }
  /** Takes all faults back. */
  heal(): void {
    this.#faults = [];
  }

  /** Offers a fake Go at the download site and as a module. `unknownTo` leaves a place out. */
  offerFake(fake: FakeToolchain, unknownTo: ('dl' | 'proxy' | 'database')[] = []): { archiveSha256: string } {
    const archive = fakeArchive(fake);
    if (!unknownTo.includes('dl')) {
      this.#offerArchive(fake, archive, sha256(archive), archive.length);
    }
    const files = fakeModuleFiles(fake);
    if (!unknownTo.includes('proxy')) this.offerModule(fake, files);
    if (!unknownTo.includes('database')) {
      this.database.add('golang.org/toolchain', moduleVersion(fake), moduleHash(files));
    }
    return { archiveSha256: sha256(archive) };
  }

  /** Offers files as the module of a fake Go, at the proxy alone. */
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

  /** Offers a real Go at the download site, its archive made from the real module. false: it cannot be had. */
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
    const stable = !/rc|beta/.test(version);
    const entry = this.#releases.get(version) ?? { version, stable, files: [] };
    entry.files.push({ filename, os, arch, version, sha256: hash, size, kind: 'archive' });
    this.#releases.set(version, entry);
    this.#contents.set(`/dl/${filename}`, content);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '/';
    this.requests.push(url);
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
    } else if (typeof kind === 'object' && 'status' in kind) {
      response.writeHead(kind.status, { 'content-type': 'text/plain' }).end('not today\n');
    } else {
      const found = await this.#find(url);
      await send(found, request.method === 'HEAD', response, kind).catch(() => response.destroy());
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
    // What golang.org/toolchain names as its origin is the module proxy of the download site.
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

async function send(
  { status, content }: { status: number; content: Content },
  headOnly: boolean,
  response: ServerResponse,
  kind: Exclude<Fault['kind'], { status: number } | 'html'> | undefined,
): Promise<void> {
  const size = Buffer.isBuffer(content) ? content.length : (await stat(content.file)).size;
  response.writeHead(status, { 'content-type': 'application/octet-stream', 'content-length': size });
  if (headOnly) {
    response.end();
    return;
  }
  let sent = 0;
  for await (const chunk of read(content)) {
    const half = Math.floor(size / 2) - sent;
    const atHalf = half >= 0 && half < chunk.length;
    if (kind === 'corrupt' && atHalf) chunk[half] = (chunk[half] ?? 0) ^ 0xff;
    if ((kind === 'truncate' || kind === 'stall') && atHalf) {
      response.write(chunk.subarray(0, half));
      if (kind === 'stall') return;
      await pause(20);
      response.destroy();
      return;
    }
    sent += chunk.length;
    if (typeof kind === 'object') await pause((chunk.length / kind.bytesPerSecond) * 1000);
    if (response.destroyed) return;
    if (!response.write(chunk)) await drained(response);
  }
  response.end();
}

function read(content: Content): Readable {
  if (!Buffer.isBuffer(content)) return createReadStream(content.file, { highWaterMark: 64 * 1024 });
  const step = 64 * 1024;
  const pieces = Array.from({ length: Math.ceil(content.length / step) }, (_, i) =>
    Buffer.from(content.subarray(i * step, (i + 1) * step)),
  );
  return Readable.from(pieces);
}

/** Until the client has taken what was written, or has gone. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      response.off('drain', go).off('close', go);
      resolve();
    };
    response.on('drain', go).on('close', go);
  });
}
