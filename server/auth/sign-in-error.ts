import { signInProblems } from '@/lib/team/sign-in-problem';

const otherCodes = [
  'AccessDenied',
  'access_denied',
  'Configuration',
  'OAuthCallback',
  'OAuthSignin',
  'Callback',
];

/** The code the sign-in page is told: one that is known, whatever stood in an address. */
export function toSignInError(code: string): string {
  return [...signInProblems, ...otherCodes].includes(code) ? code : 'Callback';
}
