import { describe, expect, it } from 'vitest';
import { redact } from './redact';

describe('redact', () => {
  it.each([
    ['Invalid API Key provided: sk_test_****1234', [], 'Invalid API Key provided: [removed]'],
    ['got Bearer abc.def and eyJhbGci.eyJzdWIi.c2ln', [], 'got [removed] and [removed]'],
    ['the host app.onetrust.com is unknown', ['app.onetrust.com'], 'the host [removed] is unknown'],
    ['short ab is in here', ['ab'], undefined],
    ['nothing to remove', ['', 'other'], 'nothing to remove'],
    [`cannot parse {"name":"${'x'.repeat(90)}"}.`, [], 'cannot parse {…}.'],
    ['one\r\ntwo\u202Ethree', [], 'one two three'],
    [undefined, ['secret'], undefined],
    ['   ', [], undefined],
  ])('turns %j with %j into %j', (text, secrets, expected) => {
    expect(redact(text, secrets)).toBe(expected);
  });
});
