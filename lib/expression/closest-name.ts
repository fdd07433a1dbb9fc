const maxNameLength = 64;

/** The name nearest to what was written, if it is near enough to have been meant. */
export function closestName(written: string, names: readonly string[]): string | undefined {
  if (written.length > maxNameLength) return undefined;
  const plain = normalize(written);
  let best = plain.length < 3 ? undefined : names.find((name) => normalize(name).startsWith(plain));
  // Who stopped in the middle of a name meant that one, unless another is a single slip away.
  let bestDistance = best === undefined ? Math.max(1, Math.floor(written.length / 3)) + 1 : 2;
  for (const name of names) {
    const distance = editDistance(plain, normalize(name));
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

function normalize(name: string): string {
  return name.toLowerCase().replaceAll('_', '');
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const edits = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits.push((beforeLast[j - 2] ?? 0) + 1);
      row.push(Math.min(...edits));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
