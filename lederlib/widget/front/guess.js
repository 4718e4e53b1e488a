// A guess in the picture: a native range that lies along an axis, and the mark it leaves.

const THUMB = 14; // pixels from the end of a range to the middle of its handle there

function shareOf([low, high], value) {
  return (value - low) / (high - low);
}

// Where a value stands, in per cent of the picture from its upper left corner.
function spotOf({ axis, at, scale }, value) {
  const [x, y] = axis === "x" ? [value, at] : [at, value];
  return {
    left: 100 * (scale.left + scale.width * shareOf(scale.x, x)),
    top: 100 * (scale.top + scale.height * (1 - shareOf(scale.y, y))),
  };
}

function layAlong(range, guess) {
  const { values } = guess.lever;
  const [first, last] = [spotOf(guess, values[0]), spotOf(guess, values.at(-1))];
  const { style } = range;
  if (guess.axis === "x") {
    style.left = `calc(${first.left}% - ${THUMB}px)`;
    style.width = `calc(${last.left - first.left}% + ${2 * THUMB}px)`;
    style.top = `calc(${first.top}% - 22px)`;
  } else {
    style.top = `calc(${last.top}% - ${THUMB}px)`;
    style.height = `calc(${first.top - last.top}% + ${2 * THUMB}px)`;
    style.left = `calc(${first.left}% - 22px)`;
  }
}

function markAt(sheet, guess, words, value) {
  const { left, top } = spotOf(guess, value);
  const mark = element("div", "lederlib-mark", sheet);
  Object.assign(mark.style, { left: `${left}%`, top: `${top}%` });
  const said = guess.lever.texts[placeOf(guess.lever, value)];
  element("span", "", mark).textContent = words.own_guess.replace("{value}", said);
}

// Ask in the picture; `settled` hears of the guess, or of none.
function drawGuess(slot, guess, words, settled) {
  const sheet = element("div", "lederlib-guess", slot.stand);
  const { lever } = guess;
  const range = element("input", `lederlib-along-${guess.axis}`, sheet, {
    type: "range",
    min: "0",
    max: String(lever.values.length - 1),
    step: "1",
    "aria-label": lever.name,
  });
  layAlong(range, guess);
  const value = element("output", "lederlib-guessed", slot.figure, { "aria-hidden": "true" });
  const say = () => {
    write(value, `${lever.name}: ${lever.texts[range.value]}`);
    assign(range, "aria-valuetext", lever.texts[range.value]);
  };
  range.value = String(placeOf(lever, guess.start));
  range.addEventListener("input", say);
  say();
  const choices = element("div", "lederlib-buttons", slot.figure);
  const end = (found) => {
    for (const node of [sheet, value, choices]) node.remove();
    settled(found);
  };
  button(choices, "lederlib-keep", words.keep_guess, () => end(lever.values[range.value]));
  button(choices, "", words.skip_guess, () => end(null));
}

function drawMark(slot, guess, words, value) {
  if (value === null) return;
  markAt(element("div", "lederlib-guess", slot.stand), guess, words, value);
}
