// The editor: preview beside the text, what is typed kept on the server, pictures by drop, paste and choice. The page works without it.
const form = document.querySelector("[data-editor]");
const body = form?.querySelector("#bk-body");

const debounce = (action, delay) => {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
};

// Only the latest request counts: an older one is aborted.
const latest = () => {
  let running = null;
  return async (url, init) => {
    running?.abort();
    running = new AbortController();
    const response = await fetch(url, { ...init, method: "POST", credentials: "same-origin", signal: running.signal });
    return response;
  };
};

const fields = () => {
  const data = new FormData(form);
  data.delete("password");
  data.delete("do");
  return new URLSearchParams(data);
};

const keepTyping = () => {
  const status = form.querySelector("[data-kept]");
  const send = latest();
  let kept = fields().toString();
  let restored = false;
  try {
    restored = new URLSearchParams(location.search).has("restore");
  } catch {
    // Without a query there is nothing restored.
  }

  const keep = async () => {
    const now = fields();
    if (now.toString() === kept) {
      return;
    }
    try {
      const response = await send(form.dataset.autosave, { body: now });
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      const at = new Date(await response.text());
      kept = now.toString();
      status.textContent = form.dataset.savedText.replace("{0}", at.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }));
    } catch (error) {
      if (error.name !== "AbortError") {
        status.textContent = form.dataset.failedText;
      }
    }
  };

  const later = debounce(keep, 3000);
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  let leaving = false;
  form.addEventListener("submit", () => {
    leaving = true;
  });
  addEventListener("beforeunload", (event) => {
    if (!leaving && !restored && fields().toString() !== kept) {
      event.preventDefault();
    }
  });
};

const previewBeside = () => {
  const pane = form.querySelector("[data-preview-pane]");
  const wide = matchMedia("(min-width: 60rem)");
  const send = latest();
  const show = async () => {
    if (!wide.matches && pane.hidden) {
      return;
    }
    try {
      const response = await send(form.dataset.preview, { body: fields() });
      if (response.ok) {
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        pane.replaceChildren(...page.body.childNodes);
        pane.hidden = false;
      }
    } catch (error) {
      if (error.name !== "AbortError") {
        pane.hidden = pane.childElementCount === 0;
      }
    }
  };
  form.addEventListener("input", debounce(show, 400));
  form.addEventListener("change", debounce(show, 100));
  wide.addEventListener("change", show);
  form.addEventListener("submit", (event) => {
    if (event.submitter?.value === "preview") {
      event.preventDefault();
      pane.hidden = false;
      show().then(() => pane.scrollIntoView({ block: "nearest" }));
    }
  });
  show();
};

// Where nobody said a zone, the author thinks in that of their clock. A zone that was typed is theirs: it is never changed here.
const ownZone = () => {
  const moment = form.querySelector("#bk-publishAt");
  const zone = form.querySelector("[data-zone]");
  if (!moment || !zone) {
    return;
  }
  const two = (number) => String(number).padStart(2, "0");
  const offset = (date) => {
    const minutes = -date.getTimezoneOffset();
    const size = Math.abs(minutes);
    return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  };
  const local = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
  const clocks = () => offset(moment.value ? new Date(moment.value) : new Date());
  if (zone.dataset.zone === "unsaid") {
    if (moment.dataset.at) {
      moment.value = local(new Date(moment.dataset.at));
    }
    zone.value = clocks();
  }
  // Summer and winter have other offsets: the zone follows the moment as long as it is the clock's own.
  let own = zone.value === clocks() ? zone.value : null;
  zone.addEventListener("input", () => {
    own = null;
  });
  moment.addEventListener("change", () => {
    if (own !== null && zone.value === own) {
      zone.value = own = clocks();
    }
  });
};

