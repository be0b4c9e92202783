// Registers the element, and places one for hosts that only include the script.
import { ZhengwenChat } from "./element.js";

const script = document.currentScript;
if (!customElements.get("zhengwen-chat")) customElements.define("zhengwen-chat", ZhengwenChat);

function place() {
  if (!(script instanceof HTMLScriptElement) || document.querySelector("zhengwen-chat")) return;
  const chat = document.createElement("zhengwen-chat");
  Object.assign(chat.dataset, { mode: "floating", server: new URL(script.src).origin }, { ...script.dataset });
  document.body.append(chat);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
else place();
