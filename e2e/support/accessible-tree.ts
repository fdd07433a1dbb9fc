import type { Page } from '@playwright/test';

export type AccessibleRow = {
  name: string;
  level: number;
  /** “2 of 5”, among its siblings. */
  place: string;
  expanded: boolean | undefined;
  selected: boolean;
  focused: boolean;
};

type AXNode = {
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
  properties?: { name: string; value: { value?: unknown } }[];
  nodeId: string;
  parentId?: string;
  backendDOMNodeId?: number;
};

/**
 * The rows of a tree as Chromium hands them to a screen reader. Its protocol leaves out position and set size, which
 * are read from the attributes.
 */
export async function readAccessibleTree(page: Page, gridName: string): Promise<AccessibleRow[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AXNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const isInside = (node: AXNode): boolean => {
    for (let at: AXNode | undefined = node; at; at = byId.get(at.parentId ?? '')) {
      if (at.role?.value === 'treegrid') return at.name?.value === gridName;
    }
    return false;
  };
  const rows = nodes.filter((node) => !node.ignored && node.role?.value === 'row' && isInside(node));
  const places = await page
    .getByRole('treegrid', { name: gridName })
    .getByRole('row')
    .evaluateAll((elements) =>
      elements.map(
        (element) => `${element.getAttribute('aria-posinset')} of ${element.getAttribute('aria-setsize')}`,
      ),
    );
  return rows.map((node, at) => {
    const property = (name: string) => node.properties?.find((one) => one.name === name)?.value.value;
    return {
      name: node.name?.value ?? '',
      level: Number(property('level') ?? 0),
      place: places[at] ?? '',
      expanded: property('expanded') as boolean | undefined,
      selected: property('selected') === true,
      focused: property('focused') === true,
    };
  });
}
