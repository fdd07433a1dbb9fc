/** Why an answer is no answer; the cause of every `PlatformError` of kind `unreadable`. Holds no text of the answer. */
export class UnreadableReply extends Error {
  constructor(
    readonly reason: 'redirect' | 'too-large' | 'not-json' | 'too-deep' | 'doubled-key' | 'unexpected-shape',
    /** Names fields, never values. */
    message: string,
  ) {
    super(message);
    this.name = 'UnreadableReply';
  }
}
