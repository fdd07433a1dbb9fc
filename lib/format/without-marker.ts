/** A name or description in the platform without the mark by which this app finds its own objects again. */
export function withoutMarker(text: string): string {
  return text.replace(/\s*\[trib-[A-Z0-9]{12}\]\s*$/, '');
}
