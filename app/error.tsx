'use client';

import { Mark } from '@/components/shell/mark';
import { buttonStyles } from '@/components/ui/button-styles';
import { describeUnexpected } from '@/lib/describe-unexpected';
import { homePath } from '@/lib/paths';

/**
 * The last resort, for faults that nobody foresaw. The digest finds them in the server's log. Every page brings it along,
 * in a script of its own: it has the browser's own button and link, and needs nothing that may be what failed.
 */
export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  /** Reads the page anew before it is shown again. */
  retry: () => void;
}) {
  const words = describeUnexpected(error.digest ?? 'browser');
  return (
    <main id="main" className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-6 py-12">
      <Mark size={40} />
      <h1 className="text-3xl">{words.title}</h1>
      <p className="text-lg text-text-muted">
        {words.body} {words.remedy}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <button
          type="button"
          onClick={retry}
          className={buttonStyles({ variant: 'primary', size: 'medium' })}
        >
          Try again
        </button>
        <a href={homePath()} className={buttonStyles({ variant: 'secondary', size: 'medium' })}>
          Home
        </a>
      </div>
    </main>
  );
}
