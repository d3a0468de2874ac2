export type { ProxyEntry } from './parse-proxies.ts';
export { excludedBy, goproxy, proxyIsOff } from './proxy.ts';
export { gorootsOnPath, goSetting, writtenSetting } from './settings.ts';
export { modulePath, moduleUrl, moduleVersion } from './toolchain-module.ts';
