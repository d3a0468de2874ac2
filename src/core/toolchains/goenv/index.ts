export {
  readEnvFile,
  readGorootEnvFile,
  readUserEnvFile,
  type Setting,
  settingsOf,
  userEnvFile,
} from './env-file.ts';
export { cachedToolchain, moduleCache, moduleCacheFolder } from './module-cache.ts';
export { parseProxies, type ProxyEntry } from './parse-proxies.ts';
export { matchingPattern } from './patterns.ts';
export { excludedBy, goproxy, proxyIsOff } from './proxy.ts';
export { gorootsOnPath, gosOnPath, goSetting } from './settings.ts';
export { escapedPath, modulePath, moduleUrl, moduleVersion } from './toolchain-module.ts';
