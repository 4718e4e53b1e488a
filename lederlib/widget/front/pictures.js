// Pictures laid in two sheets, one in view at a time behind tabs; and a table.

function hang(gallery, picture) {
  const figure = element("figure", "lederlib-scene", gallery, { id: freshId() });
  const stand = element("div", "lederlib-stand", figure);
  const frame = element("div", "lederlib-picture", stand, { role: "img" });
  element("div", "lederlib-sheet", frame).innerHTML = picture.background;
  const moving = element("div", "lederlib-sheet lederlib-moving", frame);
  const { width, height } = frame.querySelector("svg").viewBox.baseVal;
  figure.style.setProperty("--lederlib-shape", width / height);
  const caption = element("figcaption", "lederlib-caption", figure);
  return { figure, stand, frame, moving, caption, scene: null, shown: null };
}

function paintSheet(slot) {
  if (slot.figure.hidden || !slot.scene) return;
  if (slot.shown !== slot.scene.moving) slot.moving.innerHTML = slot.scene.moving;
  slot.shown = slot.scene.moving;
}

function paintScene(slot, scene) {
  slot.scene = scene;
  paintSheet(slot);
  assign(slot.frame, "aria-label", scene.alt);
  write(slot.caption, scene.caption);
  slot.figure.classList.toggle("lederlib-stale", scene.stale);
}

const STEPS = {
  ArrowRight: (place, number) => (place + 1) % number,
  ArrowLeft: (place, number) => (place - 1 + number) % number,
  Home: () => 0,
  End: (_, number) => number - 1,
};

function tabOf(list, slot, title) {
  const id = freshId();
  assign(slot.figure, "aria-labelledby", id);
  const tab = button(list, "", title, () => {});
  for (const [name, value] of Object.entries({ role: "tab", id, "aria-controls": slot.figure.id })) {
    tab.setAttribute(name, value);
  }
  return tab;
}

function drawTabs(list, slots, titles, look) {
  const tabs = slots.map((slot, place) => tabOf(list, slot, titles[place]));
  let chosen = 0;
  const view = (place) => {
    chosen = place;
    tabs.forEach((tab, other) => {
      assign(tab, "aria-selected", String(other === place));
      assign(tab, "tabindex", other === place ? "0" : "-1");
      slots[other].figure.hidden = other !== place && !list.hidden;
      paintSheet(slots[other]);
    });
  };
  const turn = (place) => {
    view(place);
    look();
  };
  tabs.forEach((tab, place) => tab.addEventListener("click", () => turn(place)));
  list.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    turn(step(chosen, tabs.length));
    tabs[chosen].focus();
  });
  return (place = chosen) => view(place);
}

// Two pictures stand open where there is room; else one is in view and the rest wait,
// of which a host that draws is told.
function drawGallery(parent, { pictures, words }, host) {
  const gallery = element("div", "lederlib-gallery", parent);
  const slots = pictures.map((picture) => hang(gallery, picture));
  // Below the picture, so that lever, sentence and picture share the first screen.
  const list = element("div", "lederlib-tabs", gallery, {
    role: "tablist",
    "aria-label": words.pictures,
  });
  const look = () => {
    host.look?.([...slots.keys()].filter((place) => !slots[place].figure.hidden));
  };
  const view = drawTabs(list, slots, pictures.map((picture) => picture.title), look);
  const arrange = (wide) => {
    list.hidden = slots.length < 2 || (wide && slots.length === 2);
    for (const { figure } of slots) {
      if (list.hidden) figure.removeAttribute("role");
      else figure.setAttribute("role", "tabpanel");
    }
    view();
    look();
  };
  const paint = (frame) => {
    slots.forEach((slot, place) => paintScene(slot, frame.scenes[place]));
    gallery.dataset.frame = frame.number;
  };
  const show = (place) => {
    view(place);
    look();
  };
  view();
  return { arrange, paint, slots, show };
}

function writeCell(cell, [text, lang, href]) {
  const place = href ? element("a", "", cell, { href, target: "_blank", rel: "noopener" }) : cell;
  place.textContent = text;
  if (lang) cell.lang = lang;
}

function drawHead(row, column, host) {
  const cell = element("th", "", row, { scope: "col" });
  if (!column.lever) {
    cell.textContent = column.title;
    return cell;
  }
  button(cell, "lederlib-sort", column.title, () => host.move(column.lever, column.value));
  return cell;
}

function drawRow(cells) {
  const row = document.createElement("tr");
  cells.forEach((cell, place) => {
    writeCell(element(place ? "td" : "th", "", row, place ? {} : { scope: "row" }), cell);
  });
  return row;
}

// The rows are made once; a move only picks and reorders them.
function drawTable(parent, table, host) {
  if (!table) return () => {};
  const region = element("div", "lederlib-listing", parent, {
    role: "region",
    tabindex: "0",
    "aria-label": table.caption,
  });
  const grid = element("table", "", region);
  element("caption", "", grid).textContent = table.caption;
  const top = element("tr", "", element("thead", "", grid));
  const heads = table.columns.map((column) => drawHead(top, column, host));
  const body = element("tbody", "", grid);
  const rows = table.rows.map(drawRow);
  return ({ order, sorted }) => {
    body.replaceChildren(...order.map((place) => rows[place]));
    heads.forEach((cell, place) => {
      if (sorted[place]) assign(cell, "aria-sort", sorted[place]);
      else cell.removeAttribute("aria-sort");
    });
  };
}
