// Puts BlogKit discussions on any page: <blogkit-thread post="slug"></blogkit-thread> or <div data-blogkit-thread="slug"></div>.
const base = new URL(".", import.meta.url);
const frames = new Set();

const mount = (place) => {
  const slug = place.getAttribute("post") || place.dataset.blogkitThread;
  if (!slug || place.querySelector("iframe")) return;
  const url = new URL("embed/" + encodeURIComponent(slug), base);
  for (const name of ["sort", "theme"]) {
    if (place.dataset[name]) url.searchParams.set(name, place.dataset[name]);
  }
  const frame = document.createElement("iframe");
  // The name stays while the reader moves about inside the frame.
  frame.name = "blogkit " + location.origin + " " + (place.dataset.theme || "auto");
  frame.title = place.dataset.title || "Comments";
  frame.loading = "lazy";
  // A frame of the page's own host could take a sandbox off: browsers warn of one.
  if (base.origin !== location.origin) frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox");
  Object.assign(frame.style, { display: "block", width: "100%", border: "0", height: "30rem" });
  frame.src = url;
  place.replaceChildren(frame);
  frames.add(frame);
};

addEventListener("message", (event) => {
  const height = Number(event.data?.blogkitHeight);
  if (event.origin !== base.origin || !(height > 0)) return;
  for (const frame of frames) {
    if (!frame.isConnected) frames.delete(frame);
    else if (frame.contentWindow === event.source) frame.style.height = Math.min(Math.ceil(height), 200000) + "px";
  }
});

customElements.get("blogkit-thread") ?? customElements.define("blogkit-thread", class extends HTMLElement {
  connectedCallback() {
    this.style.display ||= "block";
    mount(this);
  }
});
document.querySelectorAll("[data-blogkit-thread]").forEach(mount);