// Where the caret is, or was before something else took the focus; the end of a text nobody has been in yet.
const caret = () => {
  let seen = document.activeElement === body;
  body.addEventListener("focus", () => {
    seen = true;
  });
  return () => (seen ? [body.selectionStart, body.selectionEnd] : [body.value.length, body.value.length]);
};

// Puts a text behind what is selected, and the caret behind the text. Nothing that was written is replaced.
const insert = (text, [, end]) => {
  body.focus();
  body.setSelectionRange(end, end);
  // Keeps the browser's own undo where it is supported.
  if (!document.execCommand?.("insertText", false, text)) {
    body.setRangeText(text, end, end, "end");
    body.dispatchEvent(new Event("input", { bubbles: true }));
  }
};

// The words for a picture, which may be none; null when the dialog was left without inserting.
const askAlternative = (url) => new Promise((resolve) => {
  const dialog = document.querySelector("[data-alt]");
  const text = dialog.querySelector("#bk-alt-text");
  dialog.querySelector("[data-alt-picture]").src = url;
  text.value = "";
  dialog.returnValue = "";
  dialog.addEventListener("close", () => resolve(dialog.returnValue === "insert" ? text.value.trim() : null), { once: true });
  dialog.showModal();
  text.focus();
});

const takePictures = () => {
  // Not where it says what was kept: that would put itself in the place of a refusal.
  const status = form.querySelector("[data-pictures]");
  const upload = form.querySelector("[data-upload]");
  const token = form.querySelector("input[name^='__']");
  const encode = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
  const escape = (text) => text.replace(/[\\[\]]/g, "\\$&").replace(/\s+/g, " ");
  const selection = caret();
  const send = async (file) => {
    status.textContent = form.dataset.uploadingText;
    const data = new FormData();
    data.append(token.name, token.value);
    data.append("file", file);
    const response = await fetch(form.dataset.media, { method: "POST", body: data, credentials: "same-origin", headers: { Accept: "application/json" } });
    if (!response.ok) {
      status.textContent = response.headers.get("content-type")?.startsWith("text/plain") ? await response.text() : form.dataset.failedText;
      return;
    }
    status.textContent = "";
    const { url, name } = await response.json();
    const place = selection();
    if (name) {
      insert(`[${escape(name)}](${url})\n`, place);
      return;
    }
    const alternative = await askAlternative(url);
    if (alternative === null) {
      body.focus();
      body.setSelectionRange(...place);
      return;
    }
    const isHtml = form.querySelector("[name=format]")?.value === "html";
    insert(isHtml ? `<img src="${encode(url)}" alt="${encode(alternative)}">\n` : `![${escape(alternative)}](${url})\n`, place);
  };
  const all = async (files) => {
    for (const file of files) {
      await send(file);
    }
  };
  const isPicture = (file) => file.type.startsWith("image/");
  upload.hidden = false;
  upload.querySelector("input").addEventListener("change", (event) => {
    all([...event.target.files]).then(() => {
      event.target.value = "";
    });
  });
  body.addEventListener("paste", (event) => {
    const files = [...event.clipboardData.files].filter(isPicture);
    if (files.length > 0) {
      event.preventDefault();
      all(files);
    }
  });
  body.addEventListener("dragover", (event) => {
    if ([...event.dataTransfer.items].some((item) => item.kind === "file")) {
      event.preventDefault();
      body.classList.add("bk-dropping");
    }
  });
  body.addEventListener("dragleave", () => body.classList.remove("bk-dropping"));
  body.addEventListener("drop", (event) => {
    body.classList.remove("bk-dropping");
    const files = [...event.dataTransfer.files];
    if (files.length === 0) {
      return;
    }
    // Whatever it is: a browser would leave the editor and open it.
    event.preventDefault();
    all(files.filter(isPicture)).then(() => {
      if (!files.every(isPicture)) {
        status.textContent = form.dataset.kindText;
      }
    });
  });
};

if (form && body) {
  ownZone();
  keepTyping();
  previewBeside();
  takePictures();
}
