import process from 'node:process';
import { startReleaseServer } from '#testing/release-server';

// The server is a separate process because the benchmark waits synchronously for what it measures. It ends with its
// standard input, and so with the process that started it.
const [version = '', os = '', arch = ''] = process.argv.slice(2);
const server = await startReleaseServer();
const offered = await server.offerReal(version, os, arch);
console.log(JSON.stringify({ dl: server.dl, proxy: server.proxy, offered }));
process.stdin.resume().once('end', () => void server.close());
