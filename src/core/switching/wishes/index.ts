export { foldersUp, gatherWishes, pinsIn } from './gather.ts';
export { wishesOfGoMod } from './go-mod.ts';
export { miseFiles, miseOsNames } from './mise-files.ts';
export { wishesOfMiseToml } from './mise-toml.ts';
export { wishesOfToolVersions, wishesOfVariable, wishOfVersionFile } from './pins.ts';
export { shown, type Wanted, type Wish } from './wish.ts';
export { wishFiles } from './wish-files.ts';
