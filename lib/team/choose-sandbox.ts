import * as z from 'zod';
import { sandboxNameSchema } from '@/lib/ids';

export const chooseSandboxInput = z.strictObject({ sandboxName: sandboxNameSchema });
