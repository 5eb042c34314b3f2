// Makes a reader's page better than it is without a script. Everything here also works by plain links and forms.

// Where pages change under the script (Blazor's enhanced navigation), it runs anew, and what ran before lets go of the page.
globalThis.blogkitRun?.abort();
const life = globalThis.blogkitRun = new AbortController();
const { signal } = life;

// Blazor calls the package's initializer where a page of its own was loaded first. Where it was a page of the blog, nobody does.
if (globalThis.Blazor && !globalThis.blogkitStarts) {
  import(new URL('_content/BlogKit.AspNetCore/BlogKit.AspNetCore.lib.module.js', document.baseURI)).then(initializer => initializer.afterWebStarted(globalThis.Blazor), () => {});
}

// The page's own parts: an author's text may hold any id, but none of these elements.
const part = (page, name) => [...page.querySelectorAll(`section.${name}`)].find(one => !one.closest('.bk-text'));

const comments = part(document, 'bk-comments');
const texts = comments?.dataset ?? {};
const language = document.documentElement.lang;
const asScript = { 'X-Requested-With': 'fetch' };

// Announces to people who do not see what changed. Present before it has anything to say, as live regions must be.
const status = document.createElement('p');
status.className = 'bk-hidden';
status.setAttribute('role', 'status');
document.body.append(status);
signal.addEventListener('abort', () => status.remove());

const announce = text => {
  status.textContent = '';
  setTimeout(() => (status.textContent = text), 50);
};

const parse = html => new DOMParser().parseFromString(html, 'text/html');

// Said where it was pressed, for the eye as for the ear, until it is pressed again.
const fail = (error, place) => {
  forget(place);
  const said = document.createElement('p');
  said.className = 'bk-error bk-failed';
  said.textContent = error.message;
  place.after(said);
  announce(error.message);
};

const forget = place => {
  if (place.nextElementSibling?.matches('.bk-failed')) {
    place.nextElementSibling.remove();
  }
};

const load = async (url, options) => {
  let response;
  let page;
  try {
    response = await fetch(url, options);
    page = parse(await response.text());
  } catch {
    // What a browser says of a broken line is not for readers.
    throw new Error(texts.failed);
  }
  if (!response.ok) {
    throw new Error(page.querySelector('.bk-error')?.textContent ?? texts.failed);
  }
  return page;
};

const focus = element => {
  if (element) {
    if (!element.matches('a, button, input, textarea')) {
      element.tabIndex = -1;
    }
    element.focus();
  }
};

const idOf = element => element.closest('li[id]')?.id.replace('comment-', '');

const button = (className, text, onClick) => {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = text;
  made.addEventListener('click', onClick);
  return made;
};

// When a comment was written, in the reader's zone and as their own variety of the blog's language says it: "en" alone is American.
// Days of posts are the blog's, as in its archive.
const base = tag => tag.split('-')[0].toLowerCase();
const variety = navigator.languages.find(one => base(one) === base(language)) ?? language;
const moments = new Intl.DateTimeFormat(variety, { dateStyle: 'long', timeStyle: 'short' });

const localize = root => {
  for (const time of root.querySelectorAll('.bk-comment time')) {
    time.textContent = moments.format(new Date(time.dateTime));
  }
};

// Branches that can be folded, and menus in place of links to a page of their own.
const enhance = root => {
  localize(root);
  for (const list of texts.hide ? root.querySelectorAll('li > .bk-replies') : []) {
    const item = list.parentElement;
    const place = item.querySelector(':scope > .bk-comment > .bk-actions') ?? item.querySelector(':scope > .bk-tombstone');
    if (place && !place.querySelector('.bk-fold')) {
      const fold = button('bk-fold', texts.hide, () => {
        list.hidden = !list.hidden;
        fold.setAttribute('aria-expanded', String(!list.hidden));
        fold.textContent = list.hidden ? `${texts.show} (${list.querySelectorAll('li').length})` : texts.hide;
      });
      fold.setAttribute('aria-expanded', 'true');
      place.append(' ', fold);
    }
  }
  for (const link of root.querySelectorAll('.bk-comment .bk-actions a[href*=replyTo]')) {
    const name = link.closest('.bk-comment').querySelector('.p-author').textContent.trim();
    link.setAttribute('aria-label', (texts.answer ?? `${link.textContent} {0}`).replace('{0}', name));
  }
  for (const one of root.querySelectorAll('.bk-actions [form=bkf]:not([aria-pressed])')) {
    one.setAttribute('aria-pressed', 'false');
  }
  for (const link of root.querySelectorAll('.bk-comment .bk-actions a[href$="/more"]')) {
    const toggle = button('bk-menu', link.textContent, () => showMenu(toggle));
    toggle.setAttribute('aria-expanded', 'false');
    link.replaceWith(toggle);
  }
};

