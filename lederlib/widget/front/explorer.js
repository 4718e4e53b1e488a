// The explorer: levers, one sentence, pictures. It takes a description and a host with
// `values()`, `move(key, value, along)` and `on(listener)`, and knows nothing else. A host
// may tell more: `look(places)` hears which pictures are in view, `guess()` knows what was
// guessed before, and `keep(value)` keeps it.

const WIDE = 800; // pixels of its own width from which the levers stand beside the picture

// Room that was once needed stays, so that nothing below a shorter sentence jumps.
function keepRoom(node) {
  let width = 0;
  return (changed) => {
    if (changed !== undefined && changed !== width) node.style.minHeight = "";
    width = changed ?? width;
    const { height } = node.getBoundingClientRect();
    if (height > parseFloat(node.style.minHeight || "0")) node.style.minHeight = `${height}px`;
  };
}

function drawWords(parent) {
  const box = element("div", "lederlib-said", parent);
  const lines = {
    alarm: element("p", "lederlib-alarm", box, { role: "alert" }),
    words: element("p", "lederlib-words", box),
    sure: element("p", "lederlib-sure", box),
    notice: element("p", "lederlib-notice", box),
  };
  const room = keepRoom(box);
  const paint = (frame) => {
    for (const [part, line] of Object.entries(lines)) write(line, frame[part] ?? "");
  };
  return { paint, room };
}

// What is seen at every move is heard once, when the lever is at rest.
function drawVoice(parent, begun) {
  const voice = element("p", "lederlib-heard-only", parent, { role: "status" });
  let heard = begun;
  return ({ words, notice, rest }) => {
    if (rest && heard) write(voice, [notice, words].filter(Boolean).join(" "));
    heard = true;
  };
}

function split({ levers, first, cards }) {
  const onCards = new Set((cards?.cards ?? []).flatMap((card) => card.keys));
  const others = levers.filter((lever) => !onCards.has(lever.key));
  const shown = first.map((key) => others.find((lever) => lever.key === key)).filter(Boolean);
  const lead = cards ? [] : shown.slice(0, 1);
  const next = shown.slice(lead.length);
  const more = others.filter((lever) => !shown.includes(lever));
  return { lead, next, more };
}

function drawBoard(lead, rest, description, host) {
  const act = (key, value) => host.move(key, value);
  const { words, cards, levers } = description;
  const groups = split(description);
  const known = Object.fromEntries(levers.map((lever) => [lever.key, lever]));
  const shown = {
    ...(cards ? drawCards(lead, cards, known, words, act) : {}),
    ...drawLevers(lead, groups.lead, act),
    ...drawLevers(rest, groups.next, act),
  };
  drawTours(rest, description, host);
  const remember = drawUndo(rest, description, host);
  if (groups.more.length) {
    Object.assign(shown, drawLevers(fold(rest, "lederlib-more", words.more), groups.more, act));
  }
  const line = drawLine(rest, description, host);
  return (frame) => {
    const values = host.values();
    for (const [key, show] of Object.entries(shown)) show(values[key]);
    if (!frame.rest) return;
    remember(values);
    line(values);
  };
}

// The order on the page is the order of the keys too, beside one another or below.
function place(root, parts, wide) {
  root.dataset.place = wide ? "wide" : "narrow";
  const held = document.activeElement;
  if (wide) parts.rest.after(parts.result);
  else parts.lead.after(parts.result);
  if (held !== document.activeElement && root.contains(held)) held.focus();
}

// A ruler without height is watched, so that what a frame adds below asks nothing anew.
function watchWidth(root, parts, { gallery, said }) {
  const ruler = element("div", "lederlib-ruler", root);
  let wide = null;
  const observer = new ResizeObserver(([{ contentRect }]) => {
    if (!contentRect.width) return;
    const now = contentRect.width >= WIDE;
    if (now !== wide) {
      wide = now;
      place(root, parts, wide);
      gallery.arrange(wide);
    }
    said.room(contentRect.width);
  });
  observer.observe(ruler);
  return observer;
}

// Before the guess there is a question, axes and a handle, and nothing of the outcome.
function ask(root, parts, { said, gallery }, description, open) {
  const { guess, words } = description;
  const slot = gallery.slots[guess.picture];
  root.dataset.asking = "";
  slot.figure.classList.add("lederlib-asked");
  assign(slot.frame, "aria-label", guess.question);
  said.paint({ words: guess.question });
  drawGuess(slot, guess, words, (value) => {
    delete root.dataset.asking;
    open(value);
    parts.lead.querySelector("input, select, button").focus();
  });
}

function mount(el, description, host) {
  const root = element("div", `lederlib-explorer lederlib-explorer-${description.name}`, el, {
    lang: description.lang,
    role: "group",
    "aria-label": description.words.explorer,
  });
  const parts = {
    lead: element("div", "lederlib-levers lederlib-lead", root),
    result: element("div", "lederlib-result", root),
    rest: element("div", "lederlib-levers lederlib-rest", root),
  };
  const said = drawWords(parts.result);
  const gallery = drawGallery(parts.result, description, host);
  const list = drawTable(parts.result, description.table, host);
  const stand = drawBoard(parts.lead, parts.rest, description, host);
  const { guess, words } = description;
  let placed = guess ? host.guess?.() : null;
  const speak = drawVoice(root, placed === undefined);
  const observer = watchWidth(root, parts, { gallery, said });
  // All at once, so that one frame shows it; waiting for the frame would only cost time.
  const show = (frame) => {
    said.paint(frame);
    gallery.paint(frame);
    if (frame.listing) list(frame.listing);
    stand(frame);
    speak(frame);
    said.room();
  };
  let latest;
  const off = host.on((frame) => {
    latest = frame;
    if (placed !== undefined) show(frame);
  });
  const mark = () => {
    gallery.show(guess.picture);
    drawMark(gallery.slots[guess.picture], guess, words, placed);
  };
  if (guess && placed !== undefined) mark();
  else if (guess) {
    ask(root, parts, { said, gallery }, description, (value) => {
      placed = value;
      host.keep?.(value);
      mark();
      show(latest);
    });
  }
  return () => {
    off();
    observer.disconnect();
    root.remove();
  };
}

export { drawLever, mount };
