interface FenceCase {
  /** Where the planted file stands; each case has a file of its own. */
  file: string;
  code: string;
  why: string;
}

interface RefusedCase extends FenceCase {
  rule: string;
}

const imports = 'style/noRestrictedImports';
const globals = 'style/noRestrictedGlobals';
const processEnv = 'style/noProcessEnv';

function importing(source: string): string {
  return `import { thing } from '${source}';\nexport const used = thing;`;
}

function refuseImport(file: string, source: string, why: string): RefusedCase {
  return { file, code: importing(source), why, rule: imports };
}

function allowImport(file: string, source: string, why: string): FenceCase {
  return { file, code: importing(source), why };
}

/** Code the linter has to refuse. */
export const refused: RefusedCase[] = [
  refuseImport(
    'components/map/r1.tsx',
    '@/server/onboarding/load-draft',
    'a component that reads from the server',
  ),
  refuseImport('components/map/r2.tsx', '../../server/env', 'the same by a relative path'),
  refuseImport('components/map/r3.tsx', '@/app/providers', 'a component that imports a route'),
  refuseImport('components/map/r4.tsx', 'node:fs', 'a component that imports Node'),
  refuseImport('components/map/r5.tsx', 'drizzle-orm/pg-core', 'a component that imports the database'),
  refuseImport('components/map/r6.tsx', '@/components/schedule/form', 'a step that imports another step'),
  refuseImport('components/map/r7.tsx', '../schedule/form', 'the same by a relative path'),
  refuseImport('components/map/deep/r8.tsx', '../../schedule/form', 'the same from a nested folder'),
  refuseImport(
    'components/made-tomorrow/r9.tsx',
    '@/components/map/editor',
    'a step folder nobody has made yet',
  ),
  refuseImport('components/map/deep/r10.tsx', '@/server/env', 'the server from a nested folder'),
  refuseImport('components/wizard/r11.tsx', '@/server/env', 'the wizard frame that reads from the server'),
  refuseImport('components/r12.tsx', '@/server/env', 'a component outside any folder'),
  refuseImport('components/map/r13.tsx', '@/server/actions/deep/er', 'a helper below the actions'),
  refuseImport('components/ui/r1.tsx', '@/lib/mapping/mapping', 'a primitive that knows a domain word'),
  refuseImport('components/ui/r2.tsx', '@/components/map/editor', 'a primitive that knows a step'),
  refuseImport('components/ui/r3.tsx', '../map/editor', 'the same by a relative path'),
  refuseImport('components/ui/r4.tsx', '@/server/actions/save-draft', 'a primitive that calls an action'),
  refuseImport('lib/plan/r1.ts', 'react', 'React in the domain'),
  refuseImport('lib/plan/r2.ts', 'next/headers', 'Next in the domain'),
  refuseImport('lib/plan/r3.ts', 'node:crypto', 'Node in the domain'),
  refuseImport('lib/plan/r4.ts', '@/server/env', 'the server in the domain'),
  refuseImport('lib/plan/r5.ts', '../../server/env', 'the same by a relative path'),
  refuseImport('lib/plan/r6.ts', '@/components/ui/button', 'a component in the domain'),
  {
    file: 'lib/plan/r7.ts',
    code: 'export const a = process.pid;',
    why: 'process in the domain',
    rule: globals,
  },
  { file: 'lib/plan/r8.ts', code: "export const a = fetch('/');", why: 'fetch in the domain', rule: globals },
  {
    file: 'lib/plan/r9.ts',
    code: 'export const a = window.name;',
    why: 'the window in the domain',
    rule: globals,
  },
  {
    file: 'lib/plan/r10.ts',
    code: 'export const a = process.env.A;',
    why: 'variables in the domain',
    rule: processEnv,
  },
  refuseImport('server/platform/catalog/r1.ts', 'next/headers', 'Next behind the doors of the server'),
  refuseImport('server/platform/catalog/r2.ts', '@/server/env', 'variables behind the doors of the server'),
  refuseImport('server/onboarding/r3.ts', '../auth/require-person', 'sign-in behind the doors of the server'),
  refuseImport('server/ims/r4.ts', '@/server/actions/save-draft', 'an action behind the doors of the server'),
  refuseImport('server/monitoring/r5.ts', '@/e2e/emulator/core', 'the emulator in the product'),
  refuseImport('server/db/r6.ts', '@/components/ui/button', 'a component on the server'),
  refuseImport('server/actions/r7.ts', '@/app/layout', 'a route on the server'),
  refuseImport('server/auth/r8.ts', '../../e2e/emulator/core', 'the emulator by a relative path'),
  {
    file: 'server/auth/r9.ts',
    code: 'export const a = process.env.A;',
    why: 'a second reader of variables',
    rule: processEnv,
  },
  {
    file: 'app/r1.tsx',
    code: 'export const a = process.env.A;',
    why: 'a page that reads variables',
    rule: processEnv,
  },
  refuseImport('app/r2.tsx', '@/server/platform/http', 'a page that calls the platform'),
  refuseImport('app/deep/r3.tsx', '@/server/ims/token', 'a page that asks for tokens'),
  refuseImport('e2e/emulator/r1.ts', '@/lib/plan/plan', 'an emulator that shares code with the product'),
  refuseImport('e2e/emulator/r2.ts', '../../lib/plan/plan', 'the same by a relative path'),
  refuseImport(
    'e2e/emulator/flow-service/r3.ts',
    '@/server/platform/http',
    'an emulator that uses the client',
  ),
  refuseImport('e2e/specs/r4.spec.ts', '@/server/db/client', 'a journey that looks into the database'),
  refuseImport(
    'server/onboarding/r10.ts',
    '@/server/platform/catalog/datasets.wire',
    'a wire type outside its folder',
  ),
  refuseImport(
    'server/platform/catalog/r11.ts',
    '../flow-service/dataflows.wire',
    'a wire type of a neighbour',
  ),
  refuseImport(
    'server/db/r12.test.ts',
    '@/server/platform/catalog/datasets.wire',
    'a wire type in a test elsewhere',
  ),
  refuseImport('lib/dataflow/r11.ts', './flow-run/run.wire', 'a wire type of a folder below'),
];