// What a button says, without its count.
const labelOf = one => one.textContent.replace(/\s*[\p{Nd},.\s]+$/u, '').trim();

const showMenu = toggle => {
  const actions = toggle.parentElement;
  const open = actions.querySelector('.bk-choices');
  toggle.setAttribute('aria-expanded', String(!open));
  if (open) {
    open.remove();
    return;
  }
  const known = actions.querySelector('[form=bkf]').value.split(':').pop();
  const choices = document.createElement('span');
  choices.className = 'bk-choices';
  choices.append(document.getElementById('bk-menu').content.cloneNode(true));
  const beside = [...actions.querySelectorAll('[form=bkf]')].map(labelOf);
  for (const choice of choices.querySelectorAll('button')) {
    choice.value = choice.value ? `${choice.value}:${known}` : known;
    // What stands beside the menu already need not be in it.
    if (beside.includes(labelOf(choice))) {
      choice.remove();
    }
  }
  const flag = choices.querySelector('.bk-flag');
  if (flag) {
    flag.href += `${known}/flag`;
  }
  toggle.after(choices);
};

// Votes and reactions, one after the other: the first one makes the reader somebody.
let last = Promise.resolve();

const say = async pressed => {
  const form = pressed.form;
  const actions = pressed.closest('.bk-actions');
  try {
    const page = await load(form.action, { method: 'POST', body: new FormData(form, pressed), headers: asScript });
    forget(actions);
    const label = labelOf(pressed);
    const fresh = [...page.querySelectorAll('[form=bkf]')];
    const old = actions.querySelectorAll('[form=bkf]');
    const place = [...old].find(one => !one.closest('.bk-choices'));
    place.before(...fresh);
    for (const one of [...old, ...actions.querySelectorAll('.bk-choices')]) {
      one.remove();
    }
    actions.querySelector('button.bk-menu')?.setAttribute('aria-expanded', 'false');
    const now = fresh.find(one => labelOf(one) === label) ?? fresh[0];
    enhance(actions);
    focus(now);
    announce(now.getAttribute('aria-label') ?? now.textContent);
  } catch (error) {
    fail(error, actions);
  }
};

// The one form, put below the comment it answers.
const respond = part(document, 'bk-respond');
const pageTitle = document.title;
const form = respond?.querySelector('form');
const home = document.createComment('');
const title = respond?.querySelector('h2');
const plainTitle = title?.textContent;

const setParent = id => {
  let field = form.querySelector('[name=parentId]');
  if (!field) {
    field = document.createElement('input');
    field.type = 'hidden';
    field.name = 'parentId';
    form.append(field);
  }
  field.value = id;
};

const reply = link => {
  const item = link.closest('li[id]');
  if (!form || !item || !link.closest('.bk-comments')?.contains(form)) {
    return false;
  }
  keepDraft();
  if (!home.isConnected) {
    respond.before(home);
  }
  setParent(idOf(item));
  const name = item.querySelector('.p-author')?.textContent.trim() ?? '';
  const [before, after = ''] = texts.reply.split('{0}');
  const who = document.createElement('bdi');
  who.textContent = name;
  title.replaceChildren(before, who, after, ' ', button('bk-cancel', texts.cancel, () => {
    keepDraft();
    setParent('');
    title.textContent = plainTitle;
    home.replaceWith(respond);
    restoreDraft();
    focus(link);
  }));
  item.querySelector('article').after(respond);
  restoreDraft();
  focus(form.querySelector('textarea'));
  return true;
};

// A draft stays in this browser until the page shows the comment, or says that it waits. Only its text: who wrote it is kept by the cookie, where they asked for that.
const draftKey = () => `bk:${new URL(form.action).pathname}:${form.querySelector('[name=parentId]')?.value ?? ''}`;

const keepDraft = () => {
  const body = form.elements.body.value;
  try {
    if (body.trim()) {
      localStorage.setItem(draftKey(), body);
    } else {
      localStorage.removeItem(draftKey());
    }
  } catch {
    // A browser that keeps nothing keeps no drafts.
  }
};

