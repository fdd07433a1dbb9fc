import { LinkButton } from '@/components/ui/link-button';
import { dataflowsPath, homePath } from '@/lib/paths';
import { Mark } from './mark';

/** Said for an address that leads nowhere, with two ways on. */
export function NotFoundMessage() {
  return (
    <div className="mx-auto flex w-full max-w-xl flex-1 flex-col justify-center gap-4 px-6 py-16">
      <Mark size={40} />
      <h1 className="text-3xl">This page does not exist</h1>
      <p className="text-lg text-text-muted">
        The address may be mistyped, what it showed may have been removed, or it belongs to another sandbox.
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <LinkButton variant="primary" href={homePath()}>
          Home
        </LinkButton>
        <LinkButton href={dataflowsPath()}>Dataflows</LinkButton>
      </div>
    </div>
  );
}