/** Code of the same kind that has to stay possible. */
export const allowed: FenceCase[] = [
  allowImport('components/map/a1.tsx', '@/server/actions/save-draft', 'a component that calls an action'),
  allowImport('components/map/a2.tsx', '@/components/ui/button', 'a step that uses a primitive'),
  allowImport('components/map/a3.tsx', '@/components/wizard/step-frame', 'a step that uses the wizard frame'),
  allowImport('components/map/a7.tsx', '@/components/schema-tree/schema-tree', 'a step that shows a schema'),
  allowImport('components/map/a8.tsx', '@/components/shell/page-header', 'a step that uses the shell'),
  allowImport('components/map/a4.tsx', './editor', 'a step that uses its own folder'),
  allowImport('components/map/deep/a5.tsx', '../editor', 'a nested folder that uses its own step'),
  allowImport('components/map/a6.tsx', '@/lib/mapping/mapping', 'a step that uses the domain'),
  allowImport('components/ui/a1.tsx', 'react-aria-components', 'a primitive on React Aria'),
  allowImport('components/ui/a2.tsx', './button', 'a primitive on another'),
  allowImport('components/ui/a3.tsx', '@/components/ui/button', 'a primitive on another, by its full name'),
  allowImport('lib/plan/a1.ts', 'zod', 'a schema library in the domain'),
  allowImport('lib/plan/a2.ts', '@/lib/mapping/mapping', 'one domain folder on another'),
  allowImport('lib/plan/a3.test.ts', 'node:fs', 'Node in a test of the domain'),
  allowImport('lib/app-errors/a4.ts', '@/lib/app-error', 'a name that begins like a folder of routes'),
  allowImport('server/platform/catalog/a1.ts', './datasets.wire', 'a wire type inside its folder'),
  allowImport('server/platform/catalog/a2.ts', '@/server/platform/http', 'a client on the shared request'),
  allowImport('server/platform/catalog/a3.test.ts', '@/e2e/emulator/core', 'a test against the emulator'),
  allowImport('server/onboarding/a4.ts', '@/server/db/onboardings', 'a use case on the database'),
  allowImport('server/actions/a5.ts', '@/server/onboarding/save-draft', 'an action on a use case'),
  allowImport('server/auth/a6.ts', 'next-auth', 'the sign-in library at the door'),
  allowImport('app/a1.tsx', '@/server/onboarding/load-draft', 'a page on a use case'),
  allowImport('e2e/emulator/a1.ts', '@/lib/expression/evaluate', 'the one shared grammar'),
  allowImport('e2e/emulator/flow-service/a2.ts', '../core', 'an emulator file on another'),
  allowImport('e2e/specs/a3.spec.ts', '../fixtures', 'a journey on the fixtures'),
  { file: 'server/env.ts', code: 'export const a = process.env.A;', why: 'the one reader of variables' },
  { file: 'scripts/a1.mjs', code: 'export const a = process.env.A;', why: 'variables in a script' },
];
