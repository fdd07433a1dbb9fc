import type { config } from 'zod';

declare global {
  var __zod_globalConfig: Parameters<typeof config>[0] | undefined;
}

// Zod otherwise probes `new Function`, which the content security policy reports as a violation. It keeps its settings
// here and takes up what it finds; importing it to say so would make every first load carry it.
globalThis.__zod_globalConfig = Object.assign(globalThis.__zod_globalConfig ?? {}, { jitless: true });
