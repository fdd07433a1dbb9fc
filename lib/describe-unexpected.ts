/** What a screen says about a fault that nobody foresaw; by itself, because every page carries it for its last resort. */
export function describeUnexpected(incidentId: string) {
  return {
    title: 'This could not be completed',
    body: 'The cause is a fault in this app, not anything you entered. It was recorded.',
    remedy: `Try again. If it happens again, give your administrator the reference ${incidentId}.`,
    reference: incidentId,
  };
}