const restoreDraft = () => {
  try {
    form.elements.body.value = localStorage.getItem(draftKey()) ?? '';
  } catch {
    // As above.
  }
};

const dropSentDraft = () => {
  try {
    const sent = sessionStorage.getItem('bk:sent');
    if (sent && document.querySelector('.bk-own.bk-highlighted, .bk-own.bk-is-held, .bk-comments > .bk-notice')) {
      localStorage.removeItem(sent);
    }
    sessionStorage.removeItem('bk:sent');
  } catch {
    // As above.
  }
};

// A page that came as the answer to a form: browsers take the fragment's element for the focus.
focus(document.querySelector('.bk-errors[autofocus]'));

if (form) {
  dropSentDraft();
  if (!form.elements.body.value.trim()) {
    restoreDraft();
  }
  if (!form.elements.key) {
    const key = document.createElement('input');
    key.type = 'hidden';
    key.name = 'key';
    key.value = [...crypto.getRandomValues(new Uint8Array(16))].map(n => n.toString(16).padStart(2, '0')).join('');
    form.append(key);
  }
  form.addEventListener('input', keepDraft, { signal });
  form.addEventListener('submit', event => {
    event.preventDefault();
    const preview = event.submitter?.getAttribute('formaction');
    if (preview) {
      look(preview);
    } else {
      send();
    }
  }, { signal });
}

const look = async preview => {
  forgetRefusal();
  respond.querySelector('.bk-preview')?.remove();
  try {
    const page = await load(preview, { method: 'POST', body: new FormData(form), headers: asScript });
    form.before(page.querySelector('.bk-preview'));
    focus(respond.querySelector('.bk-preview'));
  } catch (error) {
    refuse(parse(''), error.message);
  }
};

// Sends the comment and stays on the page until it is taken: what was typed stands where it stood, with what is wrong above it.
let sending = false;

const send = async () => {
  if (sending) {
    return;
  }
  sending = true;
  form.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: asScript });
    const page = parse(await response.text());
    const place = page.querySelector('a.bk-sent')?.getAttribute('href');
    if (place && response.ok) {
      goTo(place);
      return;
    }
    refuse(page);
  } catch {
    refuse(parse(''));
  } finally {
    sending = false;
    form.removeAttribute('aria-busy');
  }
};

const goTo = place => {
  keepDraft();
  try {
    sessionStorage.setItem('bk:sent', draftKey());
  } catch {
    // A browser that keeps nothing kept no draft to drop.
  }
  const target = new URL(place, location.href);
  const isHere = target.pathname + target.search === location.pathname + location.search;
  location.href = target.href;
  if (isHere) {
    location.reload();
  }
};

const forgetRefusal = () => {
  for (const said of respond.querySelectorAll('.bk-errors, .bk-field > .bk-error')) {
    said.remove();
  }
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  }
  document.title = pageTitle;
};

// The same as the page that answers a form sent without a script.
const refuse = (page, text) => {
  forgetRefusal();
  let box = page.querySelector('.bk-errors');
  if (!box?.textContent.trim()) {
    box = document.createElement('p');
    box.className = 'bk-errors';
    box.setAttribute('role', 'alert');
    box.textContent = text || page.querySelector('.bk-message p, p.bk-error:not([id])')?.textContent.trim() || texts.failed;
  }
  box.removeAttribute('autofocus');
  for (const link of box.querySelectorAll('a[href^="#"]')) {
    // The page may have a base element.
    link.href = location.href.split('#')[0] + link.getAttribute('href');
  }
  for (const said of page.querySelectorAll('.bk-error[id]')) {
    const field = document.getElementById(said.id.replace(/-error$/, ''));
    if (field && form.contains(field)) {
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', said.id);
      field.after(said);
    }
  }
  title.after(box);
  document.title = texts.refused?.replace('{0}', pageTitle) ?? pageTitle;
  focus(box);
};

