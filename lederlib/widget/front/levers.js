// Levers: native controls that know their positions by place and say them in words.

function element(tag, className, parent, attributes = {}) {
  const node = document.createElement(tag);
  if (className) node.className = className;
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

function button(parent, className, text, act) {
  const node = element("button", className, parent, { type: "button" });
  node.textContent = text;
  node.addEventListener("click", () => act(node));
  return node;
}

// Two explorers on one page share no id; a script may be loaded once for each.
function freshId() {
  return `lederlib-${Math.random().toString(36).slice(2, 10)}`;
}

const NEAR = 1e-9;

function same(one, other) {
  if (typeof one === "number" && typeof other === "number") return Math.abs(one - other) < NEAR;
  return one === other;
}

function placeOf(lever, value) {
  return lever.values.findIndex((known) => same(known, value));
}

function longest(texts) {
  return texts.reduce((one, other) => (other.length > one.length ? other : one), "");
}

function nameAbove(box, lever, id) {
  const line = element("div", "lederlib-name", box);
  const name = element("label", "", line, { for: id });
  name.textContent = lever.name;
  return line;
}

function drawSlider(box, lever, id, act) {
  const line = nameAbove(box, lever, id);
  const room = longest(lever.texts);
  const said = element("span", "lederlib-value", line, { "aria-hidden": "true", "data-longest": room });
  const range = element("input", "", box, {
    type: "range",
    id,
    min: "0",
    max: String(lever.values.length - 1),
    step: "1",
  });
  const say = (place) => {
    write(said, lever.texts[place]);
    assign(range, "aria-valuetext", lever.texts[place]);
    range.style.setProperty("--lederlib-part", place / (lever.values.length - 1));
  };
  range.addEventListener("input", () => {
    say(Number(range.value));
    act(lever.values[range.value]);
  });
  return (value) => {
    range.value = String(placeOf(lever, value));
    say(placeOf(lever, value));
  };
}

function drawList(box, lever, id, act) {
  nameAbove(box, lever, id);
  const list = element("select", "", box, { id });
  lever.texts.forEach((text, place) => {
    element("option", "", list, { value: String(place) }).textContent = text;
  });
  list.addEventListener("change", () => act(lever.values[list.value]));
  return (value) => {
    list.value = String(placeOf(lever, value));
  };
}

function drawButtons(box, lever, id, act) {
  element("div", "lederlib-name", box, { id }).textContent = lever.name;
  const group = element("div", "lederlib-buttons", box, {
    role: "group",
    "aria-labelledby": id,
  });
  const press = (place) => act(lever.values[place]);
  const made = lever.texts.map((text, place) => button(group, "", text, () => press(place)));
  return (value) => {
    const chosen = placeOf(lever, value);
    made.forEach((one, place) => assign(one, "aria-pressed", String(place === chosen)));
  };
}

function drawSwitch(box, lever, id, act) {
  const line = element("label", "lederlib-switch", box, { for: id });
  const tick = element("input", "", line, { type: "checkbox", id });
  element("span", "", line).textContent = lever.name;
  tick.addEventListener("change", () => act(tick.checked));
  return (value) => {
    tick.checked = value;
  };
}

// JupyterLab keeps the Enter key from ending a text by itself.
function whenWritten(field, act) {
  field.addEventListener("change", () => act(field.value));
  field.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") act(field.value);
  });
}

function drawField(box, lever, id, act) {
  nameAbove(box, lever, id);
  const field = element("input", "", box, { type: "text", id, maxlength: String(lever.longest) });
  whenWritten(field, act);
  return (value) => {
    field.value = value;
  };
}

const DRAWN = {
  slider: drawSlider,
  choice: drawList,
  buttons: drawButtons,
  switch: drawSwitch,
  text: drawField,
};

// Draw one lever; `act` hears of a move, and what is returned shows a position. A
// position that stands already is left alone, and with it whatever has the focus.
function drawLever(parent, lever, act) {
  const box = element("div", `lederlib-lever lederlib-lever-${lever.key}`, parent);
  let standing;
  const moved = (value) => {
    if (same(standing, value)) return;
    standing = value;
    act(lever.key, value);
    if (lever.kind === "buttons") set(value);
  };
  const set = DRAWN[lever.kind](box, lever, freshId(), moved);
  return (value) => {
    if (same(standing, value)) return;
    standing = value;
    set(value);
  };
}

function drawLevers(parent, levers, act) {
  return Object.fromEntries(levers.map((one) => [one.key, drawLever(parent, one, act)]));
}

function fold(parent, className, title) {
  const folded = element("details", className, parent);
  element("summary", "", folded).textContent = title;
  return folded;
}

// Cards: a list to choose from, one card in view, and buttons to go on and back.
function drawCards(parent, { name, cards }, levers, words, act) {
  const id = freshId();
  const box = element("div", "lederlib-cards", parent);
  nameAbove(box, { name }, id);
  const list = element("select", "", box, { id });
  const shown = {};
  const drawn = cards.map((card, place) => {
    element("option", "", list, { value: String(place) }).textContent = card.name;
    const node = element("div", "lederlib-card", box);
    if (card.sentence) element("p", "", node).textContent = card.sentence;
    Object.assign(shown, drawLevers(node, card.keys.map((key) => levers[key]), act));
    return node;
  });
  const view = (place) => {
    list.value = String(place);
    drawn.forEach((node, other) => node.toggleAttribute("hidden", other !== place));
  };
  const go = (by) => view((Number(list.value) + by + cards.length) % cards.length);
  list.addEventListener("change", () => view(Number(list.value)));
  const steps = element("div", "lederlib-buttons", box);
  button(steps, "", words.back, () => go(-1));
  button(steps, "", words.forward, () => go(1));
  view(0);
  return shown;
}
