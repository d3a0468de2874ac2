export { compareVersions, isLanguageVersion, isPrerelease, minorOf, parseVersion } from './versions.ts';
