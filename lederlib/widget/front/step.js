// A step in the text: one button that sets the levers, and one line of what they gave.
function render({ model, el }) {
  const told = model.get("description");
  const leaving = new AbortController();
  keepKeys(el, leaving.signal);
  const root = element("div", "lederlib-explorer lederlib-step", el, { lang: told.lang });
  button(root, "", told.name, () => {
    model.set("pressed", model.get("pressed") + 1);
    model.save_changes();
  });
  const line = element("p", "lederlib-words", root, { role: "status" });
  const say = () => write(line, model.get("line"));
  model.on("change:line", say);
  say();
  return () => {
    leaving.abort();
    model.off("change:line", say);
    root.remove();
  };
}

export default { render };
