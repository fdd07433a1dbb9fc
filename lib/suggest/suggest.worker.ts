import { answerRequests } from './answer-requests';
import type { SuggestRequest } from './worker-messages';

const answer = answerRequests((message) => self.postMessage(message));

self.addEventListener('message', (event: MessageEvent<SuggestRequest>) => {
  void answer(event.data);
});
