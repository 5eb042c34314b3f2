// The moderators' desk. Every page works without this; with it the queue is gone through by keys, rows are decided in place, and counts are live.
const KEYS_OFF = "blogkit.desk.keys-off";

const queue = document.querySelector("[data-desk-queue]");
const main = document.querySelector(".bk-desk-main");

// A page that came as the answer to a form whose address has a fragment: browsers take that for the focus.
document.querySelector(".bk-errors[autofocus]")?.focus();

liveCounts();
if (queue) {
  forgetNotice();
  goThroughQueue(queue);
}

// What the notice tells is told once: the address is the queue's own again.
function forgetNotice() {
  const url = new URL(location.href);
  if (!url.searchParams.has("done")) return;
  for (const name of ["done", "on", "v", "n", "same", "left", "op"]) url.searchParams.delete(name);
  history.replaceState(null, "", url);
}

function goThroughQueue(root) {
  const announce = root.querySelector("[data-announce]");
  const help = root.querySelector("[data-help-dialog]");
  const switchKeys = root.querySelector("[data-keys-on]");
  const pickAll = root.querySelector("[data-pick-all]");
  const doneHere = [];
  let keysOn = remembered() !== "yes";

  for (const hidden of root.querySelectorAll(".bk-needs-script")) hidden.hidden = false;
  switchKeys.checked = keysOn;
  switchKeys.addEventListener("change", () => {
    keysOn = switchKeys.checked;
    remember(keysOn ? null : "yes");
  });
  root.querySelector("[data-help]").addEventListener("click", () => help.showModal());
  pickAll?.addEventListener("change", () => {
    for (const box of root.querySelectorAll("[data-pick]")) box.checked = pickAll.checked;
  });

  root.addEventListener("submit", event => {
    const form = event.target.closest("form[data-desk-form]");
    if (!form || !event.submitter) return;
    event.preventDefault();
    decide(form, event.submitter);
  });

  document.addEventListener("keydown", event => {
    if (!keysOn || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || help.open || isTyping(event.target)) return;
    const act = actions[event.key];
    // Enter on a link or a button is that link's or button's.
    if (!act || (event.key === "Enter" && event.target.closest("a, button, summary, input, select"))) return;
    if (act(event)) event.preventDefault();
  });

  const actions = {
    j: () => step(1),
    k: () => step(-1),
    a: () => press("a"),
    s: () => press("s"),
    t: () => press("t"),
    h: () => press("h"),
    z: () => undo(),
    x: () => tick(),
    o: () => open(),
    Enter: () => open(),
    "/": () => search(),
    "?": () => { help.showModal(); return true; },
  };

  function rows() { return [...root.querySelectorAll("[data-desk-row]")]; }

  function current() { return document.activeElement?.closest?.("[data-desk-row]") ?? null; }

  function step(by) {
    const all = rows();
    if (all.length === 0) return false;
    const at = all.indexOf(current());
    show(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]);
    return true;
  }

  function show(row) {
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }

  function press(key) {
    const button = current()?.querySelector(`button[data-key="${key}"]`);
    button?.click();
    return Boolean(button);
  }

  function undo() {
    let button = null;
    while (!button && doneHere.length > 0) button = document.getElementById(doneHere.pop())?.querySelector('button[data-key="z"]') ?? null;
    button ??= document.querySelector('.bk-desk-notice button[data-key="z"]');
    button?.click();
    return Boolean(button);
  }

  function tick() {
    const box = current()?.querySelector("[data-pick]");
    if (!box) return false;
    box.checked = !box.checked;
    return true;
  }

  function open() {
    const link = current()?.querySelector("[data-open]");
    link?.click();
    return Boolean(link);
  }

  function search() {
    const field = root.querySelector("[data-search]");
    if (!field) return false;
    field.closest("details").open = true;
    field.focus();
    return true;
  }

  async function decide(form, button) {
    const row = form.closest("[data-desk-row]");
    if (row.dataset.busy) return;
    row.dataset.busy = "yes";
    const had = row.contains(document.activeElement);
    const data = new FormData(form);
    data.set(button.name, button.value);
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new URLSearchParams(data),
        headers: { "X-BlogKit-Fragment": "row" },
        credentials: "same-origin",
        redirect: "error",
      });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-desk-row]");
      if (!fresh) throw new Error("No row came back.");
      row.replaceWith(fresh);
      const outcome = fresh.querySelector("[data-outcome]")?.textContent ?? page.querySelector("[data-outcome]")?.textContent ?? button.textContent;
      say(outcome.trim());
      if (fresh.dataset.waiting) setCount("waiting", Number(fresh.dataset.waiting));
      if (answer.ok && button.value !== "undo") {
        doneHere.push(fresh.id);
        if (had) moveOn(fresh);
      } else if (had || button.value === "undo") {
        show(fresh);
      }
    } catch {
      // Whatever went wrong, the plain form tells it on a page of its own.
      delete row.dataset.busy;
      const sent = document.createElement("input");
      sent.type = "hidden";
      sent.name = button.name;
      sent.value = button.value;
      form.append(sent);
      form.submit();
    }
  }

  function moveOn(row) {
    const all = rows();
    const after = all.slice(all.indexOf(row) + 1).find(r => !r.classList.contains("bk-row-done"));
    show(after ?? row);
  }

  function say(text) {
    // Emptied first, so that the same words said twice are heard twice.
    announce.textContent = "";
    setTimeout(() => { announce.textContent = text; }, 50);
  }
}

function isTyping(target) {
  return target instanceof Element && Boolean(target.closest("textarea, select, [contenteditable], input:not([type=checkbox])"));
}

function remembered() {
  try { return localStorage.getItem(KEYS_OFF); } catch { return null; }
}

function remember(value) {
  try {
    if (value === null) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, value);
  } catch { /* A browser that keeps nothing forgets it. */ }
}

function setCount(name, count) {
  const text = count.toLocaleString(document.documentElement.lang || undefined);
  for (const element of document.querySelectorAll(`[data-live-count="${name}"]`)) {
    if (element.textContent !== text) element.textContent = text;
  }
  for (const element of document.querySelectorAll(`[data-live-some="${name}"]`)) element.hidden = count === 0;
  // What was refused is said first, whatever waits.
  if (name === "waiting" && !document.querySelector(".bk-errors[autofocus]")) {
    const title = document.title.replace(/^\([^)]*\) /, "");
    document.title = count > 0 ? `(${text}) ${title}` : title;
  }
}

// Counts of what waits, told by the server while the page is looked at.
function liveCounts() {
  const address = document.body.dataset.live;
  if (!address || !main || !("EventSource" in window) || !document.querySelector("[data-live-count]")) return;
  let source = null;
  const follow = () => {
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (!source) {
      source = new EventSource(address);
      source.addEventListener("counts", event => {
        const counts = JSON.parse(event.data);
        for (const [name, count] of Object.entries(counts)) setCount(name, count);
      });
    }
  };
  document.addEventListener("visibilitychange", follow);
  // A page that is left must not keep a connection of the few a browser has for a host.
  addEventListener("pagehide", () => { source?.close(); source = null; });
  addEventListener("pageshow", follow);
  follow();
}
