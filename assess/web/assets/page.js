// Runs beside Streamlit on every page and mends what it leaves out: the page's language, its
// single-key shortcuts, announcements, saving while one writes, and the focus after a page change.
// It talks to no one but this server, and presses no key the reader could not press.
"use strict";
(() => {
  const REST = 1200; // milliseconds of rest after which what was typed is handed over
  const QUIET = 4000; // milliseconds after which a run has surely come and gone
  const APP = "[data-testid=stApp]";
  const WRITTEN = "[data-testid=stTextArea] textarea, [data-testid=stTextInput] input";
  const KEPT = "assess:";

  const app = () => document.querySelector(APP);
  const connected = () => app()?.dataset.testConnectionState === "CONNECTED";
  const running = () => app()?.dataset.testScriptState !== "notRunning";

  // --- single keys ---------------------------------------------------------------------------
  // Streamlit takes a bare "r" or "c" anywhere as a command; speech control types such letters.
  const TYPED_INTO = "textarea, select, [contenteditable=true], "
    + "input:not([type=radio], [type=checkbox], [type=button], [type=submit])";
  window.addEventListener("keydown", (event) => {
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
    const target = event.composedPath()[0];
    const typing = target instanceof Element && target.matches(TYPED_INTO);
    if (event.isTrusted && bare && !typing && /^[rc]$/i.test(event.key)) {
      event.stopImmediatePropagation();
    }
  }, true);

  // --- language ------------------------------------------------------------------------------
  function followLanguage() {
    const mark = document.querySelector("[data-assess-language]");
    if (!mark) return;
    const root = document.documentElement;
    const { assessLanguage, assessDirection } = mark.dataset;
    if (root.lang !== assessLanguage) root.lang = assessLanguage;
    if (root.dir !== assessDirection) root.dir = assessDirection;
  }

  // Streamlit calls the place for files a mere ornament, yet names it.
  function nameUploads() {
    document.querySelectorAll("[data-testid=stFileUploaderDropzone][role=presentation]")
      .forEach((place) => place.setAttribute("role", "group"));
  }

  // On a narrow screen the menu puts headings and groups straight into its list, which then is
  // none; as plain links in a named region it reads as it looks.
  function plainMenu() {
    document.querySelectorAll(
      "[data-testid=stSidebarNavItems], [data-testid=stSidebarNavItems] li:not([role])",
    ).forEach((part) => part.setAttribute("role", "presentation"));
  }

  // --- announcements -------------------------------------------------------------------------
  // A region must be there before its words change, so it cannot be drawn by a rerun.
  const region = document.createElement("div");
  region.className = "assess-unseen";
  region.setAttribute("role", "status");
  region.setAttribute("aria-live", "polite");
  let told = "";
  function announce() {
    const status = document.querySelector("[data-assess-unsaved]")
      ?? document.querySelector("[data-assess-status]");
    const news = status ? status.dataset.assessStatus + status.textContent : "";
    if (news === told) return;
    told = news;
    region.textContent = "";
    const words = status?.textContent.trim();
    if (words) setTimeout(() => { region.textContent = words; }, 150);
  }

  // --- saving while one writes ---------------------------------------------------------------
  // Streamlit hands a text over when its field is left; a closed tab would lose it. What is not
  // yet saved is also kept in this tab's own storage, and put back when the page returns without.
  const timers = new WeakMap();
  const writtenIn = new WeakSet();
  const handed = new Set(); // names of texts given to Streamlit since this page was loaded
  let composing = false;

  function nameOf(field) {
    const holder = field.closest('[class*="st-key-"]');
    const key = holder && [...holder.classList].find((name) => name.startsWith("st-key-"));
    return key ? `${KEPT}${tokenNow() ?? ""}:${key}` : null;
  }
  function kept(name) {
    try { return name && JSON.parse(sessionStorage.getItem(name)); } catch { return null; }
  }
  function keep(name, entry) {
    try { if (name) sessionStorage.setItem(name, JSON.stringify(entry)); } catch { /* no room */ }
  }

  function hand(name) {
    if (!kept(name)) return;
    handed.add(name);
    setTimeout(() => { if (!running()) saved(name); }, QUIET);
  }
  function handOver(field) {
    clearTimeout(timers.get(field));
    timers.delete(field);
    if (!field.isConnected || composing || field.closest("[data-testid=stForm]")) return;
    hand(nameOf(field));
    const ctrlKey = field.tagName === "TEXTAREA";
    field.dispatchEvent(new KeyboardEvent("keydown", {
      key: "Enter", code: "Enter", keyCode: 13, which: 13, ctrlKey, bubbles: true, cancelable: true,
    }));
  }
  function typed(field) {
    const name = nameOf(field);
    writtenIn.add(field);
    const before = kept(name)?.before ?? field.dataset.assessBefore ?? field.defaultValue;
    keep(name, { text: field.value, before });
    handed.delete(name);
    clearTimeout(timers.get(field));
    timers.set(field, setTimeout(() => (connected() ? handOver(field) : null), REST));
  }
  function handOverAll() {
    document.querySelectorAll(WRITTEN).forEach((field) => {
      if (timers.has(field)) handOver(field);
    });
  }

  document.addEventListener("compositionstart", () => { composing = true; }, true);
  document.addEventListener("compositionend", () => { composing = false; }, true);
  document.addEventListener("input", (event) => {
    if (event.target instanceof Element && event.target.matches(WRITTEN)) typed(event.target);
  }, true);
  document.addEventListener("focusin", (event) => {
    const field = event.target;
    if (field instanceof Element && field.matches(WRITTEN)) {
      field.dataset.assessBefore = field.value;
    }
  }, true);
  document.addEventListener("focusout", (event) => {
    const field = event.target;
    if (!(field instanceof Element && field.matches(WRITTEN))) return;
    clearTimeout(timers.get(field));
    timers.delete(field);
    hand(nameOf(field));
  }, true);
  window.addEventListener("pagehide", handOverAll);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") handOverAll();
  });

  // A text counts as saved once a run has followed its handing over (or, as a short run may pass
  // unseen, after a while with the server there) and the page does not say otherwise by
  // [data-assess-unsaved], shown when the store refused it.
  function saved(name) {
    const refused = document.querySelector("[data-assess-unsaved]");
    if (!refused && connected() && handed.delete(name)) sessionStorage.removeItem(name);
  }
  let inRun = [];
  function runStarted() {
    inRun = wasConnected ? [...handed] : []; // the run at connecting carries nothing
  }
  function runEnded() {
    inRun.forEach(saved);
    if (inRun.length > 0) told = ""; // the same word about another answer is news
    inRun = [];
    awaited = false;
  }
  // Sets a field as if the reader had typed; React looks past a value that has not changed.
  function write(field, text) {
    const kind = field.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  // What was handed over while the server was away never left the browser, and Streamlit does not
  // send the same text twice: hand over the text before it, and after that run put it back.
  let awaited = false;
  function sendAgain() {
    document.querySelectorAll(WRITTEN).forEach((field) => {
      const entry = kept(nameOf(field));
      if (!entry || entry.text !== field.value) return;
      write(field, entry.before);
      handOver(field);
      keep(nameOf(field), entry);
      handed.delete(nameOf(field));
      writtenIn.delete(field);
      awaited = true;
    });
    setTimeout(() => { awaited = false; putBackSoon(); }, REST);
  }
  let drawnAt;
  function putBackSoon() {
    clearTimeout(drawnAt);
    drawnAt = setTimeout(putBack, 300); // a field just drawn still takes its value from the server
  }
  function putBack() {
    if (awaited || running()) return;
    const refused = document.querySelector("[data-assess-unsaved]");
    document.querySelectorAll(WRITTEN).forEach((field) => {
      const entry = kept(nameOf(field));
      if (!entry || writtenIn.has(field)) return;
      // Only onto what it was typed over: a text changed elsewhere since is not overwritten.
      if (entry.before === field.value) write(field, entry.text);
      else if (entry.text === field.value && !refused) sessionStorage.removeItem(nameOf(field));
    });
  }

  // --- the way back ----------------------------------------------------------------------------
  // An assessment begun on this page has its token in the address only; asking for the page once
  // more lets the server set the cookie no script can set.
  const tokenNow = () => new URLSearchParams(location.search).get("a");
  let token = tokenNow();
  function followToken() {
    if (tokenNow() === token) return;
    token = tokenNow();
    if (token) fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(() => {});
  }

  // --- focus ---------------------------------------------------------------------------------
  // After a button that leads on, the button is gone and the focus with it; a new heading takes it.
  let heading = null;
  function followHeading() {
    const h1 = document.querySelector("[data-testid=stMain] h1");
    if (!h1 || h1.textContent === heading) return;
    const first = heading === null;
    heading = h1.textContent;
    const active = document.activeElement;
    if (first || (active !== document.body && active?.matches("input, textarea, select"))) return;
    document.querySelector("[data-testid=stMain]").scrollTo(0, 0);
    h1.tabIndex = -1;
    h1.focus({ preventScroll: true });
  }

  // --- what was asked for comes into view ------------------------------------------------------
  // A click on a box shows its panel beside the picture, or on a phone far below it.
  let shown = null;
  function followShown() {
    const mark = document.querySelector("[data-assess-shown]");
    const now = mark?.dataset.assessShown ?? "";
    if (shown !== null && now && now !== shown) {
      mark.closest('[class*="st-key-"]')?.scrollIntoView({ block: "nearest" });
    }
    shown = now;
  }

  // --- one look after each change --------------------------------------------------------------
  let wasRunning = false;
  let wasConnected = false;
  function look() {
    followLanguage();
    nameUploads();
    plainMenu();
    if (running() && !wasRunning) runStarted();
    if (!running() && wasRunning) runEnded();
    wasRunning = running();
    announce();
    followToken();
    followShown();
    if (app() && !running()) {
      putBackSoon();
      followHeading();
    }
    if (connected() && !running() && !wasConnected) {
      sendAgain();
    }
    if (!connected()) handed.clear();
    wasConnected = connected() && (wasConnected || !running());
  }
  let asked = false;
  new MutationObserver(() => {
    if (asked) return;
    asked = true;
    queueMicrotask(() => { asked = false; look(); });
  }).observe(document.getElementById("root"), {
    attributes: true,
    attributeFilter: [
      "data-test-script-state", "data-test-connection-state",
      "data-assess-status", "data-assess-language", "data-assess-direction", "data-assess-unsaved",
    ],
    characterData: true,
    childList: true,
    subtree: true,
  });
  document.body.append(region);
})();
