// The page where one drops a file: it hands over files, choices and typed hands, and
// shows what the kernel sees of them.

const PART = 4 * 1024 * 1024; // bytes; a server takes no message of more than 10 MB
const MOST_THEMES = 3;

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// Our own pages stand in a part of their own, so that no style of the page around them
// reaches them, nor theirs it.
function own(place, style, html) {
  const root = place.shadowRoot ?? place.attachShadow({ mode: "open" });
  const look = make("style");
  look.textContent = style;
  const body = make("div");
  body.innerHTML = html;
  root.replaceChildren(look, body);
}

function unpack(buffer) {
  const stream = new Blob([buffer]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).blob();
}

// The page has a heading of its own, and says above the report how the file was read.
function partOf(html) {
  const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  for (const gone of main.querySelectorAll("h1, #read")) gone.remove();
  return main.innerHTML;
}

// Files are handed over one after the other; the kernel looks at them with the last.
function handOver(model, words, say) {
  let latest = 0;
  return async (given) => {
    const mine = ++latest;
    const large = given.find(({ file }) => file.size > model.get("limit"))?.file;
    if (large) {
      model.send({ kind: "too_large", name: large.name, size: large.size });
      return;
    }
    for (const [place, { role, file }] of given.entries()) {
      say(fill(words.reading, { file: file.name }));
      const more = place + 1 < given.length;
      const parts = Math.max(1, Math.ceil(file.size / PART));
      for (let part = 0; part < parts; part += 1) {
        const data = await file.slice(part * PART, (part + 1) * PART).arrayBuffer();
        if (mine !== latest) return;
        const told = { kind: "part", role, name: file.name, part, parts, more };
        model.send(told, undefined, [data]);
      }
    }
  };
}

// Of files that are dropped together, a scale ends in .toml, and answers do not.
function sorted(files) {
  const given = [...files].map((file) => ({
    role: /\.toml$/i.test(file.name) ? "scale" : "answers",
    file,
  }));
  const single = new Set(given.map(({ role }) => role)).size === given.length;
  return single ? given : [];
}

function picker(text, take, attributes = {}) {
  const input = make("input", {
    type: "file",
    class: "lederlib-unseen",
    ...attributes,
    onchange: () => {
      if (input.files.length) take([...input.files]);
      input.value = ""; // so that the same file, mended, can be chosen again
    },
  });
  return make("label", { class: "lederlib-button" }, text, input);
}

function dropZone(words, take) {
  const aside = make("span", {}, words.drop);
  const pick = picker(words.choose, take, { multiple: true });
  const zone = make("div", { class: "lederlib-drop" }, pick, aside);
  const over = (state) => {
    zone.classList.toggle("lederlib-over", state);
    aside.textContent = state ? words.drop_now : words.drop;
  };
  const catcher = {
    dragover: (event) => (event.preventDefault(), over(true)),
    dragleave: () => over(false),
    drop: (event) => {
      event.preventDefault();
      event.stopPropagation();
      over(false);
      if (event.dataTransfer.files.length) take([...event.dataTransfer.files]);
    },
  };
  return { zone, catcher };
}

function chooser(text, change) {
  const select = make("select", { onchange: () => change(select.value) });
  const field = make("label", { class: "lederlib-field" }, make("span", {}, text), select);
  const offer = (options, chosen) => {
    select.replaceChildren(
      ...options.map(([value, name]) =>
        make("option", { value, selected: value === chosen }, name),
      ),
    );
    select.value = chosen;
  };
  return { field, offer };
}

function handsForm(words, factors, colours, send) {
  const rows = factors.map(([key, name]) => {
    const fields = colours.map((colour) =>
      make("input", {
        type: "text",
        inputmode: "numeric",
        autocomplete: "off",
        maxlength: "9",
        "aria-label": `${name}, ${colour}`,
      }),
    );
    const cells = fields.map((field) => make("td", {}, field));
    return { key, fields, row: make("tr", {}, make("th", { scope: "row" }, name), ...cells) };
  });
  const typed = () =>
    Object.fromEntries(rows.map(({ key, fields }) => [key, fields.map((f) => f.value)]));
  const heads = colours.map((colour) => make("th", { scope: "col" }, colour));
  const fold = make(
    "details",
    { class: "lederlib-fold" },
    make("summary", {}, words.hands),
    make("p", {}, words.hands_lead),
    make(
      "form",
      { onsubmit: (event) => (event.preventDefault(), send(typed())) },
      make(
        "table",
        { class: "lederlib-hands" },
        make("caption", {}, words.hands_caption),
        make("thead", {}, make("tr", {}, make("td"), ...heads)),
        make("tbody", {}, ...rows.map(({ row }) => row)),
      ),
      make("button", { type: "submit", class: "lederlib-button" }, words.hands_show),
    ),
  );
  return { fold };
}

