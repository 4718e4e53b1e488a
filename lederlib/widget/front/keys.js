// In JupyterLab a notebook takes plain keys for its own: arrows walk between its cells,
// and a letter typed in a list may delete one. Keys held with Ctrl or Cmd, as to save,
// stay JupyterLab's. It looks for the mark on what has the focus, and listens on the
// document, so that the window is where to come first.
function keepKeys(el, signal) {
  const mark = ({ target, ctrlKey, metaKey }) => {
    if (!el.contains(target)) return;
    target.toggleAttribute("data-lm-suppress-shortcuts", !(ctrlKey || metaKey));
  };
  window.addEventListener("keydown", mark, { signal, capture: true });
}
