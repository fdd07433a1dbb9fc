export type Options = {
  /** A cell such as `C7/F05`, a step such as `C7`, or empty for all. */
  cell: string;
  seed: number;
  jobs: number;
  /** How many random seeds to play, one onboarding each. */
  random: number;
  /** Chance of a fault for each call, in `n` onboardings. */
  noise: number;
  n: number;
  /** How many acknowledged saves of a draft to play, with kills. */
  saves: number;
  /** Whether everything runs on PostgreSQL, and not a half of the processes only. */
  isAllOnPostgres: boolean;
  /** Whether the cells of the public API are played, against the built app. */
  isThroughApi: boolean;
};

export const usage = `Usage: npm run chaos -- [--matrix full] [--cell C7/F05] [--random 500] [--noise 0.2 --n 200] [--saves 1000] [--through api] [--database postgres] [--seed 42] [--jobs 8]\n`;

/** Reads the command line; undefined when it cannot be understood. */
export function readOptions(args: readonly string[]): Options | undefined {
  const options: Options = {
    cell: '',
    seed: 42,
    jobs: 8,
    random: 0,
    noise: 0,
    n: 0,
    saves: 0,
    isAllOnPostgres: false,
    isThroughApi: false,
  };
  for (let index = 0; index < args.length; index += 2) {
    const [name, value] = [args[index], args[index + 1]];
    if (value === undefined) return undefined;
    if (name === '--matrix' && value === 'full') continue;
    if (name === '--database' && value === 'postgres') {
      options.isAllOnPostgres = true;
      continue;
    }
    if (name === '--through' && value === 'api') {
      options.isThroughApi = true;
      continue;
    }
    if (name === '--cell') options.cell = value;
    else if (
      name === '--seed' ||
      name === '--jobs' ||
      name === '--random' ||
      name === '--noise' ||
      name === '--n' ||
      name === '--saves'
    ) {
      const number = Number(value);
      if (!Number.isFinite(number) || number < 0) return undefined;
      options[name.slice(2) as 'seed'] = number;
    } else return undefined;
  }
  return options;
}
