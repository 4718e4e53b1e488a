// Where the levers stood: undo, back to start, tours, and the state as a line.

function sameValues(one, other) {
  return Object.keys(one).every((key) => same(one[key], other[key]));
}

// Set many levers as one move; `first` is the one that the others give way to.
function moveAll(host, wanted, first) {
  const now = host.values();
  const key = first ?? Object.keys(wanted).find((one) => !same(now[one], wanted[one]));
  if (key !== undefined) host.move(key, wanted[key], wanted);
}

function lineOf({ name, start }, values) {
  const moved = Object.entries(values).filter(([key, value]) => !same(start[key], value));
  const query = new URLSearchParams(moved.map(([key, value]) => [key, String(value)]));
  return moved.length ? `${name}?${query}` : name;
}

function valueIn(lever, text) {
  if (lever.kind === "text") return text.slice(0, lever.longest);
  return lever.values.find((known) => same(known, Number(text)) || String(known) === text);
}

// Return where a line puts the levers, or null if it is no line of this explorer.
function readLine({ name, start, levers }, line) {
  const [subject, query = ""] = line.trim().split("?");
  if (subject !== name) return null;
  const values = { ...start };
  for (const [key, text] of new URLSearchParams(query)) {
    const lever = levers.find((one) => one.key === key);
    const value = lever && valueIn(lever, text);
    if (value === undefined) return null;
    values[key] = value;
  }
  return values;
}

function drawTours(parent, { tours, words }, host) {
  if (!tours.length) return;
  const group = element("div", "lederlib-buttons", parent, {
    role: "group",
    "aria-label": words.tours,
  });
  for (const tour of tours) {
    button(group, "", tour.name, () => moveAll(host, tour.values, tour.key));
  }
}

// A button that is out of use keeps the focus, so it is only said to be disabled.
function drawUndo(parent, { start, words }, host) {
  const group = element("div", "lederlib-buttons", parent);
  const past = [];
  const undo = button(group, "lederlib-undo", words.undo, () => {
    if (past.length < 2) return;
    past.pop();
    moveAll(host, past.at(-1));
  });
  button(group, "lederlib-restart", words.restart, () => moveAll(host, start));
  return (values) => {
    if (!past.length || !sameValues(past.at(-1), values)) past.push(values);
    assign(undo, "aria-disabled", String(past.length < 2));
  };
}

function drawLine(parent, description, host) {
  const { words } = description;
  const folded = fold(parent, "lederlib-share", words.share);
  const id = freshId();
  const line = nameAbove(folded, { name: words.line }, id);
  const field = element("input", "lederlib-line", folded, { type: "text", id });
  field.setAttribute("spellcheck", "false");
  const heard = element("p", "lederlib-heard", folded, { role: "status" });
  const show = (values) => {
    field.value = lineOf(description, values);
  };
  line.classList.add("lederlib-line-name");
  whenWritten(field, (text) => {
    const wanted = readLine(description, text);
    write(heard, wanted ? "" : words.no_line);
    if (wanted) moveAll(host, wanted);
  });
  button(folded, "lederlib-copy", words.copy, async () => {
    field.select();
    const done = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
    write(heard, done ? words.copied : words.copy_by_hand);
  });
  return show;
}
