import type { TextRange } from './ast';

/** Something to tell about an expression. Errors keep it from working; warnings and hints do not. */
export interface Diagnostic extends TextRange {
  severity: 'error' | 'warning' | 'hint';
  message: string;
}
