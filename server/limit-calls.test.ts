import { expect, test } from 'vitest';
import { limitCalls } from './limit-calls';

/** Calls that end when they are told to, with the order in which they began. */
function aQueue(atOnce: number) {
  const turn = limitCalls(atOnce);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const call = (name: string, ahead = 0) =>
    turn(() => {
      begun.push(name);
      return new Promise<void>((end) => ends.set(name, end));
    }, ahead);
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, call, end };
}

test('so many calls run at a time, the others in the order in which they came', async () => {
  const { begun, call, end } = aQueue(2);
  const all = ['a', 'b', 'c', 'd'].map((name) => call(name));
  expect(begun).toEqual(['a', 'b']);
  await end('b');
  await end('a');
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
  await end('c');
  await end('d');
  await Promise.all(all);
});

test('a call that is ahead overtakes at most so many, however many come', async () => {
  const { begun, call, end } = aQueue(1);
  const all = ['first', 'a', 'b', 'c'].map((name) => call(name));
  all.push(call('one ahead', 1), call('two ahead', 3));
  for (const name of ['first', 'a', 'b', 'two ahead', 'one ahead', 'c']) await end(name);
  expect(begun).toEqual(['first', 'a', 'b', 'two ahead', 'c', 'one ahead']);
  await end('one ahead');
  await Promise.all(all);
});

test('a call that throws gives its place back', async () => {
  const turn = limitCalls(1);
  await expect(turn(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(turn(async () => 'yes')).resolves.toBe('yes');
});