// Puts what a fetched page has and this one lacks where it belongs. Returns what was put in.
const merge = page => {
  const added = [];
  for (const part of page.querySelectorAll('#bkf, #bk-menu')) {
    if (!document.getElementById(part.id)) {
      comments.append(part);
    }
  }
  for (const item of page.querySelectorAll('#bk-thread li[id]')) {
    const known = document.getElementById(item.id);
    if (known) {
      if (item.value) {
        known.value = item.value;
      }
      continue;
    }
    const list = item.parentElement;
    const above = list.closest('li[id]');
    let here = above ? document.querySelector(`#${above.id} > .bk-replies`) : comments.querySelector('.bk-roots');
    if (!here) {
      here = list.cloneNode(false);
      (above ? document.getElementById(above.id) : document.getElementById('bk-thread')).append(here);
    }
    const before = item.previousElementSibling && document.getElementById(item.previousElementSibling.id);
    if (before) {
      before.after(item);
    } else {
      here.prepend(item);
    }
    item.classList.add('bk-new');
    item.closest('.bk-replies[hidden]')?.parentElement.querySelector('.bk-fold').click();
    added.push(item);
  }
  const heading = page.querySelector('.bk-thoughts');
  const old = comments.querySelector('.bk-thoughts');
  if (heading && old) {
    old.replaceWith(heading);
  } else if (heading) {
    document.getElementById('bk-thread').prepend(heading);
  }
  return added;
};

const more = async link => {
  const place = link.closest('.bk-more');
  try {
    const page = await load(link.href);
    forget(place);
    const item = link.closest('li[id]');
    const list = item?.querySelector(':scope > .bk-replies') ?? place.parentElement.querySelector(':scope > .bk-replies') ?? document.createElement('ul');
    list.classList.add('bk-replies');
    if (!list.isConnected) {
      place.before(list);
    }
    const items = [...page.querySelectorAll('.bk-comments > .bk-replies > li')].filter(one => !document.getElementById(one.id));
    list.append(...items);
    const next = page.querySelector('.bk-comments > .bk-more');
    if (next) {
      place.replaceWith(next);
    } else {
      place.remove();
    }
    enhance(item ?? list);
    focus(items[0]);
  } catch (error) {
    fail(error, place);
  }
};

document.addEventListener('click', event => {
  const target = event.target.closest?.('a, button');
  if (!target || event.ctrlKey || event.metaKey || event.shiftKey || event.button) {
    return;
  }
  if (target.matches('button[form=bkf]') && target.closest('.bk-comment')) {
    event.preventDefault();
    last = last.then(() => say(target));
  } else if (target.matches('.bk-actions a[href*=replyTo]')) {
    if (reply(target)) {
      event.preventDefault();
    }
  } else if (target.matches('.bk-mention')) {
    // The permalink finds the comment wherever it is; when that is here, nothing need be loaded.
    const meant = document.getElementById(`comment-${target.href.match(/(?:\/comments\/|comment=)([0-9a-f]{32})\b/)?.[1]}`);
    if (meant) {
      event.preventDefault();
      location.hash = meant.id;
      focus(meant);
    }
  } else if (target.matches('.bk-more a')) {
    event.preventDefault();
    more(target);
  }
}, { capture: true, signal });

// New comments are told of and never put in unasked: nothing may move under somebody who reads.
if (texts.live && window.EventSource) {
  const box = document.createElement('div');
  box.className = 'bk-live';
  box.setAttribute('role', 'status');
  comments.prepend(box);
  let source;

  const show = async news => {
    box.replaceChildren();
    try {
      const page = await load(location.href.split('#')[0]);
      texts.shown = part(page, 'bk-comments').dataset.shown;
      const added = merge(page);
      enhance(comments);
      if (added.length) {
        focus(added[0]);
      } else if (news.url) {
        location.href = news.url;
      }
      connect();
    } catch (error) {
      box.replaceChildren(button('', error.message, () => show(news)));
    }
  };

  const connect = () => {
    source?.close();
    source = null;
    if (document.visibilityState === 'visible') {
      source = new EventSource(`${texts.live}?since=${texts.shown}`);
      source.onmessage = event => {
        const news = JSON.parse(event.data);
        if (news.shown > Number(texts.shown)) {
          box.replaceChildren(button('', news.text, () => show(news)));
        }
      };
    }
  };

  document.addEventListener('visibilitychange', connect, { signal });
  signal.addEventListener('abort', () => {
    source?.close();
    box.remove();
  });
  connect();
}

enhance(document);

// Before the blog moved a comment had a number, and links have it still. Which comment that is only the server knows. It leads to an id of 32 digits, which is no number of before.
const findOld = () => {
  const [, number] = location.hash.match(/^#(?:div-)?comment-(\d{1,20})$/) ?? [];
  if (number && texts.old && !document.getElementById(location.hash.slice(1))) {
    location.replace(texts.old + number);
  }
};

addEventListener('hashchange', findOld, { signal });
findOld();
