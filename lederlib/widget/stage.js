// The stage: pictures laid in two sheets, words that say the result, and a mend that
// gives every lever of the explorer around it a name and a value in words.

const RELEASE_PAUSE = 400; // milliseconds of rest that count as letting go

function element(tag, className, parent, attributes = {}) {
  const node = document.createElement(tag);
  node.className = className;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  parent.append(node);
  return node;
}

function assign(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function setTheStage(el) {
  el.classList.add("lederlib-stage");
  return {
    alarm: element("p", "lederlib-alarm", el, { role: "alert" }),
    notice: element("p", "lederlib-notice", el, { role: "status" }),
    words: element("p", "lederlib-words", el, { role: "status", "aria-live": "polite" }),
    gallery: element("div", "lederlib-gallery", el),
    shelf: element("div", "lederlib-shelf", el),
    scenes: [],
    listing: null,
  };
}

function hang(stage, scenes) {
  stage.gallery.replaceChildren();
  stage.scenes = scenes.map((scene) => {
    const figure = element("figure", "lederlib-scene", stage.gallery);
    const picture = element("div", "lederlib-picture", figure, { role: "img" });
    element("div", "lederlib-sheet", picture).innerHTML = scene.background;
    const moving = element("div", "lederlib-sheet lederlib-moving", picture);
    const caption = element("figcaption", "lederlib-caption", figure);
    return { figure, picture, moving, caption, shown: null };
  });
}

function paintScene(slot, scene) {
  if (slot.shown !== scene.moving) slot.moving.innerHTML = scene.moving;
  slot.shown = scene.moving;
  assign(slot.picture, "aria-label", scene.alt);
  write(slot.caption, scene.caption);
  slot.figure.classList.toggle("lederlib-stale", scene.stale);
}

function writeCell(cell, [text, lang, href]) {
  const place = href ? element("a", "", cell, { href, target: "_blank", rel: "noopener" }) : cell;
  place.textContent = text;
  if (lang) cell.lang = lang;
}

function head(row, column, wish) {
  const cell = element("th", "", row, { scope: "col" });
  if (!column.lever) {
    cell.textContent = column.title;
    return cell;
  }
  const button = element("button", "lederlib-sort", cell, { type: "button" });
  button.textContent = column.title;
  button.addEventListener("click", () => wish(column.lever, column.value));
  return cell;
}

// The rows are made once; a move only picks and reorders them.
function lay(stage, table, wish) {
  stage.shelf.replaceChildren();
  stage.listing = null;
  if (!table.rows) return;
  const region = element("div", "lederlib-listing", stage.shelf, {
    role: "region",
    tabindex: "0",
    "aria-label": table.caption,
  });
  const grid = element("table", "", region);
  element("caption", "", grid).textContent = table.caption;
  const top = element("tr", "", element("thead", "", grid));
  const heads = table.columns.map((column) => head(top, column, wish));
  const body = element("tbody", "", grid);
  const rows = table.rows.map((cells) => {
    const row = document.createElement("tr");
    cells.forEach((cell, place) => {
      writeCell(element(place ? "td" : "th", "", row, place ? {} : { scope: "row" }), cell);
    });
    return row;
  });
  stage.listing = { heads, body, rows };
}

function pick(listing, { order, sorted }) {
  if (!listing || !order) return;
  listing.body.replaceChildren(...order.map((place) => listing.rows[place]));
  listing.heads.forEach((cell, place) => {
    if (sorted[place]) assign(cell, "aria-sort", sorted[place]);
    else cell.removeAttribute("aria-sort");
  });
}

function paint(stage, frame) {
  write(stage.alarm, frame.alarm);
  write(stage.notice, frame.notice);
  write(stage.words, frame.words);
  stage.scenes.forEach((slot, place) => {
    if (frame.scenes[place]) paintScene(slot, frame.scenes[place]);
  });
  pick(stage.listing, frame.listing);
  stage.gallery.dataset.frame = frame.number;
}

function nameSlider(lever, handle) {
  const slider = lever.querySelector(".noUi-handle");
  if (!slider) return;
  assign(slider, "aria-label", handle.name);
  const raw = slider.getAttribute("aria-valuetext");
  const words = raw === null ? undefined : handle.texts[String(Number(Number(raw).toFixed(9)))];
  if (words !== undefined) assign(slider, "aria-valuetext", words);
}

function nameButtons(lever, handle) {
  const group = lever.querySelector(".widget-toggle-button")?.parentElement;
  if (!group) return;
  assign(group, "role", "group");
  assign(group, "aria-label", handle.name);
  for (const button of group.querySelectorAll("button")) {
    assign(button, "aria-pressed", String(button.classList.contains("mod-active")));
  }
}

function nameField(lever, handle) {
  const field = lever.querySelector("select, input[type=text]");
  if (field) assign(field, "aria-label", handle.name);
}

function mend(root, handles) {
  for (const [key, handle] of Object.entries(handles)) {
    for (const lever of root.querySelectorAll(`.lederlib-lever-${key}`)) {
      nameSlider(lever, handle);
      nameButtons(lever, handle);
      nameField(lever, handle);
    }
  }
}

function watchLevers(el, model, signal) {
  const root = el.closest(".lederlib-explorer");
  if (!root) return null;
  const repair = () => mend(root, model.get("handles"));
  const observer = new MutationObserver(repair);
  observer.observe(root.querySelector(".lederlib-levers") ?? root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["aria-valuetext", "aria-label", "class"],
  });
  signal.addEventListener("abort", () => observer.disconnect());
  repair();
  keepKeys(root, signal);
  return root;
}

