// Runs inside the frame: tells the page around it how high the discussion is, and keeps its theme.
const [mark, host, theme] = window.name.split(" ");
const origins = (document.body.dataset.origins || "").split(" ");

if (theme === "light" || theme === "dark") document.body.dataset.theme = theme;
if (mark === "blogkit" && parent !== window && (origins.includes(host) || host === location.origin)) {
  const tell = () => parent.postMessage({ blogkitHeight: document.body.scrollHeight }, host);
  new ResizeObserver(tell).observe(document.body);
  tell();
}
// What is not part of the discussion opens where there is room for it.
for (const link of document.querySelectorAll("a[href]")) {
  if (link.origin !== location.origin || !(link.pathname + "/").startsWith(document.body.dataset.place + "/")) {
    link.target = "_blank";
    link.rel += " noopener";
  }
}
