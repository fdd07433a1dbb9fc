import { expect, it } from 'vitest';
import * as z from 'zod';
import './configure-zod';

it('keeps zod from building functions out of text, whichever is loaded first', () => {
  expect(z.config().jitless).toBe(true);
});
