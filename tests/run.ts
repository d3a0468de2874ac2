import { setUp } from './setup/setup.ts';
await setUp((line) => console.log(`setup: ${line}`));