function themeList(words, choose) {
  const list = make("div", { class: "lederlib-themes" });
  const chosen = () =>
    [...list.querySelectorAll("input:checked")].map((box) => box.value);
  const settle = () => {
    const full = chosen().length >= MOST_THEMES;
    for (const box of list.querySelectorAll("input")) box.disabled = full && !box.checked;
  };
  const change = () => {
    settle();
    choose(chosen());
  };
  const offer = (themes, focus) => {
    const boxes = themes.map(([value, name]) => {
      const box = make("input", { type: "checkbox", value, onchange: change });
      box.checked = focus.includes(value);
      return make("label", {}, box, name);
    });
    list.replaceChildren(...boxes);
    settle();
  };
  const fold = make(
    "details",
    { class: "lederlib-fold" },
    make("summary", {}, words.themes),
    make("fieldset", {}, make("legend", {}, words.themes_hint), list),
  );
  return { fold, offer };
}

function ways(words, take, choose, send) {
  const sheet = chooser(words.sheet, (value) => choose({ sheet: value, group: "" }));
  const keep = chooser(words.keep, (value) => choose({ keep: value }));
  const beside = ["scale", "coding"].map((role) => {
    const held = make("span");
    const pick = picker(words[role], ([file]) => take([{ role, file }]), {
      accept: role === "scale" ? ".toml" : ".toml,.csv,.txt",
    });
    const hint = make("span", {}, words[`${role}_hint`]);
    return { role, held, field: make("div", { class: "lederlib-beside" }, pick, hint, held) };
  });
  const fields = { sheet: sheet.field, keep: keep.field };
  for (const { role, field } of beside) fields[role] = field;
  const fold = make(
    "details",
    { class: "lederlib-fold" },
    make("summary", {}, words.more),
    sheet.field,
    keep.field,
    fields.coding,
  );
  const show = (seen) => {
    const sheets = seen.sheets.map((name) => [name, name]);
    sheet.offer([["", words.sheet_best], ...sheets], seen.choices.sheet);
    sheet.field.hidden = sheets.length < 2;
    const kept = [["", words.keep_ask], ["first", words.keep_first], ["last", words.keep_last]];
    keep.offer(kept, seen.choices.keep);
    for (const { role, held } of beside) {
      const name = seen.beside[role];
      const gone = () => send({ kind: "remove", role });
      const text = name && fill(words.remove, { file: name });
      held.replaceChildren(...(name ? [make("button", { type: "button", onclick: gone }, text)] : []));
    }
    for (const [key, field] of Object.entries(fields)) {
      field.classList.toggle("lederlib-asked", seen.options.includes(key));
    }
    if (seen.options.some((key) => key in fields)) fold.open = true;
  };
  return { scale: fields.scale, fold, show };
}

function choicesPart(words, choose) {
  const choice = (name) => chooser(words[name], (value) => choose({ [name]: value }));
  const about = choice("about");
  const group = choice("group");
  const compare = chooser(words.compare, (value) => choose({ group: value }));
  const unit = choice("unit");
  const missing = choice("missing");
  const lang = choice("lang");
  const coarse = make("input", {
    type: "checkbox",
    onchange: () => choose({ coarse: coarse.checked }),
  });
  const tick = make("label", { class: "lederlib-tick" }, coarse, words.coarse);
  const themes = themeList(words, (focus) => choose({ focus }));
  const fields = [about, group, compare, unit, missing, lang].map(({ field }) => field);
  const part = make(
    "section",
    { hidden: true },
    make("h2", {}, words.heading_choices),
    make("div", { class: "lederlib-fields" }, ...fields),
    tick,
    themes.fold,
  );
  const show = (seen) => {
    const { choices } = seen;
    const onScale = seen.about === "scale";
    const columns = seen.columns.map((name) => [name, name]);
    about.offer([["scale", words.about_scale], ["map", words.about_map]], choices.about);
    about.field.hidden = !seen.either;
    group.offer([["", words.group_none], ...columns], choices.group);
    group.field.hidden = onScale || !columns.length;
    compare.offer([["", words.no_groups], ...columns], choices.group);
    unit.offer([["", words.no_units], ...columns], choices.unit);
    compare.field.hidden = unit.field.hidden = !onScale || !columns.length;
    const used = [["", words.missing_all], ["listwise", words.missing_listwise]];
    missing.offer(used, choices.missing);
    missing.field.hidden = !onScale;
    lang.offer([["da", words.lang_da], ["en", words.lang_en]], choices.lang);
    coarse.checked = choices.coarse;
    themes.offer(seen.themes, choices.focus);
    tick.hidden = themes.fold.hidden = onScale;
  };
  return { part, show };
}

