// Blazor loads this by itself (a JavaScript initializer). Scripts that come with an enhanced navigation or with an interactive page do not run, or only once:
// the blog's script, which such a page names like any other, is run anew for it here.
const named = 'script[type="module"][src*="/assets/blogkit."]';
let known = null;
let runs = 0;

const run = script => {
  known = script;
  // A module runs once for each address, fragment included; the file is loaded once.
  import(`${script.src}#${++runs}`);
};

const start = blazor => {
  known ??= document.querySelector(named);
  blazor?.addEventListener?.('enhancedload', () => {
    const script = document.querySelector(named);
    if (script) {
      run(script);
    }
  });
  new MutationObserver(() => {
    const script = document.querySelector(named);
    if (script && script !== known) {
      run(script);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
};

export const afterWebStarted = start;
export const afterStarted = start;
