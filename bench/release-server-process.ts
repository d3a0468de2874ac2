import process from 'node:process';
import { startReleaseServer } from '#testing/release-server';

// The server has its own process, because the benchmark waits synchronously and could not answer requests.
// It ends with its standard input, and so with its parent process.
const [version = '', os = '', arch = ''] = process.argv.slice(2);
const server = await startReleaseServer();
const offered = await server.offerReal(version, os, arch);
console.log(JSON.stringify({ dl: server.dl, proxy: server.proxy, offered }));
process.stdin.resume().once('end', () => void server.close());