function savePart(words) {
  const link = (text) => make("a", { class: "lederlib-button" }, text);
  const links = { report: link(words.save_report), document: link("") };
  const lack = make("p");
  const part = make(
    "section",
    {},
    make("h2", {}, words.heading_save),
    make("div", { class: "lederlib-buttons" }, links.report, links.document),
    lack,
    make("p", { class: "lederlib-small" }, words.save_rule),
  );
  const show = (seen, blobs) => {
    for (const [kind, anchor] of Object.entries(links)) {
      if (anchor.href) URL.revokeObjectURL(anchor.href);
      anchor.href = URL.createObjectURL(blobs[kind]);
      anchor.download = seen.names[kind];
    }
    const onScale = seen.about === "scale";
    links.document.textContent = onScale ? words.save_document : words.save_plan;
    links.document.hidden = Boolean(seen.no_document);
    lack.textContent = seen.no_document;
  };
  return { part, show };
}

// In JupyterLab a notebook takes plain keys for its own, and with the arrows in a list
// walks away. It looks for the mark on what has the focus, and listens on the document.
function keepKeys(root) {
  const mark = ({ target, ctrlKey, metaKey }) => {
    if (!root.contains(target)) return;
    target.toggleAttribute("data-lm-suppress-shortcuts", !(ctrlKey || metaKey));
  };
  window.addEventListener("keydown", mark, true);
  return () => window.removeEventListener("keydown", mark, true);
}

function render({ model, el }) {
  const words = model.get("words");
  const style = model.get("look");
  const status = make("p", { role: "status", class: "lederlib-status" });
  const alarm = make("div", { role: "alert", class: "lederlib-refusal" });
  const refuse = (text) => {
    status.textContent = "";
    alarm.replaceChildren(make("strong", {}, words.refused), make("p", {}, text));
  };
  const say = (text) => {
    status.textContent = text;
    alarm.replaceChildren();
  };
  const give = handOver(model, words, say);
  let fresh = false; // whether new answers are under way, and not another look at them
  const take = (given) => {
    fresh = given.some(({ role }) => role === "answers");
    give(given);
  };
  const takeSorted = (files) => {
    const given = sorted(files);
    if (given.length) take(given);
    else refuse(words.too_many);
  };
  const send = (content) => {
    say(words.working);
    model.send(content);
  };
  const choose = (changed) => send({ kind: "choose", choices: changed });
  const { zone, catcher } = dropZone(words, takeSorted);
  const more = ways(words, take, choose, send);
  const choices = choicesPart(words, choose);
  const save = savePart(words);
  const form = handsForm(words, model.get("factors"), model.get("colours"), (typed) => {
    fresh = true;
    send({ kind: "hands", typed });
  });
  const places = { read: make("div"), typed: make("div"), report: make("article") };
  const found = make("div", { hidden: true }, save.part, places.typed, places.report);
  el.classList.add("lederlib-answers");
  const letGo = keepKeys(el);
  el.append(
    make("h2", {}, words.heading_file),
    make("p", {}, words.lead),
    zone,
    make("p", { class: "lederlib-small" }, words.stays),
    more.scale,
    status,
    alarm,
    more.fold,
    form.fold,
    places.read,
    choices.part,
    found,
  );
  for (const [name, react] of Object.entries(catcher)) el.addEventListener(name, react);

  let newest = 0;
  const show = async (seen, [packed, held]) => {
    const mine = ++newest;
    if (fresh) {
      choices.part.hidden = true;
      form.fold.open &&= Boolean(seen.refusal);
      status.scrollIntoView({ block: "nearest" });
      fresh = false;
    }
    more.show(seen);
    if (seen.refusal) {
      refuse(seen.refusal);
      places.read.hidden = found.hidden = true;
      return;
    }
    if (seen.empty) {
      say(seen.words);
      places.read.hidden = found.hidden = choices.part.hidden = true;
      return;
    }
    const report = await unpack(packed);
    const html = await report.text();
    if (mine !== newest) return;
    choices.show(seen);
    const page = new Blob([report], { type: "text/html" });
    save.show(seen, { report: page, document: new Blob([held], { type: DOCUMENT }) });
    own(places.read, style, seen.read);
    own(places.typed, style, seen.typed);
    own(places.report, style, partOf(html));
    places.report.lang = seen.choices.lang;
    places.read.hidden = found.hidden = choices.part.hidden = false;
    say(seen.words);
  };
  const hear = (content, buffers) => {
    if (content.kind === "progress") {
      if (content.share < 1) status.dataset.share = `${Math.round(100 * content.share)} %`;
      else {
        delete status.dataset.share;
        say(content.scale ? words.working_scale : words.working);
      }
    } else if (content.kind === "seen") {
      delete status.dataset.share;
      show(content, buffers);
    }
  };
  model.on("msg:custom", hear);
  if (typeof DecompressionStream === "undefined") say(words.too_old);
  else model.send({ kind: "again" });
  return () => {
    letGo();
    model.off("msg:custom", hear);
  };
}

const DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export default { render };
