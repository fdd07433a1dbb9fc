'use client';

import { Mark } from '@/components/shell/mark';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { describeAppError } from '@/lib/describe-app-error';
import { homePath } from '@/lib/paths';

/** The last resort, for faults that nobody foresaw. The digest finds them in the server's log. */
export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  /** Reads the page anew before it is shown again. */
  retry: () => void;
}) {
  const words = describeAppError({ kind: 'unexpected', incidentId: error.digest ?? 'browser' });
  return (
    <main id="main" className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-6 py-12">
      <Mark size={40} />
      <h1 className="text-3xl">{words.title}</h1>
      <p className="text-lg text-text-muted">
        {words.body} {words.remedy}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button variant="primary" onPress={retry}>
          Try again
        </Button>
        <LinkButton href={homePath()}>Home</LinkButton>
      </div>
    </main>
  );
}