// In JupyterLab a notebook takes plain keys for its own: arrows walk between its cells,
// and a letter typed in a list may delete one. Keys held with Ctrl or Cmd, as to save,
// stay JupyterLab's. It looks for the mark on what has the focus, and listens on the
// document, so that the window is where to come first.
function keepKeys(root, signal) {
  const mark = ({ target, ctrlKey, metaKey }) => {
    if (!root.contains(target)) return;
    target.toggleAttribute("data-lm-suppress-shortcuts", !(ctrlKey || metaKey));
  };
  window.addEventListener("keydown", mark, { signal, capture: true });
}

function reportRelease(model, signal) {
  let held = false;
  let timer;
  const rest = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { number, rest: still } = model.get("frame");
      if (held || still || signal.aborted || model.get("released") === number) return;
      model.set("released", number);
      model.save_changes();
    }, RELEASE_PAUSE);
  };
  const hold = (state) => () => {
    held = state;
    rest();
  };
  document.addEventListener("pointerdown", hold(true), { signal, capture: true });
  document.addEventListener("pointerup", hold(false), { signal, capture: true });
  document.addEventListener("pointercancel", hold(false), { signal, capture: true });
  return rest;
}

function render({ model, el }) {
  const leaving = new AbortController();
  const { signal } = leaving;
  const stage = setTheStage(el);
  const rest = reportRelease(model, signal);
  // All at once, so that one frame shows it; waiting for the frame would only cost time.
  const show = () => {
    paint(stage, model.get("frame"));
    rest();
  };
  const rehang = () => {
    hang(stage, model.get("scenes"));
    paint(stage, model.get("frame"));
  };
  const wish = (lever, value) => {
    model.set("wish", { lever, value, after: model.get("frame").number });
    model.save_changes();
  };
  const relay = () => {
    lay(stage, model.get("table"), wish);
    paint(stage, model.get("frame"));
  };
  model.on("change:scenes", rehang);
  model.on("change:table", relay);
  model.on("change:frame", show);
  rehang();
  relay();
  let root = null;
  const arrival = new ResizeObserver(() => {
    root ??= watchLevers(el, model, signal);
  });
  arrival.observe(el);
  return () => {
    leaving.abort();
    arrival.disconnect();
    model.off("change:scenes", rehang);
    model.off("change:table", relay);
    model.off("change:frame", show);
  };
}

export default { render };
