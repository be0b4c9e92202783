// The collection page: what is in it, uploading with progress, replacing and removing.
import { element } from "./dom.js";
import { accessKey, date, notice, onLanguage, part, Refusal, refusal, request, startPage, words } from "./page.js";

/** @typedef {import("../../widget/types").DocumentDetail} DocumentDetail */
/** @typedef {import("../../widget/types").DocumentSummary} DocumentSummary */
/** @typedef {import("../../widget/types").Job} Job */
/**
 * An upload as it is shown: `sent` from 0 to 1 while it travels, then the server's job.
 * @typedef {{ names: string[], sent: number, job: Job | null, error: unknown }} Upload
 */

const POLL = 700;
const PATIENCE = 5;

/** @type {DocumentSummary[]} */
let documents = [];
let listed = false;
/** @type {Upload[]} */
const uploads = [];
/** @type {Map<string, DocumentDetail | null>} The documents whose details are open; null while they are fetched. */
const opened = new Map();

async function fetchDocuments() {
  /** @type {DocumentSummary[]} */
  const found = [];
  /** @type {string | null} */
  let next = "/v1/documents?limit=500";
  while (next) {
    /** @type {{ documents: DocumentSummary[], next: string | null }} */
    const page = await (await request(next)).json();
    found.push(...page.documents);
    next = page.next;
  }
  documents = found;
  listed = true;
  drawList();
}

/** @param {unknown} error */
function complain(error) {
  part("trouble").replaceChildren(notice(error));
}

function drawList() {
  const say = words();
  part("summary").textContent = listed ? say.documentCount(documents.length) : say.loading;
  part("empty").hidden = !listed || documents.length > 0;
  part("empty").textContent = say.noDocuments;
  part("list").replaceChildren(...documents.map(documentView));
}

/** @param {DocumentSummary} each */
function documentView(each) {
  const say = words();
  const open = opened.has(each.id);
  const named = [each.number, each.issuer].filter((fact) => fact !== null);
  const chooser = element("input", { type: "file", class: "unseen", "aria-label": say.replaceOf(each.title) });
  chooser.addEventListener("change", () => {
    const [file] = chooser.files ?? [];
    if (file) void send([replacement(file, each.id)]);
  });
  return element(
    "li",
    { class: "document" },
    element("h2", { lang: "zh-CN" }, element("a", { href: each.url }, each.title)),
    element(
      "p",
      { class: "facts" },
      ...named.map((fact) => element("span", { lang: "zh-CN" }, fact)),
      each.issued !== null && element("span", {}, date(each.issued)),
    ),
    element(
      "p",
      { class: "facts" },
      element("span", {}, say.taskCount(each.records)),
      element("span", {}, say.characterCount(each.characters)),
      each.warnings.length > 0 && element("span", { class: "warned" }, say.warningCount(each.warnings.length)),
    ),
    element(
      "div",
      { class: "actions" },
      element(
        "button",
        { type: "button", "aria-expanded": String(open), click: () => void toggle(each.id) },
        open ? say.fold : say.details,
      ),
      element(
        "a",
        { class: "button", href: `/v1/documents/${encodeURIComponent(each.id)}/original`, download: true },
        say.original,
      ),
      element("label", { class: "button" }, say.replace, chooser),
      element("button", { type: "button", class: "danger", click: () => void remove(each) }, say.remove),
    ),
    open && detailView(opened.get(each.id) ?? null, each),
  );
}

/** What was read of a document. @param {DocumentDetail | null} detail @param {DocumentSummary} each */
function detailView(detail, each) {
  const say = words();
  if (!detail) return element("p", { class: "none" }, say.loading);
  const sections = detail.sections.filter((section) => section.level > 0);
  return element(
    "div",
    { class: "detail" },
    element("p", {}, say.read(sections.length, detail.counts.tables ?? 0, detail.counts.passages ?? 0, each.records)),
    each.records > 0 &&
      element(
        "p",
        {},
        element("a", { href: `/tasks?document=${encodeURIComponent(each.id)}` }, say.toLedger(each.records)),
      ),
    each.warnings.length > 0 && element("h3", {}, say.warnings),
    each.warnings.length > 0 &&
      element("ul", { class: "warned" }, ...each.warnings.map((warning) => element("li", {}, warning))),
    element("h3", {}, say.outline),
    sections.length
      ? element(
          "ol",
          { class: "outline", lang: "zh-CN" },
          ...sections.map((section) =>
            element(
              "li",
              { class: `level-${Math.min(4, section.level)}` },
              element("a", { href: `${each.url}#s=${section.start}` }, section.path.at(-1)),
            ),
          ),
        )
      : element("p", { class: "none" }, say.noOutline),
  );
}

/** @param {string} id */
async function toggle(id) {
  if (opened.delete(id)) return drawList();
  opened.set(id, null);
  drawList();
  try {
    opened.set(id, await (await request(`/v1/documents/${encodeURIComponent(id)}`)).json());
  } catch (error) {
    opened.delete(id);
    complain(error);
  }
  drawList();
}

