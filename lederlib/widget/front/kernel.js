// The kernel as host: moves go to it as numbered wishes, and its frames come back.

const PAUSE = 250; // milliseconds without a move that count as rest

function kernelHost(model) {
  const waiting = () => {
    const { answered } = model.get("frame");
    return model.get("asked").moves.filter((move) => move.number > answered);
  };
  const told = ({ key, value, along }) => ({ ...along, [key]: value });
  return {
    values: () => Object.assign({}, model.get("frame").values, ...waiting().map(told)),
    // What is not answered yet is asked again: the newest message holds all that counts.
    move(key, value, along = {}) {
      const before = waiting();
      const number = 1 + (before.at(-1)?.number ?? model.get("frame").answered);
      const kept = before.filter((move) => move.key !== key || Object.keys(move.along).length);
      model.set("asked", { moves: [...kept, { number, key, value, along }] });
      model.save_changes();
    },
    look(seen) {
      if (String(model.get("seen")) === String(seen)) return;
      model.set("seen", seen);
      model.save_changes();
    },
    guess: () => model.get("guess").value,
    keep(value) {
      model.set("guess", { value });
      model.save_changes();
    },
    on(listener) {
      const tell = () => listener(model.get("frame"));
      model.on("change:frame", tell);
      tell();
      return () => model.off("change:frame", tell);
    },
  };
}

// Ask for what takes time when neither finger nor key is down and nothing has moved.
function askAtRest(model, signal) {
  let held = false;
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { number, rest } = model.get("frame");
      if (held || rest || signal.aborted || model.get("released") === number) return;
      model.set("released", number);
      model.save_changes();
    }, PAUSE);
  };
  const holding = (state) => () => {
    held = state;
    wait();
  };
  const options = { signal, capture: true };
  for (const name of ["pointerdown", "keydown"]) document.addEventListener(name, holding(true), options);
  for (const name of ["pointerup", "pointercancel", "keyup"]) {
    document.addEventListener(name, holding(false), options);
  }
  window.addEventListener("blur", holding(false), options);
  model.on("change:frame", wait);
  signal.addEventListener("abort", () => model.off("change:frame", wait));
  wait();
}

function render({ model, el }) {
  const leaving = new AbortController();
  askAtRest(model, leaving.signal);
  keepKeys(el, leaving.signal);
  const leave = mount(el, model.get("description"), kernelHost(model));
  return () => {
    leaving.abort();
    leave();
  };
}

export default { render };
