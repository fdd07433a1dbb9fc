import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { Mark } from '@/components/shell/mark';
import { River } from '@/components/shell/river';
import { SignInButton } from '@/components/shell/sign-in-button';
import { Notice } from '@/components/ui/notice';
import { toCallbackPath } from '@/lib/team/callback-path';
import { describeSignInProblem } from '@/lib/team/sign-in-problem';
import { getSession } from '@/server/auth/session';
import { getEnv } from '@/server/env';

export const metadata: Metadata = { title: 'Sign in' };

const facts = [
  ['Connect', 'Paste one credential. It goes straight to Adobe and is tested at once.'],
  ['Map', 'Draw source fields onto your schema, or accept what is suggested.'],
  ['Create', 'Read the exact plan first, then follow every run in the same place.'],
] as const;

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { callbackUrl, error } = await searchParams;
  const callbackPath = toCallbackPath(stripOrigin(callbackUrl));
  if (await getSession()) redirect(callbackPath as Route);
  const problem = describeSignInProblem(typeof error === 'string' ? error : undefined);
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(26rem,34rem)_1fr]">
      <main id="main" className="flex flex-col bg-surface px-6 py-8 sm:px-12 lg:border-e lg:border-line">
        <p className="flex items-center gap-2.5 text-xl font-semibold tracking-tight">
          <Mark size={32} />
          Tributary
        </p>
        <div className="my-auto py-10">
          <h1 className="text-3xl">Payments and consents, flowing into Experience Platform</h1>
          <p className="mt-4 text-lg text-text-muted">
            Connect Stripe or OneTrust, map the fields, choose a schedule. No developer, no scripts.
          </p>
          <div className="mt-8 flex flex-col gap-4">
            {problem !== undefined && (
              <Notice tone="negative" title="You are not signed in" announce="alert">
                {problem}
              </Notice>
            )}
            <SignInButton callbackPath={callbackPath} />
            <p className="text-sm text-text-muted">
              Your Adobe account needs to be a member of this workspace. An owner can add it.
            </p>
          </div>
          <dl className="mt-10 grid gap-4 border-t border-line pt-6">
            {facts.map(([step, words]) => (
              <div key={step} className="flex gap-4">
                <dt className="w-20 shrink-0 font-semibold">{step}</dt>
                <dd className="text-text-muted">{words}</dd>
              </div>
            ))}
          </dl>
        </div>
      </main>
      <div className="hidden items-center overflow-hidden ps-12 lg:flex">
        <River className="w-full max-w-4xl min-w-xl" />
      </div>
    </div>
  );
}

/** The sign-in library passes whole addresses of this app on; only their path matters. */
function stripOrigin(callbackUrl: string | string[] | undefined): string | undefined {
  if (typeof callbackUrl !== 'string') return undefined;
  const { appUrl } = getEnv();
  return callbackUrl.startsWith(`${appUrl}/`) ? callbackUrl.slice(appUrl.length) : callbackUrl;
}
