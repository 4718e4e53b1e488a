// Bring out one text at a time; a text once hidden does not come again.
document.addEventListener("click", (event) => {
  const wanted = event.target.dataset && event.target.dataset.do;
  if (!wanted) return;
  const items = [...event.target.closest(".texts").querySelectorAll("li")];
  if (wanted === "hide") {
    const shown = items.filter((item) => !item.hidden).pop();
    if (shown) shown.remove();
    return;
  }
  const next = items.find((item) => item.hidden);
  if (next) next.hidden = false;
});
