// Printed pages in the reader.
import { element } from "./dom.js";
import { notice, request, words } from "./page.js";

/**
 * The beginning of a printed page: shows the page itself, with what is cited marked, when it is opened.
 * @param {number} number
 * @param {string} address of its picture
 */
export function pageView(number, address) {
  const say = words();
  const holder = element("div", { class: "picture", hidden: true });
  const button = element("button", { type: "button", class: "quiet", "aria-expanded": "false" }, say.page(number));
  button.addEventListener("click", async () => {
    holder.hidden = !holder.hidden;
    button.setAttribute("aria-expanded", String(!holder.hidden));
    if (holder.hidden || holder.firstChild) return;
    holder.append(element("p", { class: "none" }, say.loading));
    try {
      const picture = element("img", { alt: say.pictureOf(number), width: 1400 });
      picture.src = await dataAddress(await (await request(address)).blob());
      holder.replaceChildren(picture);
    } catch (error) {
      holder.replaceChildren(notice(error));
    }
  });
  return element("div", { class: "page" }, button, holder);
}

/** A picture that was fetched with the key, as an address that the policy allows. @param {Blob} content @returns {Promise<string>} */
function dataAddress(content) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(content);
  });
}
