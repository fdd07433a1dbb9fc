/** The steps of the wizard, in order; each is a URL. */
export const steps = ['connect', 'data', 'map', 'schedule', 'review'] as const;
export type Step = (typeof steps)[number];

export const stepTitles: Readonly<Record<Step, string>> = {
  connect: 'Connect',
  data: 'Choose data',
  map: 'Map',
  schedule: 'Schedule',
  review: 'Review',
};

/** The step before this one, or undefined at the start. */
export function stepBefore(step: Step): Step | undefined {
  return steps[steps.indexOf(step) - 1];
}
