import { createEmulator, type EmulatorOptions } from './emulator';
import { demoOrganisation, demoSignInClient, type SeedName } from './seed-world';

const seeds: SeedName[] = ['demo', 'empty', 'large'];

function readArguments(args: string[]): EmulatorOptions & { port: number } {
  const options: EmulatorOptions & { port: number } = { port: Number(process.env.EMULATOR_PORT ?? 4010) };
  for (let i = 0; i < args.length; i += 2) {
    const [name, value] = [args[i], args[i + 1]];
    if (value === undefined) throw new Error(`${name} needs a value.`);
    if (name === '--port') options.port = Number(value);
    else if (name === '--data') options.dataFile = value;
    else if (name === '--seed') {
      const seed = seeds.find((candidate) => candidate === value);
      if (!seed) throw new Error(`--seed is one of ${seeds.join(', ')}.`);
      options.seed = seed;
    } else throw new Error(`Unknown option ${name}; known are --port, --data and --seed.`);
  }
  if (!Number.isInteger(options.port) || options.port < 0 || options.port > 65_535) {
    throw new Error('The port is a number from 0 to 65535.');
  }
  const key = process.env.EMULATOR_CONTROL_KEY;
  return key === undefined || key === '' ? options : { ...options, controlKey: key };
}

function describeFailure(error: unknown, port: number): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${port} is already in use: stop what runs there or set EMULATOR_PORT to another port.`;
  }
  return error instanceof Error ? error.message : 'The emulator could not start.';
}

async function serve(): Promise<void> {
  const { port, ...options } = readArguments(process.argv.slice(2));
  try {
    const emulator = createEmulator(options);
    const { url } = await emulator.listen(port);
    console.log(`Platform emulator on ${url} (IMS under ${url}/ims, control under ${url}/__emu)
  organisation   ${demoOrganisation.orgId}, sandboxes ${demoOrganisation.sandboxes.join(', ')}
  server         client id ${demoOrganisation.clientId}, secret ${demoOrganisation.clientSecret}
  sign-in        client id ${demoSignInClient.clientId}, secret ${demoSignInClient.clientSecret}
  Stripe         sk_test_tributary, rk_test_charges_only, sk_test_expired
  OneTrust       ot_tributary with host demo.onetrust.example, ot_expired`);
    const stop = () => void emulator.close().then(() => process.exit(0));
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  } catch (error) {
    throw new Error(describeFailure(error, port), { cause: error });
  }
}

serve().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'The emulator could not start.');
  process.exit(1);
});
