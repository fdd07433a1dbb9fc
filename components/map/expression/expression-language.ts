import { HighlightStyle, LanguageSupport, LRLanguage, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { styleTags, tags } from '@lezer/highlight';
import { parser } from '@/lib/expression/generated/expression-parser';

const language = LRLanguage.define({
  name: 'data-prep',
  parser: parser.configure({
    props: [
      styleTags({
        'Call/Identifier Method/Identifier': tags.function(tags.name),
        'Lambda/Identifier': tags.local(tags.name),
        'Field/Identifier Field/QuotedName Member/Identifier Member/QuotedName': tags.propertyName,
        String: tags.string,
        Number: tags.number,
        DateTime: tags.number,
        'Null True False': tags.bool,
        'Plus Minus Star Slash Percent Bang Tilde Less LessEqual Greater GreaterEqual': tags.operator,
        'Equal NotEqual AndAnd OrOr and or not eq ne lt le gt ge div mod': tags.operator,
      }),
    ],
  }),
  languageData: { closeBrackets: { brackets: ['(', '[', '{', '"', "'"] } },
});

const colours = HighlightStyle.define([
  { tag: tags.function(tags.name), color: 'var(--accent-strong)', fontWeight: '600' },
  { tag: tags.local(tags.name), fontStyle: 'italic' },
  { tag: tags.operator, color: 'var(--text-muted)' },
]);

const look = EditorView.theme({
  '&': { height: 'auto' },
  '.cm-scroller': { minHeight: '7.5rem', maxHeight: '14rem' },
  '.cm-content': { padding: '0.5rem 0.75rem', minHeight: '7.5rem' },
  '.cm-placeholder': { color: 'var(--text-muted)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--font-mono, ui-monospace, Menlo, Consolas, monospace)',
    fontSize: '0.8125rem',
    maxHeight: '14rem',
    maxWidth: 'min(32rem, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'baseline',
    gap: '0.75rem',
    padding: '0.25rem 0.5rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--text)',
    outline: '1px solid var(--accent)',
    outlineOffset: '-1px',
  },
  '.cm-completionLabel': { flex: '1 1 auto', overflow: 'hidden', textOverflow: 'ellipsis' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': {
    marginInlineStart: 'auto',
    fontFamily: 'var(--font-sans, system-ui)',
    fontStyle: 'normal',
    fontSize: '0.75rem',
    color: 'var(--text-muted)',
    whiteSpace: 'nowrap',
  },
  '.cm-tooltip.cm-completionInfo': {
    fontFamily: 'var(--font-sans, system-ui)',
    maxWidth: '20rem',
    padding: '0.5rem 0.75rem',
  },
  '.cm-completionInfo p': { margin: '0 0 0.25rem' },
  '.cm-completionInfo code': { fontSize: '0.75rem', color: 'var(--text-muted)', overflowWrap: 'anywhere' },
});

/** The expression language for the editor: our grammar, its colours, and the look of a small box. */
export const expressionLanguage = new LanguageSupport(language, [syntaxHighlighting(colours), look]);