/** @param {DocumentSummary} each */
async function remove(each) {
  const dialog = /** @type {HTMLDialogElement} */ (part("confirm"));
  part("question").textContent = words().removeOf(each.title);
  dialog.returnValue = "";
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  if (dialog.returnValue !== "yes") return;
  try {
    await request(`/v1/documents/${encodeURIComponent(each.id)}`, { method: "DELETE" });
    opened.delete(each.id);
    await fetchDocuments();
  } catch (error) {
    complain(error);
  }
}

/** A file under the name that makes it the next state of a document. @param {File} file @param {string} id */
function replacement(file, id) {
  const ending = /\.[^.]+$/.exec(file.name)?.[0] ?? "";
  return new File([file], id + ending, { type: file.type });
}

/** Uploads files and follows the job that reads them. @param {File[]} files */
async function send(files) {
  if (!files.length) return;
  part("trouble").replaceChildren();
  /** @type {Upload} */
  const upload = { names: files.map((file) => file.name), sent: 0, job: null, error: null };
  uploads.unshift(upload);
  drawUploads();
  try {
    upload.job = await transfer(files, (sent) => {
      upload.sent = sent;
      drawUploads();
    });
    await follow(upload);
    for (const { document_id } of upload.job.files) opened.delete(document_id ?? "");
    await fetchDocuments();
  } catch (error) {
    upload.error = error;
  }
  drawUploads();
}

/** Sends files; only XMLHttpRequest tells how far an upload is. @param {File[]} files @param {(sent: number) => void} progress @returns {Promise<Job>} */
function transfer(files, progress) {
  const body = new FormData();
  for (const file of files) body.append("files", file, file.name);
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open("POST", "/v1/documents");
    const key = accessKey();
    if (key) sending.setRequestHeader("Authorization", `Bearer ${key}`);
    sending.upload.addEventListener("progress", (event) => progress(event.total ? event.loaded / event.total : 0));
    sending.addEventListener("error", () => reject(new Refusal(0, words().unreachable)));
    sending.addEventListener("load", () => {
      let said = null;
      try {
        said = JSON.parse(sending.responseText);
      } catch {
        // a proxy answered instead of the server
      }
      if (sending.status === 202 && said) resolve(said);
      else reject(refusal(sending.status, said));
    });
    sending.send(body);
  });
}

/** Asks for the job until it is finished; a network that is gone for a moment is waited for. @param {Upload} upload */
async function follow(upload) {
  let misses = 0;
  while (upload.job && upload.job.status !== "done" && upload.job.status !== "failed") {
    await new Promise((resolve) => setTimeout(resolve, POLL));
    try {
      upload.job = await (await request(upload.job.url)).json();
      misses = 0;
    } catch (error) {
      misses += 1;
      if (!(error instanceof Refusal) || error.status !== 0 || misses > PATIENCE) throw error;
    }
    drawUploads();
  }
}

function drawUploads() {
  part("jobs").replaceChildren(...uploads.map(uploadView));
}

/** @param {Upload} upload */
function uploadView(upload) {
  const say = words();
  const { job } = upload;
  const finished = job?.status === "done" || job?.status === "failed";
  const state = upload.error ? say.failed : !job ? say.sending : finished ? say.finished : say.reading;
  // Sending is the first half of the bar, reading the second.
  const progress = !job ? upload.sent / 2 : 0.5 + job.done / Math.max(1, job.total) / 2;
  const files =
    job?.files ?? upload.names.map((name) => ({ name, outcome: null, document_id: null, reason: null, warnings: [] }));
  return element(
    "li",
    { class: "job" },
    element("p", { class: "state" }, state),
    !finished && !upload.error && element("progress", { max: 1, value: progress, "aria-label": state }),
    upload.error !== null && notice(upload.error),
    element(
      "ul",
      {},
      ...files.map((file) =>
        element(
          "li",
          { class: file.outcome === "failed" ? "bad" : null },
          element(
            "span",
            { class: "file" },
            file.document_id
              ? element("a", { href: `/documents/${encodeURIComponent(file.document_id)}` }, file.name)
              : file.name,
          ),
          file.outcome && element("span", { class: "outcome" }, say.outcomes[file.outcome] ?? file.outcome),
          file.reason && element("span", { class: "reason" }, file.reason),
          ...(file.warnings ?? []).map((warning) => element("span", { class: "warned" }, warning)),
        ),
      ),
    ),
  );
}

const form = /** @type {HTMLFormElement} */ (part("upload"));
const chooser = /** @type {HTMLInputElement} */ (form.elements.namedItem("files"));
chooser.addEventListener("change", () => {
  const files = [...(chooser.files ?? [])];
  chooser.value = "";
  void send(files);
});
for (const name of /** @type {const} */ (["dragover", "dragleave", "drop"])) {
  form.addEventListener(name, (event) => {
    event.preventDefault();
    form.classList.toggle("over", name === "dragover");
    if (name === "drop") void send([...(event.dataTransfer?.files ?? [])]);
  });
}

onLanguage(() => {
  drawList();
  drawUploads();
});
startPage("documents");
fetchDocuments().catch(complain);
