/** Why signing in did not work, as the sign-in page is told in its `error` parameter. */
export const signInProblems = [
  'not-a-member',
  'email-not-verified',
  'email-taken',
  'no-email',
  'wrong-issuer',
] as const;

export type SignInProblem = (typeof signInProblems)[number];

/** One sentence with the remedy for the sign-in page; undefined when there is nothing to say. */
export function describeSignInProblem(code: string | undefined): string | undefined {
  switch (code) {
    case undefined:
    case '':
    case 'SessionRequired':
      return undefined;
    case 'not-a-member':
      return 'You are signed in at Adobe, but not a member of this workspace. Ask the owner to add your e-mail address to the team.';
    case 'email-not-verified':
      return 'Adobe has not verified your e-mail address yet. Confirm it in your Adobe account, then sign in again.';
    case 'email-taken':
      return 'Another Adobe account already uses your place in this workspace. Ask the owner to remove it, then sign in again.';
    case 'no-email':
      return 'Adobe did not tell us your e-mail address. Ask the owner to check the scopes of the sign-in client.';
    case 'wrong-issuer':
      return 'The answer did not come from the expected sign-in service, so it was refused. Ask the owner to check the configuration.';
    case 'AccessDenied':
    case 'access_denied':
      return 'You did not allow the sign-in. Nothing was changed; try again when you are ready.';
    case 'Configuration':
      return 'Signing in is not set up correctly. Ask the owner to check the configuration of the server.';
    default:
      return 'Signing in did not work. Try again; if it keeps failing, ask the owner to look at the log of the server.';
  }
}
