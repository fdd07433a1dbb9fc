import { ListSkeleton } from '@/components/shell/list-skeleton';
import { PageBody } from '@/components/shell/page-body';

export default function Loading() {
  return (
    <PageBody>
      <ListSkeleton label="Opening the page" />
    </PageBody>
  );
}
