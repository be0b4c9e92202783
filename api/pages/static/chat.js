// The chat page: the widget at full size, in the page's language.
import { accessKey, language, onLanguage, startPage } from "./page.js";

const chat = /** @type {HTMLElement} */ (document.querySelector("zhengwen-chat"));
const key = accessKey();
if (key) chat.dataset.key = key;
onLanguage(() => {
  chat.dataset.lang = language();
});
startPage("chat");
