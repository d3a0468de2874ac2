import process from 'node:process';
import { startReleaseServer } from '#testing/release-server';

// A server in a process of its own: what is measured is waited for synchronously, and nobody would answer it.
// It ends with its standard input, and so with whoever started it.
const [version = '', os = '', arch = ''] = process.argv.slice(2);
const server = await startReleaseServer();
const offered = await server.offerReal(version, os, arch);
console.log(JSON.stringify({ dl: server.dl, proxy: server.proxy, offered }));
process.stdin.resume().once('end', () => void server.close());
