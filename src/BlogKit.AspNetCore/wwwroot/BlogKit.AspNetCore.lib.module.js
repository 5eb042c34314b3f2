// Blazor loads this by itself (a JavaScript initializer). Scripts that come with an enhanced navigation or with an interactive page do not run, or only once:
// the blog's script, which such a page names like any other, is run anew for it here, and ended on a page without one.
const named = 'script[type="module"][src*="/assets/blogkit."]';
let known = null;
let runs = 0;

const run = script => {
  known = script;
  // A module runs once for each address, fragment included; the file is loaded once.
  import(`${script.src}#${++runs}`);
};

// When a page becomes interactive, Blazor puts new elements into the place of those that were sent. Somebody may be writing in them already: nothing of it is lost.
const fields = '#respond textarea, #respond input:not([type=hidden], [type=checkbox])';
const typed = new Map();
let focused = null;

const rememberTyping = () => {
  for (const field of document.querySelectorAll(fields)) {
    if (field.value !== field.defaultValue) {
      typed.set(field.name, field);
    }
  }

  focused = document.activeElement;
  document.addEventListener('input', ({ target }) => target.matches?.(fields) && typed.set(target.name, target), true);
  document.addEventListener('focusin', ({ target }) => { focused = target; }, true);
  document.addEventListener('submit', () => typed.clear(), true);
};

const restoreTyping = () => {
  for (const field of document.querySelectorAll(fields)) {
    const before = typed.get(field.name) ?? (focused?.name === field.name ? focused : null);
    if (!before || before.isConnected || before.form?.getAttribute('action') !== field.form?.getAttribute('action')) {
      continue;
    }

    if (field.value === field.defaultValue && before.value !== field.value) {
      field.value = before.value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }

    if (before === focused && document.activeElement === document.body) {
      field.focus({ preventScroll: true });
      if (field.matches('textarea')) {
        field.setSelectionRange(before.selectionStart, before.selectionEnd);
      }
    }
  }
};

const start = blazor => {
  // The blog's script calls this too, on pages that are not Blazor's.
  if (globalThis.blogkitStarts) {
    return;
  }

  globalThis.blogkitStarts = true;
  known ??= document.querySelector(named);
  rememberTyping();
  blazor?.addEventListener?.('enhancedload', () => {
    const script = document.querySelector(named);
    if (script) {
      run(script);
    } else {
      globalThis.blogkitRun?.abort();
    }
  });
  new MutationObserver(() => {
    const script = document.querySelector(named);
    if (script && script !== known) {
      restoreTyping();
      run(script);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
};

export const afterWebStarted = start;
export const afterStarted = start;

// A component of BlogKit's that is to run in the browser cannot: there is no blog. Where nothing of it ran on the server, which would have said so, all that Blazor says is that it
// does not know the type: said here in words that help.
export const beforeWebAssemblyStart = () => {
  const report = console.error;
  console.error = (...words) => {
    report(...words);
    if (words.join(' ').includes("in the assembly 'BlogKit.AspNetCore'")) {
      console.error = report;
      report('BlogKit\'s components run on the server and cannot be shown in the render modes InteractiveWebAssembly and InteractiveAuto. Render them statically or with InteractiveServer; '
        + 'or put <blogkit-thread post="SLUG"></blogkit-thread> where the discussion belongs and <script type="module" src="/blog/embed.js"></script> once into App.razor, or read the JSON API.');
    }
  };
};
