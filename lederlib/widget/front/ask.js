// A task: its question, the control that fits, and the reply. The kernel judges.

// Controls return what gives the answer: null as long as nothing was touched.
function drawOneLever(box, lever) {
  let answer = null;
  const show = drawLever(box, lever, (_, value) => {
    answer = value;
  });
  if (lever.standing !== undefined) show(lever.standing);
  return () => answer;
}

function drawNumber(box, told) {
  const lever = told.levers[0];
  const show = drawLever(box, lever, () => {});
  show(told.standing ?? "");
  const field = box.querySelector("input");
  field.inputMode = "decimal";
  return () => field.value.trim() || null;
}

function drawAllLevers(box, told) {
  const answer = { ...told.standing };
  const shown = drawLevers(box, told.levers, (key, value) => {
    answer[key] = value;
  });
  for (const [key, show] of Object.entries(shown)) show(answer[key]);
  return () => answer;
}

function drawText(box, told) {
  const id = freshId();
  nameAbove(box, { name: told.levers[0].name }, id);
  const area = element("textarea", "", box, { id, rows: "5" });
  area.value = told.standing ?? "";
  return () => area.value.trim() || null;
}

function drawOptions(box, told) {
  const group = element("fieldset", "", box);
  element("legend", "", group).textContent = told.words.choose;
  const name = freshId();
  told.options.forEach((text, place) => {
    const line = element("label", "lederlib-option", group);
    const radio = element("input", "", line, { type: "radio", name, value: String(place + 1) });
    radio.checked = told.standing === place + 1;
    element("span", "", line).textContent = text;
  });
  return () => Number(group.querySelector(":checked")?.value) || null;
}

// An order: each line moves up or down by two buttons, and keeps the focus as it moves.
function drawOrder(box, told) {
  const list = element("ol", "lederlib-order", box, { "aria-label": told.words.order });
  const order = told.standing ?? told.options.map((_, place) => place + 1);
  const step = (item, by) => {
    const lines = [...list.children];
    const to = lines[lines.indexOf(item) + by];
    if (!to) return;
    if (by < 0) to.before(item);
    else to.after(item);
    item.querySelector(by < 0 ? ".lederlib-up" : ".lederlib-down").focus();
  };
  for (const number of order) {
    const item = element("li", "", list, { "data-number": String(number) });
    const text = told.options[number - 1];
    element("span", "", item).textContent = text;
    for (const [name, by] of [["up", -1], ["down", 1]]) {
      const moves = button(item, `lederlib-${name}`, name === "up" ? "↑" : "↓", () => step(item, by));
      moves.setAttribute("aria-label", `${told.words[name]}: ${text}`);
    }
  }
  return () => [...list.children].map((item) => Number(item.dataset.number));
}

const ASKED = {
  number: drawNumber,
  slider: (box, told) => drawOneLever(box, { ...told.levers[0], standing: told.standing ?? told.middle }),
  levers: drawAllLevers,
  text: drawText,
  choice: drawOptions,
  order: drawOrder,
};

function render({ model, el }) {
  const told = model.get("description");
  const leaving = new AbortController();
  keepKeys(el, leaving.signal);
  const root = element("section", "lederlib-explorer lederlib-ask", el, { lang: told.lang });
  const id = freshId();
  element("h2", "", root, { id }).textContent = told.heading;
  root.setAttribute("aria-labelledby", id);
  // Our own text, made in Python from the tasks' file; nothing of a reader's is in it.
  element("div", "lederlib-question", root).innerHTML = told.question;
  const box = element("div", "lederlib-levers", root);
  const answer = ASKED[told.kind](box, told);
  // Some outcomes take the kernel seconds; until the reply comes, say that it works.
  const act = () => {
    reply.dataset.verdict = "working";
    write(heading, "");
    write(message, told.words.working);
    model.set("asked", { number: model.get("asked").number + 1, answer: answer() });
    model.save_changes();
  };
  const buttons = element("div", "lederlib-buttons", root);
  button(buttons, "lederlib-answer", told.words.answer, act);
  const reply = element("div", "lederlib-reply", root, { role: "status" });
  const heading = element("strong", "", reply);
  const message = element("p", "", reply);
  if (told.kind === "number") {
    box.querySelector("input").addEventListener("keydown", ({ key }) => key === "Enter" && act());
  }
  const say = () => {
    const said = model.get("reply");
    reply.dataset.verdict = said.verdict;
    write(heading, said.heading);
    write(message, said.message);
  };
  model.on("change:reply", say);
  say();
  return () => {
    leaving.abort();
    model.off("change:reply", say);
    root.remove();
  };
}

export default { render };
