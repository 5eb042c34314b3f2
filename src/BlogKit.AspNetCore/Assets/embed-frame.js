// Runs inside the frame: tells the page around it how high the discussion is, and keeps its theme.
const [mark, host, theme] = window.name.split(" ");
const origins = (document.body.dataset.origins || "").split(" ");

if (theme === "light" || theme === "dark") document.body.dataset.theme = theme;
if (mark === "blogkit" && parent !== window && (origins.includes(host) || host === location.origin)) {
  const page = document.documentElement;
  const tell = () => parent.postMessage({ blogkitHeight: Math.max(page.offsetHeight, document.body.scrollHeight) }, host);
  const observer = new ResizeObserver(tell);
  observer.observe(page);
  observer.observe(document.body);
  addEventListener("load", tell);
  tell();
}
// What is not part of the discussion opens where there is room for it.
for (const link of document.querySelectorAll("a[href]")) {
  if (link.origin !== location.origin || !(link.pathname + "/").startsWith(document.body.dataset.place + "/")) {
    link.target = "_blank";
    link.rel += " noopener";
  }
}
// A page that came as the answer to a form: a frame of another site gets no focus by itself.
document.querySelector(".bk-errors[autofocus]")?.focus();
