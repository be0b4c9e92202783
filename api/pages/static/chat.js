// The chat page: the widget at full size, in the page's language.
import { accessKey, language, notice, onLanguage, part, Refusal, request, startPage } from "./page.js";

const chat = /** @type {HTMLElement} */ (document.querySelector("zhengwen-chat"));
const key = accessKey();
if (key) chat.dataset.key = key;
onLanguage(() => {
  chat.dataset.lang = language();
});
startPage("chat");

// Whether this server wants a key is better known before the first question.
request("/v1/documents?limit=1").catch((error) => {
  if (error instanceof Refusal && error.status === 401) part("main").prepend(notice(error));
});
